// Calls that reach every modelled operation of Jira, with the answer that each should get.
import type { Identity } from '../../../../sandbox/contract/identity';
import { adfOf } from '../../../../sandbox/site/jira/adf';
import type { ExampleCall } from './example-call';
import { asNumber, type Subject } from './subject';

const ROOT = '/rest/api/3';

/** In the order in which they are to be made: some change the site. */
export function jiraCalls({ user, basic, accountId, email, groupId, key, projectId, issueId }: Subject): ExampleCall[] {
  function id(handle: string) {
    return encodeURIComponent(accountId(handle));
  }
  function get(path: string, operationId: string, status = 200, identity: Identity = user('agent')): ExampleCall {
    return {
      identity,
      method: 'GET',
      path: `${ROOT}${path}`,
      operationId,
      status,
    };
  }
  function post(
    path: string,
    body: unknown,
    operationId: string,
    status: number,
    identity: Identity = user('agent'),
  ): ExampleCall {
    return { identity, method: 'POST', path: `${ROOT}${path}`, body, operationId, status };
  }
  const fields = {
    project: { key: key('SUP') },
    issuetype: { name: 'Task' },
    summary: 'One more',
    description: adfOf('Hi'),
  };
  const check = {
    permissions: ['SERVICEDESK_AGENT'],
    projects: [projectId('SUP'), projectId('PRIV')].map(asNumber),
    issues: [asNumber(issueId('SUP-1'))],
  };
  return [
    get('/myself', 'getCurrentUser'),
    get('/myself', 'getCurrentUser', 200, basic('agent')),
    get('/myself?expand=groups', 'getCurrentUser'),
    get(`/user?accountId=${id('acme-customer')}`, 'getUser'),
    get('/user?accountId=nobody', 'getUser', 404),
    get(`/user?accountId=${id('app')}`, 'getUser', 403, user('app')),
    get('/user/search?query=a', 'findUsers'),
    get(`/user/search?query=${email('agent')}`, 'findUsers', 200, basic('agent')),
    get('/user/search', 'findUsers', 400),
    get(`/user/groups?accountId=${id('agent')}`, 'getUserGroups'),
    get('/user/groups?accountId=nobody', 'getUserGroups', 404),
    get(`/mypermissions?permissions=ADMINISTER,SERVICEDESK_AGENT&projectKey=${key('SUP')}`, 'getMyPermissions'),
    get('/mypermissions?permissions=FLY', 'getMyPermissions', 400),
    get(`/mypermissions?permissions=ADMINISTER&issueKey=${key('PRIV-1')}`, 'getMyPermissions', 404),
    post(
      '/permissions/check',
      { globalPermissions: ['ADMINISTER'], projectPermissions: [check] },
      'getBulkPermissions',
      200,
    ),
    post('/permissions/check', { globalPermissions: ['FLY'] }, 'getBulkPermissions', 400),
    post('/permissions/check', { accountId: accountId('member') }, 'getBulkPermissions', 403),
    get(`/groups/picker?query=e&maxResults=3&excludeId=${groupId('demo-editors')}`, 'findGroups'),
    get(`/project/${key('SUP')}`, 'getProject'),
    get(`/project/${key('PRIV')}`, 'getProject', 404),
    post('/issue', { fields }, 'createIssue', 201),
    post('/issue', { fields: { ...fields, project: { key: key('PRIV') } } }, 'createIssue', 400),
    post(`/issue/${key('SUP-1')}/comment`, { body: adfOf('Done') }, 'addComment', 201),
    post(`/issue/${key('SUP-1')}/comment`, { body: 'Done' }, 'addComment', 400),
    post(`/issue/${key('PRIV-1')}/comment`, { body: adfOf('Done') }, 'addComment', 404),
    get(`/issue/${key('SUP-1')}`, 'getIssue'),
    get(`/issue/${key('PRIV-1')}`, 'getIssue', 404),
    get(`/issue/${key('SUP-1')}/comment?orderBy=-created`, 'getComments'),
    get(`/issue/${key('SUP-1')}/comment?orderBy=author`, 'getComments', 400),
    get(`/issue/${key('PRIV-1')}/comment`, 'getComments', 404),
  ];
}

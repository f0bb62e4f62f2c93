// Calls that reach every modelled operation of Jira Service Management, with the answer that each should get.
import type { Identity } from '../../../../sandbox/contract/identity';
import { OPT_IN } from '../../../unit/sandbox/site/world';
import type { ExampleCall } from './example-call';
import { asNumber, type Subject } from './subject';

const ROOT = '/rest/servicedeskapi';

/** In the order in which they are to be made: some change the site. */
export function jsmCalls({ user, accountId, serviceDeskId, organizationId }: Subject): ExampleCall[] {
  const [agent, admin, serviceDeskAdmin] = [user('agent'), user('jira-admin'), user('site-admin')];
  function call(method: ExampleCall['method']) {
    return (identity: Identity, path: string, operationId: string, status: number, body?: unknown): ExampleCall => ({
      identity,
      method,
      path: `${ROOT}${path}`,
      headers: OPT_IN,
      operationId,
      status,
      ...(body === undefined ? {} : { body }),
    });
  }
  const [get, post, remove] = [call('GET'), call('POST'), call('DELETE')];
  function create(identity: Identity, email: string, status: number, query = '') {
    return post(identity, `/customer${query}`, 'createCustomer', status, { email, displayName: 'Noah Berg' });
  }
  const [serviceDesk, hidden] = [`/servicedesk/${serviceDeskId('SUP')}`, `/servicedesk/${serviceDeskId('PRIV')}`];
  const [acme, globex] = [organizationId('Acme'), organizationId('Globex')];
  const lone = { accountIds: [accountId('lone-customer')] };
  const nobody = { accountIds: ['nobody'] };
  return [
    get(agent, '/info', 'getInfo', 200),
    create(admin, 'noah@acme.example', 201),
    create(admin, 'noah@acme.example', 400),
    create(admin, 'noah@acme.example', 409, '?strictConflictStatusCode=true'),
    create(agent, 'nora@acme.example', 403),
    get(serviceDeskAdmin, '/servicedesk?limit=1', 'getServiceDesks', 200),
    get(agent, serviceDesk, 'getServiceDeskById', 200),
    get(agent, hidden, 'getServiceDeskById', 403),
    get(agent, '/servicedesk/9', 'getServiceDeskById', 404),
    get(agent, `${serviceDesk}/customer?query=a`, 'getCustomers', 200),
    get(agent, `${hidden}/customer`, 'getCustomers', 403),
    post(serviceDeskAdmin, `${serviceDesk}/customer`, 'addCustomers', 204, lone),
    post(serviceDeskAdmin, `${serviceDesk}/customer`, 'addCustomers', 400, nobody),
    post(agent, `${serviceDesk}/customer`, 'addCustomers', 403, lone),
    remove(serviceDeskAdmin, `${serviceDesk}/customer`, 'removeCustomers', 204, lone),
    remove(agent, `${serviceDesk}/customer`, 'removeCustomers', 403, lone),
    get(agent, '/organization?start=1&limit=1', 'getOrganizations', 200),
    get(agent, '/organization?accountId=nobody', 'getOrganizations', 404),
    post(agent, '/organization', 'createOrganization', 201, { name: 'Initech' }),
    post(agent, '/organization', 'createOrganization', 400, { name: '' }),
    post(admin, '/organization', 'createOrganization', 403, { name: 'Hooli' }),
    get(agent, `/organization/${acme}`, 'getOrganization', 200),
    get(agent, '/organization/9', 'getOrganization', 404),
    post(agent, `/organization/${acme}/user`, 'addUsersToOrganization', 204, lone),
    post(agent, `/organization/${acme}/user`, 'addUsersToOrganization', 400, nobody),
    post(agent, '/organization/9/user', 'addUsersToOrganization', 404, lone),
    post(admin, `/organization/${acme}/user`, 'addUsersToOrganization', 403, lone),
    get(agent, `/organization/${acme}/user?limit=1`, 'getUsersInOrganization', 200),
    get(admin, `/organization/${acme}/user`, 'getUsersInOrganization', 403),
    remove(agent, `/organization/${acme}/user`, 'removeUsersFromOrganization', 204, lone),
    remove(agent, `/organization/${acme}/user`, 'removeUsersFromOrganization', 400, nobody),
    get(agent, `${serviceDesk}/organization`, 'getOrganizations', 200),
    get(agent, `${hidden}/organization`, 'getOrganizations', 403),
    post(agent, `${serviceDesk}/organization`, 'addOrganization', 204, { organizationId: asNumber(globex) }),
    post(agent, `${serviceDesk}/organization`, 'addOrganization', 404, { organizationId: 9 }),
    post(agent, `${hidden}/organization`, 'addOrganization', 403, { organizationId: asNumber(acme) }),
  ];
}

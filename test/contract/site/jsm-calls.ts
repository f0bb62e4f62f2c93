// Calls that reach every modelled operation of Jira Service Management, with the answer that each should get.
import type { Identity } from '../../../sandbox/contract';
import { OPT_IN } from '../../unit/site/world';
import type { ExampleCall, World } from './calls';

const ROOT = '/rest/servicedeskapi';

/** In the order in which they are to be made: some change the site. */
export function jsmCalls({ user, accountId }: World): ExampleCall[] {
  const [agent, admin, deskAdmin] = [user('agent'), user('jira-admin'), user('site-admin')];
  const call =
    (method: ExampleCall['method']) =>
    (identity: Identity, path: string, operationId: string, status: number, body?: unknown): ExampleCall => ({
      identity,
      method,
      path: `${ROOT}${path}`,
      headers: OPT_IN,
      operationId,
      status,
      ...(body === undefined ? {} : { body }),
    });
  const [get, post, remove] = [call('GET'), call('POST'), call('DELETE')];
  const create = (identity: Identity, email: string, status: number, query = '') =>
    post(identity, `/customer${query}`, 'createCustomer', status, { email, displayName: 'Noah Berg' });
  const lone = { accountIds: [accountId('lone-customer')] };
  const nobody = { accountIds: ['nobody'] };
  return [
    get(agent, '/info', 'getInfo', 200),
    create(admin, 'noah@acme.example', 201),
    create(admin, 'noah@acme.example', 400),
    create(admin, 'noah@acme.example', 409, '?strictConflictStatusCode=true'),
    create(agent, 'nora@acme.example', 403),
    get(deskAdmin, '/servicedesk?limit=1', 'getServiceDesks', 200),
    get(agent, '/servicedesk/1', 'getServiceDeskById', 200),
    get(agent, '/servicedesk/2', 'getServiceDeskById', 403),
    get(agent, '/servicedesk/9', 'getServiceDeskById', 404),
    get(agent, '/servicedesk/1/customer?query=a', 'getCustomers', 200),
    get(agent, '/servicedesk/2/customer', 'getCustomers', 403),
    post(deskAdmin, '/servicedesk/1/customer', 'addCustomers', 204, lone),
    post(deskAdmin, '/servicedesk/1/customer', 'addCustomers', 400, nobody),
    post(agent, '/servicedesk/1/customer', 'addCustomers', 403, lone),
    remove(deskAdmin, '/servicedesk/1/customer', 'removeCustomers', 204, lone),
    remove(agent, '/servicedesk/1/customer', 'removeCustomers', 403, lone),
    get(agent, '/organization?start=1&limit=1', 'getOrganizations', 200),
    get(agent, '/organization?accountId=nobody', 'getOrganizations', 404),
    post(agent, '/organization', 'createOrganization', 201, { name: 'Initech' }),
    post(agent, '/organization', 'createOrganization', 400, { name: '' }),
    post(admin, '/organization', 'createOrganization', 403, { name: 'Hooli' }),
    get(agent, '/organization/1', 'getOrganization', 200),
    get(agent, '/organization/9', 'getOrganization', 404),
    post(agent, '/organization/1/user', 'addUsersToOrganization', 204, lone),
    post(agent, '/organization/1/user', 'addUsersToOrganization', 400, nobody),
    post(agent, '/organization/9/user', 'addUsersToOrganization', 404, lone),
    post(admin, '/organization/1/user', 'addUsersToOrganization', 403, lone),
    get(agent, '/organization/1/user?limit=1', 'getUsersInOrganization', 200),
    get(admin, '/organization/1/user', 'getUsersInOrganization', 403),
    remove(agent, '/organization/1/user', 'removeUsersFromOrganization', 204, lone),
    remove(agent, '/organization/1/user', 'removeUsersFromOrganization', 400, nobody),
    get(agent, '/servicedesk/1/organization', 'getOrganizations', 200),
    get(agent, '/servicedesk/2/organization', 'getOrganizations', 403),
    post(agent, '/servicedesk/1/organization', 'addOrganization', 204, { organizationId: 2 }),
    post(agent, '/servicedesk/1/organization', 'addOrganization', 404, { organizationId: 9 }),
    post(agent, '/servicedesk/2/organization', 'addOrganization', 403, { organizationId: 1 }),
  ];
}

// Whether somebody holds one of Jira's permissions.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/#api-rest-api-3-mypermissions-get
import type { PersonIdentity } from '../rest/identity';
import { send, type RequestDeps } from '../rest/request';
import { jiraReads } from './operations';

/** Tells whether the identity holds a permission, of a project if `scope` names one or a work item. One missing from the answer isn't held. */
export async function holds(
  deps: RequestDeps,
  identity: PersonIdentity,
  permission: 'ADMINISTER' | 'SERVICEDESK_AGENT' | 'ADD_COMMENTS' | 'USER_PICKER',
  scope: { projectKey?: string; issueKey?: string } = {},
): Promise<boolean> {
  const { permissions } = await send(deps, jiraReads.getMyPermissions, identity, {
    query: { ...scope, permissions: permission },
  });
  return permissions[permission]?.havePermission === true;
}

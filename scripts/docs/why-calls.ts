// Why each REST operation is called, in words for whoever approves the app's scopes. An operation without a reason doesn't compile.
import type { operations } from '../../src/platform/rest/operations';
import type { reservedOperations } from '../../src/platform/rest/reserved';

export const WHY_CALLED: Readonly<Record<keyof typeof operations | keyof typeof reservedOperations, string>> = {
  getCurrentUser: 'Who calls, and whether impersonating the privileged user really yields that account',
  getGroupMembershipsForUser:
    'The groups of one person, to show those of the space; as the privileged user their own, before a group is deleted',
  searchUser: 'Finds people by name, for a picker or a list',
  createBulkUserLookup: 'Names of accounts, and whether they are active people or apps',
  getGroups: 'Finds groups; as the privileged user only which ones give admin or product access',
  getGroupByGroupId: 'What a group is called and who manages it, read before each change of it',
  searchGroups: 'Finds groups to take over, and the app’s own check groups that are left over',
  getGroupMembersByGroupId: 'Who is in a group; as the privileged user only to see what a lost answer did',
  createGroup: 'Creates a group for a space; as the caller only the check group that proves a site admin',
  removeGroupById: 'Deletes a group of a space, or a check group; as the caller only the latter',
  addUserToGroupByGroupId: 'Adds one person to a group of a space',
  removeMemberFromGroupByGroupId: 'Removes one person from a group of a space',
  searchByCQL: 'Finds spaces by name, for a picker',
  getSpaces: 'The space’s key, state and type',
  getSpaceOperations: 'Proves that somebody administers a space; as the requester before each part of their list',
  getAvailableSpaceRoles: 'The roles that a group can be given in a space',
  getSpaceRoleAssignments: 'The role that a group has in a space',
  getSpacePermissionsAssignments: 'What groups may do in a space, on sites without roles',
  setSpaceRoleAssignments: 'Gives a group of the space a role in it; Confluence decides whether the caller may',
  getMyPermissions: 'Proves an agent, a Jira administrator, or the privileged user’s right to make customers',
  getJiraUser: 'The caller’s own groups, where a policy says which groups may create customers',
  findUsers: 'Finds an account by email; as the privileged user only the one whose creation was just asked for',
  findGroups: 'Finds groups that a policy names',
  addComment: 'Tells an automation rule’s result at its work item',
  getServiceDesks: 'The service projects that a policy can be set for',
  getServiceDeskById: 'The service project of the caller’s request',
  getCustomers: 'Whether somebody is a customer of the project already',
  getOrganizations: 'Finds organizations that a policy names',
  getOrganizationsOfServiceDesk: 'The organizations of a project',
  getOrganization: 'What an organization is called',
  addUsersToOrganization: 'Adds a customer to an organization that the policy names',
  createCustomer: 'Creates a portal-only account',
  addCustomers: 'Makes an account a customer of the project',
  removeCustomers: 'Not called yet: takes a customer out of a project again',
  removeUsersFromOrganization: 'Not called yet: takes a customer out of an organization again',
};

/** Scopes of Forge's own services, which no REST operation asks for. */
export const WHY_FORGE: Readonly<Record<string, string>> = {
  'storage:app': 'Settings, records, facts of memberships, lists of changes and the audit',
  'report:personal-data': 'Asks once a week which stored accounts were closed, to erase them',
};

// Permissions that the sandbox models, as Jira names them, and the built-in ones that it doesn't.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permission-schemes/#built-in-permissions
interface PermissionEntry {
  id: string;
  name: string;
  description: string;
  type: 'GLOBAL' | 'PROJECT';
}

export const PERMISSIONS = {
  ADMINISTER: global('0', 'Administer Jira', 'Create and administer projects, issue types and all settings but users.'),
  USER_PICKER: global('27', 'Browse users and groups', 'View and select users or groups from the user picker.'),
  ADMINISTER_PROJECTS: project('23', 'Administer Projects', 'Ability to administer a project in Jira.'),
  BROWSE_PROJECTS: project('10', 'Browse Projects', 'Ability to browse projects and the issues within them.'),
  CREATE_ISSUES: project('11', 'Create Issues', 'Ability to create issues.'),
  ADD_COMMENTS: project('15', 'Add Comments', 'Ability to comment on issues.'),
  SERVICEDESK_AGENT: project('-1', 'Service Project Agent', 'Allows users to interact with customers.'),
} satisfies Record<string, PermissionEntry>;

export type PermissionKey = keyof typeof PERMISSIONS;
export type ProjectPermission = {
  [Key in PermissionKey]: (typeof PERMISSIONS)[Key]['type'] extends 'PROJECT' ? Key : never;
}[PermissionKey];

export function isModelled(key: string): key is PermissionKey {
  return Object.hasOwn(PERMISSIONS, key);
}

export function isProjectPermission(key: PermissionKey): key is ProjectPermission {
  return PERMISSIONS[key].type === 'PROJECT';
}

/** Keys that Jira has and the sandbox doesn't model. */
export const NOT_JUDGED: ReadonlySet<string> = new Set([
  'SYSTEM_ADMIN',
  'BULK_CHANGE',
  'CREATE_PROJECT',
  'CREATE_SHARED_OBJECTS',
  'MANAGE_GROUP_FILTER_SUBSCRIPTIONS',
  'VIEW_DEV_TOOLS',
  'VIEW_READONLY_WORKFLOW',
  'MANAGE_SPRINTS_PERMISSION',
  'ASSIGNABLE_USER',
  'ASSIGN_ISSUES',
  'CLOSE_ISSUES',
  'DELETE_ISSUES',
  'EDIT_ISSUES',
  'LINK_ISSUES',
  'MODIFY_REPORTER',
  'MOVE_ISSUES',
  'RESOLVE_ISSUES',
  'SCHEDULE_ISSUES',
  'SET_ISSUE_SECURITY',
  'TRANSITION_ISSUES',
  'MANAGE_WATCHERS',
  'VIEW_VOTERS_AND_WATCHERS',
  'DELETE_ALL_COMMENTS',
  'DELETE_OWN_COMMENTS',
  'EDIT_ALL_COMMENTS',
  'EDIT_OWN_COMMENTS',
  'CREATE_ATTACHMENTS',
  'DELETE_ALL_ATTACHMENTS',
  'DELETE_OWN_ATTACHMENTS',
  'DELETE_ALL_WORKLOGS',
  'DELETE_OWN_WORKLOGS',
  'EDIT_ALL_WORKLOGS',
  'EDIT_OWN_WORKLOGS',
  'WORK_ON_ISSUES',
]);

function global(id: string, name: string, description: string) {
  return { id, name, description, type: 'GLOBAL' as const };
}

function project(id: string, name: string, description: string) {
  return {
    id,
    name,
    description,
    type: 'PROJECT' as const,
  };
}

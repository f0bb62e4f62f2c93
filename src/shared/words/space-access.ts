import type { Sentence } from './format';

/** Names permissions in a space as Confluence's own page does, by operation and target. Others are shown as the API names them. */
export const PERMISSIONS: Readonly<Record<string, string>> = {
  'read space': 'View',
  'delete space': 'Delete own',
  'create page': 'Add pages',
  'delete page': 'Delete pages',
  'archive page': 'Archive pages',
  'create blogpost': 'Add blog posts',
  'delete blogpost': 'Delete blog posts',
  'create comment': 'Add comments',
  'delete comment': 'Delete comments',
  'create attachment': 'Add attachments',
  'delete attachment': 'Delete attachments',
  'restrict_content space': 'Add and delete restrictions',
  'export space': 'Export space',
  'administer space': 'Admin',
};

/** Holds the words of what groups may do in a space. */
export const SPACE_ACCESS = {
  show: 'Show access',
  hide: 'Hide access',
  reading: 'Reading who has access to this space',
  column: { roles: 'Role in this space', permissions: 'Permissions in this space' },
  none: { roles: 'No role', permissions: 'None' },
  incomplete:
    'Not read completely: this space has more roles or permissions than the app reads. A group may have some that aren’t shown.',
  rolesOnly: 'On a site that still has permissions from before space roles, a group may have those too.',
  roleOfGroup: 'Role in this space: {roles}',
  noRole: 'No role in this space',

  role: 'Role in this space',
  roleHelp: 'Given with your own rights, once the group is there. You can change it in the space’s settings.',
  chooseNone: 'None for now',
  readingRoles: 'Reading the roles of this space',
  notAssigned: 'Group “{group}” created, without a role',
  notAssignedText: 'The group is there, and the role “{role}” wasn’t given to it. {why}',
  mayNotGive: 'Confluence doesn’t let you manage roles in this space. Ask an admin of the space who may.',
  givePermissions: 'Then give it permissions in {link}.',
  permissionsLink: 'the settings of this space',
} as const satisfies Record<string, Sentence | Record<string, string>>;

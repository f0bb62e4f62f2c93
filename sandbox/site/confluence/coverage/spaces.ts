// Coverage of spaces, their classic permissions and their roles.
import type { CoverageRow } from '../../../coverage/coverage';

export const spaceCoverage: readonly CoverageRow[] = [
  {
    what: 'searchByCQL',
    operations: ['searchByCQL'],
    behavior:
      'CQL: `type = space` and `title ~`, joined by AND, an asterisk ends a word; spaces that the person can see, archived ones only if asked for; fields of users: 400; anything else: 501',
    source: 'v1 search, CQL',
    sure: 'D',
    but: '`type = space` S',
    testedBy: [
      ['unit/sandbox/site/confluence/spaces', '%s finds %j'],
      ['unit/sandbox/site/confluence/spaces', 'leaves out archived ones unless they are asked for, and hidden ones'],
      ['unit/sandbox/site/confluence/spaces', 'for people is 400, and for anything but spaces 501: %s'],
    ],
  },
  {
    what: 'v2 lists',
    operations: [
      'getSpaces',
      'getSpacePermissionsAssignments',
      'getAvailableSpaceRoles',
      'getAvailableSpacePermissions',
      'getSpaceRoleAssignments',
    ],
    behavior: 'limit 1 to 250; a cursor that is made up or of another list: 400',
    source: '[v2 pagination]',
    sure: 'D',
    but: 'the code S',
    testedBy: [
      ['unit/sandbox/site/core/odd-requests', 'continue their own list only'],
      ['unit/sandbox/site/core/odd-requests', 'made up as %j are refused'],
      ['unit/sandbox/site/confluence/spaces', 'goes page by page along the link, in the header and in the body'],
    ],
  },
  {
    what: 'any, without Confluence access',
    behavior: 'v1 403, v2 404',
    source: 'ECO-1450',
    sure: 'D',
    testedBy: [['unit/sandbox/site/core/admission', 'not %s: 403 from v1, 404 from v2']],
  },
  {
    what: 'addPermissionToSpace, removePermission',
    operations: ['addPermissionToSpace', 'removePermission'],
    behavior: 'closed to apps, impersonation included: that same 401',
    source: 'v1 space permissions',
    sure: 'D',
    but: 'status R',
    testedBy: [
      ['unit/sandbox/site/core/admission', 'no scope opens v1 permission writes to an app, not even for a space admin'],
    ],
  },
  {
    what: 'addPermissionToSpace, removePermission, site in ROLES mode',
    operations: ['addPermissionToSpace', 'removePermission'],
    behavior: '400 InvalidRbacOperationException',
    source: 'live suite of confluence.js',
    sure: 'R',
    testedBy: [['unit/sandbox/site/confluence/classic-permissions', 'cannot be changed on a roles-only site']],
  },
  {
    what: 'getSpaceOperations',
    operations: ['getSpaceOperations'],
    behavior: "`administer` on `space` for that space's admins only; hidden space: 404",
    source: '[v2 operation]',
    sure: 'D',
    but: 'points S: one permission object, whatever it lists; Atlassian names users, groups and permissions, and describes these as operations',
    testedBy: [
      ['unit/sandbox/site/confluence/spaces', '%s administers %j'],
      ['unit/sandbox/site/confluence/spaces', 'that is unknown is 404, and an id that is no number is 400'],
    ],
  },
  {
    what: 'getSpaceOperations, ROLES mode',
    operations: ['getSpaceOperations'],
    behavior: 'no `administer`; a switch in the model turns it on',
    source: 'nobody has seen it',
    sure: 'S',
    testedBy: [
      [
        'unit/sandbox/site/confluence/space-roles',
        'on a roles-only site: not administer, unless the site is one that tells',
      ],
    ],
  },
  {
    what: 'archived space',
    operations: ['getSpaces', 'getSpaceById', 'getSpaceOperations'],
    behavior: 'no `create`, but `administer`',
    sure: 'S',
    testedBy: [
      ['unit/sandbox/site/confluence/spaces', 'an archived space is still administered, but nothing is created in it'],
    ],
  },
  {
    what: 'personal space',
    operations: ['getSpaces', 'getSpaceById', 'getSpaceOperations'],
    behavior: 'only its owner sees it',
    sure: 'S',
    testedBy: [
      ['unit/sandbox/site/confluence/spaces', 'a personal space is its owner’s to administer and nobody else’s to see'],
    ],
  },
  {
    what: 'getSpaces',
    operations: ['getSpaces'],
    behavior: 'cursor, Link header, filters of at most 250',
    source: '[v2 space]',
    sure: 'D',
    testedBy: [
      ['unit/sandbox/site/confluence/spaces', 'takes 250 keys at most'],
      ['unit/sandbox/site/confluence/spaces', 'goes page by page along the link, in the header and in the body'],
    ],
  },
  {
    what: 'getSpaces',
    operations: ['getSpaces'],
    behavior:
      'a space whose key was changed keeps its `key` and has the new one as `currentActiveAlias`, which equals the key of any other',
    source: '[v2 space]: only the list names the alias',
    sure: 'D',
    but: 'the equality S',
    testedBy: [
      ['unit/sandbox/site/confluence/renames', 'keeps its key, and names beside it the one that people see'],
      ['unit/sandbox/site/confluence/renames', 'a space whose key was never changed is seen by it'],
    ],
  },
  {
    what: 'getSpaces',
    operations: ['getSpaces'],
    behavior: 'the filter `keys` knows the keys of creation alone; without `status`, archived spaces are listed too',
    source: '[v2 space]',
    sure: 'D',
    but: 'the filter S',
    testedBy: [
      ['unit/sandbox/site/confluence/renames', 'is not found by the key that people see'],
      ['unit/sandbox/site/confluence/spaces', 'narrows by key, id, type and state, with lists repeated or with commas'],
    ],
  },
  {
    what: 'groups and keys that are renamed',
    operations: ['getGroups', 'getSpaces'],
    behavior:
      '`model.renameGroup(groupId, name)`, `model.changeSpaceKey(spaceId, key)`: nothing but the name changes; addresses of pages take the new key',
    source: '[creating groups]',
    sure: 'D',
    but: 'the key S',
    testedBy: [
      ['unit/sandbox/site/confluence/renames', 'a group that was renamed has its new name in every answer'],
      ['unit/sandbox/site/confluence/renames', 'takes no key that another space has or had'],
    ],
  },
  {
    what: 'space roles',
    operations: [
      'getSpaceRoleMode',
      'getAvailableSpaceRoles',
      'getSpaceRolesById',
      'getAvailableSpacePermissions',
      'getSpaceRoleAssignments',
      'setSpaceRoleAssignments',
    ],
    behavior: 'PRE_ROLES: 404, while the mode itself answers 200',
    source: 'v2 space roles',
    sure: 'S',
    testedBy: [
      ['unit/sandbox/site/confluence/space-roles', 'a site in %s says so'],
      ['unit/sandbox/site/confluence/space-roles', 'has no %s'],
    ],
  },
  {
    what: 'setSpaceRoleAssignments',
    operations: ['setSpaceRoleAssignments'],
    behavior:
      'needs `administer` or `manage_users`; the last admin stays; all or nothing; a principal named twice, a customer, a closed account: 400',
    source: 'v2 space roles',
    sure: 'D',
    but: 'S',
    testedBy: [
      ['unit/sandbox/site/confluence/space-roles', '%s may not: 404'],
      ['unit/sandbox/site/confluence/space-roles', 'the last admin stays'],
      ['unit/sandbox/site/confluence/space-roles', 'one bad entry spoils all'],
      ['unit/sandbox/site/core/odd-requests', 'are assigned once per principal, and to people who can have any'],
    ],
  },
  {
    what: 'setSpaceRoleAssignments',
    operations: ['setSpaceRoleAssignments'],
    behavior: 'any role for any access class, anonymous people too',
    sure: 'S',
    but: 'lenient',
    testedBy: [],
  },
  {
    what: 'getSpaceById',
    operations: ['getSpaceById'],
    behavior: '`operations` and `permissions` if they are asked for, 50 at most',
    source: '[v2 space]',
    sure: 'D',
    testedBy: [['unit/sandbox/site/confluence/spaces', 'brings operations and permissions if asked, 50 at most']],
  },
  {
    what: 'getSpacePermissionsAssignments',
    operations: ['getSpacePermissionsAssignments'],
    behavior: 'by person and group; on a roles-only site by role',
    source: 'v2 space permissions',
    sure: 'D',
    but: 'S',
    testedBy: [
      [
        'unit/sandbox/site/confluence/classic-permissions',
        'are listed by person and group, or by role on a roles-only site',
      ],
    ],
  },
  {
    what: 'getAvailableSpaceRoles, getSpaceRolesById, getSpaceRoleAssignments',
    operations: ['getAvailableSpaceRoles', 'getSpaceRolesById', 'getSpaceRoleAssignments'],
    behavior: 'narrowed by type, space and principal; a role and its permissions by id',
    source: 'v2 space roles',
    sure: 'D',
    testedBy: [
      ['unit/sandbox/site/confluence/space-roles', 'the site’s roles can be narrowed by type, space and principal'],
      ['unit/sandbox/site/confluence/space-roles', 'one role can be read'],
      ['unit/sandbox/site/confluence/space-roles', 'a space’s assignments can be narrowed to one role or principal'],
    ],
  },
];

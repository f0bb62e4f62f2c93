// Every operation of the platform that the app calls.

export const OPERATIONS = {
  rest: [
    'addComment',
    'addCustomers',
    'addUserToGroupByGroupId',
    'addUsersToOrganization',
    'createBulkUserLookup',
    'createCustomer',
    'createGroup',
    'findGroups',
    'findUsers',
    'getAvailableSpaceRoles',
    'getCurrentUser',
    'getCustomers',
    'getGroupByGroupId',
    'getGroupMembersByGroupId',
    'getGroupMembershipsForUser',
    'getGroups',
    'getMyPermissions',
    'getOrganization',
    'getOrganizations',
    'getServiceDeskById',
    'getServiceDesks',
    'getSpaceOperations',
    'getSpacePermissionsAssignments',
    'getSpaceRoleAssignments',
    'getSpaces',
    'removeGroupById',
    'removeMemberFromGroupByGroupId',
    'searchByCQL',
    'searchGroups',
    'searchUser',
    'setSpaceRoleAssignments',
  ],
  kvs: [
    'batch/get',
    'delete',
    'entity/delete',
    'entity/get',
    'entity/query',
    'entity/set',
    'get',
    'secret/delete',
    'transaction',
  ],
  queue: ['/webhook/queue/publish'],
  report: ['/app/report-accounts'],
} as const;

/** Names an operation. */
export type OperationId = (typeof OPERATIONS)[keyof typeof OPERATIONS][number];

/** Lists the operations of all kinds. */
export const ALL_OPERATIONS: readonly OperationId[] = Object.values(OPERATIONS).flat();

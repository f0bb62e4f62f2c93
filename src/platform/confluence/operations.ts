// Every operation of Confluence that the app calls, one row each.
// https://developer.atlassian.com/cloud/confluence/rest/v1/intro/ and /v2/intro/
import { bothRead, callerReads, provingReads, type Operation } from '../rest/operation';
import { accessReads, accessWrites } from './access-operations';
import { groupReads, groupWrites } from './group-operations';
import { perGroup, perPermission, perSpace, perUser, READ_GROUP, READ_SPACE, READ_USER, V1, V2 } from './rows';
import { AccountList, CurrentUser, FoundSpaces, FoundUsers, GroupPage, SpaceList, SpaceOperations } from './schemas';

export const userReads = {
  getCurrentUser: {
    operationId: 'getCurrentUser',
    api: 'v1',
    method: 'GET',
    path: `${V1}/user/current`,
    scopes: ['read:content-details:confluence'],
    ...bothRead,
    points: perUser,
    about: 'account',
    response: CurrentUser,
  },
  getGroupMembershipsForUser: {
    operationId: 'getGroupMembershipsForUser',
    api: 'v1',
    method: 'GET',
    path: `${V1}/user/memberof`,
    scopes: [READ_USER, READ_GROUP],
    ...bothRead,
    points: perGroup,
    about: 'account',
    response: GroupPage,
  },
  searchUser: {
    operationId: 'searchUser',
    api: 'v1',
    method: 'GET',
    path: `${V1}/search/user`,
    scopes: ['read:content-details:confluence'],
    ...callerReads,
    points: perUser,
    about: 'account',
    response: FoundUsers,
  },
  // A read by POST.
  createBulkUserLookup: {
    operationId: 'createBulkUserLookup',
    api: 'v2',
    method: 'POST',
    path: `${V2}/users-bulk`,
    scopes: [READ_USER],
    actsAs: ['caller', 'app'],
    retry: 'read',
    points: perUser,
    about: 'account',
    response: AccountList,
  },
} as const satisfies Record<string, Operation>;

export const spaceReads = {
  searchByCQL: {
    operationId: 'searchByCQL',
    api: 'v1',
    method: 'GET',
    path: `${V1}/search`,
    scopes: ['read:content-details:confluence'],
    ...callerReads,
    points: perSpace,
    about: 'space',
    response: FoundSpaces,
  },
  getSpaces: {
    operationId: 'getSpaces',
    api: 'v2',
    method: 'GET',
    path: `${V2}/spaces`,
    scopes: [READ_SPACE],
    ...provingReads,
    points: perSpace,
    about: 'space',
    response: SpaceList,
  },
  getSpaceOperations: {
    operationId: 'getSpaceOperations',
    api: 'v2',
    method: 'GET',
    path: `${V2}/spaces/{id}/operations`,
    scopes: [READ_SPACE],
    ...provingReads,
    points: perPermission,
    about: 'space',
    response: SpaceOperations,
  },
} as const satisfies Record<string, Operation>;

export const confluenceOperations = {
  ...userReads,
  ...groupReads,
  ...groupWrites,
  ...spaceReads,
  ...accessReads,
  ...accessWrites,
};

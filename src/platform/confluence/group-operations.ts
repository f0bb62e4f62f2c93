// The REST operations on groups and their members: reads, and writes that Confluence allows to site admins only.
// https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-group/
import { bothRead, notTaken, type Operation } from '../rest/operation';
import {
  nameInUse,
  perGroup,
  perUser,
  privilegedWrites,
  provingWrites,
  READ_GROUP,
  READ_USER,
  V1,
  WRITE_GROUP,
} from './rows';
import { Group, GroupPage, MemberList, Nothing } from './schemas';

export const groupReads = {
  getGroups: {
    operationId: 'getGroups',
    api: 'v1',
    method: 'GET',
    path: `${V1}/group`,
    scopes: [READ_GROUP],
    ...bothRead,
    points: perGroup,
    about: 'group',
    response: GroupPage,
  },
  getGroupByGroupId: {
    operationId: 'getGroupByGroupId',
    api: 'v1',
    method: 'GET',
    path: `${V1}/group/by-id`,
    scopes: [READ_GROUP],
    ...bothRead,
    points: perGroup,
    about: 'group',
    // Some sites answer 400 for an unknown id.
    meanings: { 400: { code: 'NOT_FOUND', what: 'group' } },
    response: Group,
  },
  searchGroups: {
    operationId: 'searchGroups',
    api: 'v1',
    method: 'GET',
    path: `${V1}/group/picker`,
    scopes: [READ_GROUP],
    ...bothRead,
    points: perGroup,
    about: 'group',
    response: GroupPage,
  },
  getGroupMembersByGroupId: {
    operationId: 'getGroupMembersByGroupId',
    api: 'v1',
    method: 'GET',
    path: `${V1}/group/{groupId}/membersByGroupId`,
    scopes: [READ_GROUP, READ_USER],
    ...bothRead,
    points: perUser,
    about: 'group',
    response: MemberList,
  },
} as const satisfies Record<string, Operation>;

export const groupWrites = {
  createGroup: {
    operationId: 'createGroup',
    api: 'v1',
    method: 'POST',
    path: `${V1}/group`,
    scopes: [READ_GROUP, WRITE_GROUP],
    ...provingWrites,
    // The document has 400 only for a bad name; the same service answers 400 in Jira, and 409 by SCIM, for a name in use.
    meanings: { 400: nameInUse, 409: nameInUse },
    response: Group,
  },
  removeGroupById: {
    operationId: 'removeGroupById',
    api: 'v1',
    method: 'DELETE',
    path: `${V1}/group/by-id`,
    scopes: [WRITE_GROUP],
    ...provingWrites,
    response: Nothing,
  },
  addUserToGroupByGroupId: {
    operationId: 'addUserToGroupByGroupId',
    api: 'v1',
    method: 'POST',
    path: `${V1}/group/userByGroupId`,
    scopes: [WRITE_GROUP],
    ...privilegedWrites,
    // Jira's twin answers this for a member: https://jira.atlassian.com/browse/AX-17
    meanings: { 400: notTaken, 409: notTaken },
    response: Nothing,
  },
  removeMemberFromGroupByGroupId: {
    operationId: 'removeMemberFromGroupByGroupId',
    api: 'v1',
    method: 'DELETE',
    path: `${V1}/group/userByGroupId`,
    scopes: [WRITE_GROUP],
    ...privilegedWrites,
    response: Nothing,
  },
} as const satisfies Record<string, Operation>;

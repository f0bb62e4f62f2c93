// Members of a group: read, add, remove; and the groups of one account.
// https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-group/#api-wiki-rest-api-group-userbygroupid-post
import { z } from 'zod';

import { booleanParam, readBody, requiredParam, type Answer, numberParam } from '../../core/call';
import { ACCOUNT_ID_LENGTH } from '../../core/limits';
import { Refusal } from '../../core/refusal';
import { isActive } from '../../people/rules';
import { V1_GROUP_PAGE } from '../limits';
import type { Call, Row } from '../model';
import { offsetPage } from '../paging';
import { requireEligibleMember, requireOwnedByAdmins, requireSiteAdmin } from '../rules';
import { existingGroup, groupPage } from './groups';
import { userJson } from './user-json';

const WRITE_MEMBERS = [['write:confluence-groups'], ['write:group:confluence']];

const accountIdSchema = z.object({ accountId: z.string().min(1).max(ACCOUNT_ID_LENGTH) });

export const membershipRows: readonly Row[] = [
  {
    operationId: 'getGroupMembersByGroupId',
    method: 'GET',
    path: '/wiki/rest/api/group/{groupId}/membersByGroupId',
    scopes: [['read:confluence-groups'], ['read:group:confluence', 'read:user:confluence']],
    handler: getGroupMembersByGroupId,
  },
  {
    operationId: 'addUserToGroupByGroupId',
    method: 'POST',
    path: '/wiki/rest/api/group/userByGroupId',
    scopes: WRITE_MEMBERS,
    handler: addUserToGroupByGroupId,
  },
  {
    operationId: 'removeMemberFromGroupByGroupId',
    method: 'DELETE',
    path: '/wiki/rest/api/group/userByGroupId',
    scopes: WRITE_MEMBERS,
    handler: removeMemberFromGroupByGroupId,
  },
  {
    operationId: 'getGroupMembershipsForUser',
    method: 'GET',
    path: '/wiki/rest/api/user/memberof',
    scopes: [['read:confluence-user'], ['read:user:confluence', 'read:group:confluence']],
    handler: getGroupMembershipsForUser,
  },
];

/** Answers an empty page for an unknown group; silently leaves out deactivated members. */
function getGroupMembersByGroupId(call: Call): Answer {
  if (numberParam(call, 'limit', V1_GROUP_PAGE.default) > V1_GROUP_PAGE.max) {
    throw new Refusal(400, `The parameter limit must not be above ${V1_GROUP_PAGE.max}`);
  }
  const { model, params } = call;
  const members = [...(model.groups.get(params['groupId'] ?? '')?.members ?? [])]
    .flatMap((accountId) => model.accounts.get(accountId) ?? [])
    .filter(isActive);
  const { items, start, limit, links } = offsetPage(call, members, V1_GROUP_PAGE);
  const results = items.map((account) => userJson(call, account));
  const total = booleanParam(call, 'shouldReturnTotalSize') ? { totalSize: members.length } : {};
  return {
    status: 200,
    json: { results, start, limit, size: items.length, ...total, _links: links },
    people: items.length,
  };
}

function addUserToGroupByGroupId(call: Call): Answer {
  requireSiteAdmin(call.model, call.actor);
  const groupId = requiredParam(call, 'groupId');
  const { accountId } = readBody(call, accountIdSchema);
  const group = existingGroup(call, groupId);
  const account = existingAccount(call, accountId);
  requireOwnedByAdmins(group);
  requireEligibleMember(account);
  if (group.members.has(accountId)) {
    throw new Refusal(400, 'User is already a member');
  }
  group.members.add(accountId);
  return { status: 201 };
}

function existingAccount({ model }: Call, accountId: string) {
  const account = model.accounts.get(accountId);
  if (account === undefined || account.status === 'closed') {
    throw new Refusal(404, `No user with the account id ${accountId}`);
  }
  return account;
}

/** Removes a member; answers the same for someone who isn't in the group. */
function removeMemberFromGroupByGroupId(call: Call): Answer {
  requireSiteAdmin(call.model, call.actor);
  const group = existingGroup(call, requiredParam(call, 'groupId'));
  const { accountId } = existingAccount(call, requiredParam(call, 'accountId'));
  requireOwnedByAdmins(group);
  group.members.delete(accountId);
  return { status: 204 };
}

/** Answers an empty page for an unknown account. */
function getGroupMembershipsForUser(call: Call): Answer {
  const accountId = requiredParam(call, 'accountId');
  return groupPage(
    call,
    [...call.model.groups.values()].filter(({ members }) => members.has(accountId)),
  );
}

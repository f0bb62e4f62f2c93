// Group writes, which Confluence allows to site admins only, so they are made as the privileged user.
// https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-group/
import { isGrant, type Grant, type PrivilegedOperation } from '../../domain/grant';
import type { GroupWriter } from '../../domain/ports';
import { privilegedUser } from '../rest/identity';
import { send, type RequestDeps } from '../rest/request';
import { unless } from '../rest/unless';
import { factsOf } from './group-pages';

/** As whom a grant lets the app act. Throws for what only looks like a grant, and for a grant of another operation. */
const granted = (grant: Grant, operation: PrivilegedOperation) => {
  if (!isGrant(grant) || grant.operation !== operation) throw new Error(`${operation} without a grant`);
  return privilegedUser(grant.actAs);
};

/** Writes of groups and members. See the port for how each fails. */
export const createGroupWriter = (deps: RequestDeps): GroupWriter => ({
  createGroup: async (grant) => {
    const identity = granted(grant, 'createGroup');
    return factsOf(await send(deps, 'createGroup', identity, { body: { name: grant.groupName } }));
  },
  deleteGroup: async (grant) => {
    const identity = granted(grant, 'deleteGroup');
    const request = { query: { id: grant.groupId } };
    return unless(['NOT_FOUND'], { deleted: false }, async () => {
      await send(deps, 'removeGroupById', identity, request);
      return { deleted: true };
    });
  },
  addMember: async (grant) => {
    const identity = granted(grant, 'addMember');
    const request = { query: { groupId: grant.groupId }, body: { accountId: grant.accountId } };
    return unless(['CONFLICT'], 'rejected' as const, async () => {
      await send(deps, 'addUserToGroupByGroupId', identity, request);
      return 'added' as const;
    });
  },
  removeMember: async (grant) => {
    const identity = granted(grant, 'removeMember');
    const query = { groupId: grant.groupId, accountId: grant.accountId };
    await send(deps, 'removeMemberFromGroupByGroupId', identity, { query });
    return 'removed';
  },
});

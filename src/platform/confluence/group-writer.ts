// Group writes, which Confluence allows to site admins only, so they are made as the privileged user.
// https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-group/
import type { GroupWriter } from '../../groups/confluence-ports';
import { granted } from '../rest/granted';
import { send, type RequestDeps } from '../rest/request';
import { unless } from '../rest/unless';
import { groupWrites } from './group-operations';
import { factsOf } from './group-pages';

/** Writes groups and members. The port describes how each method fails. */
export function createGroupWriter(deps: RequestDeps): GroupWriter {
  return {
    createGroup: async (grant) => {
      const identity = granted(grant, 'createGroup', 'writeTestCreate');
      return factsOf(await send(deps, groupWrites.createGroup, identity, { body: { name: grant.groupName } }));
    },
    deleteGroup: async (grant) => {
      const identity = granted(grant, 'deleteGroup', 'writeTestDelete');
      const request = { query: { id: grant.groupId } };
      return unless(['NOT_FOUND'], { deleted: false }, async () => {
        await send(deps, groupWrites.removeGroupById, identity, request);
        return { deleted: true };
      });
    },
    addMember: async (grant) => {
      const identity = granted(grant, 'addMember');
      const request = { query: { groupId: grant.groupId }, body: { accountId: grant.accountId } };
      return unless(['INVALID_INPUT'], 'rejected' as const, async () => {
        await send(deps, groupWrites.addUserToGroupByGroupId, identity, request);
        return 'added' as const;
      });
    },
    removeMember: async (grant) => {
      const identity = granted(grant, 'removeMember');
      const query = { groupId: grant.groupId, accountId: grant.accountId };
      await send(deps, groupWrites.removeMemberFromGroupByGroupId, identity, { query });
      return 'removed';
    },
  };
}

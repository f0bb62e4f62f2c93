// A check group that the caller creates and deletes themselves, which Confluence allows only site admins to do.
// https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-group/#api-wiki-rest-api-group-post
import type { SiteAdminProver } from '../../broker/site-admin/ports';
import { grantedToCaller } from '../rest/granted';
import { send, type RequestDeps } from '../rest/request';
import { unless } from '../rest/unless';
import { groupWrites } from './group-operations';
import { factsOf } from './group-pages';

/** Writes as the caller. The port describes how each method fails. */
export function createSiteAdminProver(deps: RequestDeps): SiteAdminProver {
  return {
    create: async (grant) => {
      const identity = grantedToCaller(grant, 'proveSiteAdminCreate');
      return factsOf(await send(deps, groupWrites.createGroup, identity, { body: { name: grant.groupName } }));
    },
    delete: async (grant) => {
      const identity = grantedToCaller(grant, 'proveSiteAdminDelete');
      return unless(['NOT_FOUND'], { deleted: false }, async () => {
        await send(deps, groupWrites.removeGroupById, identity, { query: { id: grant.groupId } });
        return { deleted: true };
      });
    },
  };
}

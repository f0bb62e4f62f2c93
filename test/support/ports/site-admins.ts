// Who may manage groups on the fake site, whatever their groups: asked as the person who calls.
import { AppError } from '../../../src/broker/errors';
import { isGrant } from '../../../src/broker/grant';
import type { SiteAdminProofStore, SiteAdminProver } from '../../../src/broker/site-admin/ports';
import { NO_PROOFS, type SiteAdminProofs } from '../../../src/broker/site-admin/proofs';
import { aGroup, refusedByAtlassian } from './builders';
import type { Journal } from './journal';
import type { Site } from './site';

function demandGrant(value: object): void {
  if (!isGrant(value)) throw new Error('A write without a grant.');
}

export function createSiteAdminProver(site: Site, { run }: Journal): SiteAdminProver {
  let made = 0;
  function demandSiteAdmin() {
    if (site.caller === undefined || !site.siteAdmins.has(site.caller)) throw refusedByAtlassian;
  }
  return {
    create: async (grant) =>
      run({ call: 'prove by creating', about: grant.groupName }, () => {
        demandGrant(grant);
        demandSiteAdmin();
        if (site.isTaken(grant.groupName)) throw new AppError({ code: 'CONFLICT', what: 'groupName' });
        made += 1;
        return site.has(aGroup({ groupId: `g-proof-${String(made)}`, name: grant.groupName }));
      }),
    delete: async (grant) =>
      run({ call: 'prove by deleting', about: grant.groupName }, () => {
        demandGrant(grant);
        demandSiteAdmin();
        site.members.delete(grant.groupId);
        return { deleted: site.groups.delete(grant.groupId) };
      }),
  };
}

export interface FakeSiteAdminProofs extends SiteAdminProofStore {
  stored: SiteAdminProofs;
  version: number;
}

/** Nobody has proved anything yet. */
export function createSiteAdminProofs({ run, read }: Journal): FakeSiteAdminProofs {
  const fake: FakeSiteAdminProofs = {
    stored: NO_PROOFS,
    version: 0,
    read: async () => read('read proofs', () => ({ value: fake.stored, version: fake.version })),
    save: async (next, seen) =>
      run({ call: 'save proofs', about: '' }, () => {
        if (seen !== fake.version) throw new AppError({ code: 'CONFLICT', what: 'settings' });
        fake.stored = next;
        fake.version += 1;
        return fake.version;
      }),
  };
  return fake;
}

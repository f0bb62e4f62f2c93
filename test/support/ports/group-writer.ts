// Group writes on the fake site. Like the real ones, they take a real grant and nothing else.
import { AppError } from '../../../src/broker/errors';
import { isGrant } from '../../../src/broker/grant';
import type { GroupWriter } from '../../../src/groups/confluence-ports';
import { AccountId } from '../../../src/shared/ids';
import { aGroup } from './builders';
import type { Journal } from './journal';
import type { Site } from './site';

function demandGrant(value: object): void {
  if (!isGrant(value)) throw new Error('A write without a grant.');
}

export function createGroupWriter(site: Site, journal: Journal): GroupWriter {
  let made = 0;
  const run: Journal['run'] = async (entry, effect) =>
    journal.run(entry, () => {
      if (entry.as !== undefined) site.actAs(AccountId.parse(entry.as));
      return effect();
    });
  return {
    createGroup: async (grant) =>
      run({ call: 'createGroup', about: grant.groupName, as: grant.actAs }, () => {
        demandGrant(grant);
        if (site.isTaken(grant.groupName)) throw new AppError({ code: 'CONFLICT', what: 'groupName' });
        made += 1;
        return site.has(aGroup({ groupId: `g-made-${String(made)}`, name: grant.groupName }));
      }),
    deleteGroup: async (grant) =>
      run({ call: 'deleteGroup', about: grant.groupName, as: grant.actAs }, () => {
        demandGrant(grant);
        site.members.delete(grant.groupId);
        return { deleted: site.groups.delete(grant.groupId) };
      }),
    addMember: async (grant) =>
      run({ call: 'addMember', about: grant.accountId, as: grant.actAs }, () => {
        demandGrant(grant);
        const members = site.members.get(grant.groupId);
        if (members === undefined) throw new AppError({ code: 'NOT_FOUND', what: 'group' });
        if (members.has(grant.accountId)) return 'rejected';
        members.add(grant.accountId);
        return 'added';
      }),
    removeMember: async (grant) =>
      run({ call: 'removeMember', about: grant.accountId, as: grant.actAs }, () => {
        demandGrant(grant);
        const members = site.members.get(grant.groupId);
        if (members === undefined) throw new AppError({ code: 'NOT_FOUND', what: 'group' });
        members.delete(grant.accountId);
        return 'removed';
      }),
  };
}

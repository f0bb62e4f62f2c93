// Admins mend what was broken: rights, accounts, seats, spaces and decisions come back.
import type { World } from '../world/world';
import { decideForTheApp } from './decisions';
import { KEY_PEOPLE } from './people';
import { seenIn } from './seen';

/** Mends things of one kind, and says what. */
type Repair = (world: World) => Record<string, unknown>;

export const REPAIRS: Readonly<Record<string, Repair>> = {
  mendDecisions: (world) => {
    decideForTheApp(world);
    return {};
  },
  mendPeople: ({ model }) => {
    const seats = model.group('confluence-users').id;
    const key = KEY_PEOPLE.map((handle) => model.accountOf(handle)).filter(({ status }) => status !== 'closed');
    const lost = key.filter(({ status }) => status !== 'active');
    for (const { accountId } of lost) model.setStatus(accountId, 'active');
    const seated = model.groups.get(seats)?.members;
    const isForConfluence = key.filter(({ accountId }) => [...model.spaces.values()].some(isOf(accountId)));
    for (const { accountId } of isForConfluence) if (seated?.has(accountId) !== true) model.addMember(seats, accountId);
    return { accountIds: lost.map(({ accountId }) => accountId) };
  },
  mendAdmins: ({ model }) => {
    const [admins, confluence] = [model.group('site-admins').id, model.group('confluence-admins').id];
    const [site, org, own] = ['site-admin', 'org-admin', 'confluence-admin'].map((one) => model.accountOf(one));
    if (site === undefined || org === undefined || own === undefined) return {};
    const seats = model.group('confluence-users').id;
    for (const { accountId } of [site, org, own]) model.addMember(seats, accountId);
    model.addMember(admins, site.accountId);
    for (const { accountId } of [site, own]) model.addMember(confluence, accountId);
    model.setSiteAdmin(org.accountId, true);
    model.addToProject('SUP', 'agents', model.accountOf('agent').accountId);
    return {};
  },
  mendSpaces: ({ model }) => {
    const spaces = [...model.spaces.values()];
    for (const { id, ownerId } of spaces) model.addSpaceAdmin(id, ownerId);
    for (const { id, name, status } of spaces)
      if (status !== 'current' && name !== 'Old handbook') model.setSpaceStatus(id, 'current');
    return {};
  },
  mendGroups: (world) => {
    const { model } = world;
    const own = seenIn(world).recorded();
    const broken = own.flatMap((id) => model.groups.get(id) ?? []).filter(isProtected);
    for (const { id, grants } of broken) {
      for (const access of grants) model.revokeAccess(id, access);
      model.setManagedBy(id, 'ADMINS');
    }
    return { groupIds: broken.map(({ id }) => id) };
  },
};

function isOf(accountId: string): (space: { ownerId: string }) => boolean {
  return ({ ownerId }) => ownerId === accountId;
}

function isProtected({ grants, managedBy }: { grants: ReadonlySet<string>; managedBy: string }): boolean {
  return grants.size > 0 || managedBy !== 'ADMINS';
}

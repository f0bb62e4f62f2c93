// The journeys of both pages, in an order in which each finds what it needs. The same on the demo site and on the large one.
import type { AccountId, GroupId } from '../../src/shared/ids';
import { valueOf, type World } from './integration';

/** Of this name on the large site, where it has 20,000 members; made for the demo site. */
const GROUP = 'demo-everyone';
/** More than a page of members shows. */
const MANY = 60;

function person(world: World, number: number): AccountId {
  return world.id(`person-${String(number).padStart(2, '0')}`);
}

/** A configured site with a group to adopt, and one that DEMO has. */
export async function prepare(world: World) {
  await world.configure();
  const exists = [...world.model.groups.values()].some(({ name }) => name === GROUP);
  const many = exists ? world.groupId(GROUP) : (world.model.addGroup(GROUP) as GroupId);
  for (let number = 1; number <= MANY; number += 1) world.model.addMember(many, person(world, number));
  const { groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha');
  return { world, many, groupId };
}

type Prepared = Awaited<ReturnType<typeof prepare>>;
type Journey = (prepared: Prepared) => Promise<{ ok: boolean }>;

async function members({ world, groupId }: Prepared, key: 'addMembers' | 'removeMembers', from: number, count: number) {
  const accountIds = Array.from({ length: count }, (_, index) => person(world, from + index));
  return key === 'addMembers'
    ? world.asSpace('space-admin', 'DEMO', key, { groupId, accountIds })
    : world.asSpace('space-admin', 'DEMO', key, { groupId, accountIds, confirmSelf: false });
}

async function version({ world }: Prepared): Promise<number> {
  const stored = valueOf(await world.asGlobal('site-admin', 'openGlobalSettings', {}));
  return stored.privilegedUser?.version ?? 0;
}

interface Step {
  name: string;
  /** Not counted. */
  before?: (prepared: Prepared) => Promise<unknown>;
  run: Journey;
}

let seen = 0;

export const JOURNEYS: readonly Step[] = [
  { name: 'open the global page', run: ({ world }) => world.asGlobal('confluence-admin', 'openGlobalSettings', {}) },
  { name: 'find candidates', run: ({ world }) => world.asGlobal('site-admin', 'findCandidates', { start: 0 }) },
  {
    name: 'confirm that one is a site admin',
    run: ({ world }) => world.asGlobal('site-admin', 'confirmSiteAdmin', {}),
  },
  {
    name: 'adopt a group',
    run: ({ world, many }) => {
      const groups = [{ groupId: many, spaceId: world.spaceId('DEMO'), acknowledgeProductAccess: false }];
      return world.asGlobal('site-admin', 'adoptGroups', { groups });
    },
  },
  { name: 'open the space page', run: ({ world }) => world.asSpace('space-admin', 'DEMO', 'openSpaceSettings', {}) },
  {
    name: 'open a group',
    run: ({ world, many }) => world.asSpace('space-admin', 'DEMO', 'openGroup', { groupId: many }),
  },
  {
    name: 'next page of members',
    run: ({ world, many }) => world.asSpace('space-admin', 'DEMO', 'listMembers', { groupId: many, start: 25 }),
  },
  {
    name: 'is this person a member',
    run: ({ world, many }) => {
      const accountId = world.id('space-admin');
      return world.asSpace('space-admin', 'DEMO', 'isMember', { groupId: many, accountId });
    },
  },
  {
    name: 'create a group',
    run: ({ world }) => world.asSpace('space-admin', 'DEMO', 'createGroup', { name: 'beta' }),
  },
  { name: 'add a person', run: (prepared) => members(prepared, 'addMembers', 1, 1) },
  { name: 'add 25 people', run: (prepared) => members(prepared, 'addMembers', 2, 25) },
  { name: 'remove a person', run: (prepared) => members(prepared, 'removeMembers', 1, 1) },
  {
    name: 'delete a group',
    run: ({ world, groupId }) => {
      const payload = { groupId, typedName: 'demo-alpha', confirmSelf: false };
      return world.asSpace('space-admin', 'DEMO', 'deleteGroup', payload);
    },
  },
  {
    name: 'save the privileged user',
    before: async (prepared) => void (seen = await version(prepared)),
    run: ({ world }) =>
      world.asGlobal('site-admin', 'savePrivilegedUser', { accountId: world.id('site-admin'), version: seen }),
  },
  {
    name: 'accept',
    before: async (prepared) => {
      const accountId = prepared.world.id('site-admin');
      const payload = { accountId, version: await version(prepared) };
      valueOf(await prepared.world.asGlobal('confluence-admin', 'savePrivilegedUser', payload));
      seen = await version(prepared);
    },
    run: ({ world }) => world.asGlobal('site-admin', 'acceptNomination', { version: seen }),
  },
  {
    name: 'audit of the site',
    run: ({ world }) => world.asGlobal('confluence-admin', 'readAudit', { filter: {} }),
  },
  {
    name: 'audit of a space',
    run: ({ world }) => world.asSpace('space-admin', 'DEMO', 'readSpaceAudit', { filter: {} }),
  },
];

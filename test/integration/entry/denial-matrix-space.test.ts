// Everyone who may not, at each call of the space page.
import { describe, expect, it } from 'vitest';

import { spaceSettings } from '../../../src/entry/space-settings';
import type { GroupId } from '../../../src/shared/ids';
import { prepareChanges } from '../../support/changes';
import { testDenials, type Cell, type Denials } from '../../support/denial-matrix';
import { errorOf, openSandbox, valueOf } from '../../support/integration';
import { attack, aWorldToAttack, type Attack, type Attacked } from '../../support/integration-denials';
import { onSpaceSettings } from '../../support/payloads';
import { onDemoGroup } from '../../support/subjects';

type Key = keyof typeof spaceSettings;

const NO_GROUP: Cell = { doesNotApply: 'names no group' };
const READS_AS_CALLER: Cell = {
  doesNotApply: 'shows what Confluence shows the caller; only writes need protection',
};

const AS_CALLER: Cell = {
  doesNotApply: 'done with the caller’s own right in their space, which no protection of groups narrows',
};

/** Refused whatever the row does. */
const SPACE = {
  anonymous: 'NOT_SIGNED_IN',
  member: 'NOT_SPACE_ADMIN',
  'admin of another space': 'NOT_SPACE_ADMIN',
  'admin of their personal space': 'NOT_SPACE_ADMIN',
  'Confluence admin': 'NOT_SPACE_ADMIN',
  deactivated: 'INVOCATION_REFUSED',
  'forged space in context': 'NOT_SPACE_ADMIN',
  'forged accountId in payload': 'INVALID_INPUT',
} satisfies Partial<Denials>;
const SPACE_ROW: Denials = { ...SPACE, 'group of another space': NO_GROUP, 'protected group': NO_GROUP };
const READ_OF_GROUP: Denials = {
  ...SPACE,
  'group of another space': 'GROUP_OF_ANOTHER_SPACE',
  'protected group': READS_AS_CALLER,
};
/** scim-finance here; every other one in protected-groups.test.ts. */
const WRITE_TO_GROUP: Denials = { ...READ_OF_GROUP, 'protected group': 'GROUP_MANAGED_OUTSIDE' };

/** Of another space's change, it isn't even told that it exists. */
const CHANGE: Denials = {
  ...SPACE,
  'group of another space': 'NOT_FOUND',
  'protected group': { doesNotApply: 'none is planned, and each line is judged anew when it is applied' },
};

const ROWS: Record<Key, Denials> = {
  openSpaceSettings: SPACE_ROW,
  listGroups: SPACE_ROW,
  createGroup: {
    ...SPACE_ROW,
    'group of another space': { doesNotApply: 'the group does not exist yet' },
    'protected group': 'GROUP_NAME_RESERVED',
  },
  // Changes what is said of a group that another one was to replace.
  keepBothGroups: {
    ...READ_OF_GROUP,
    'protected group': { doesNotApply: 'nobody is added or removed, and no right is given' },
  },
  deleteGroup: WRITE_TO_GROUP,
  openGroup: READ_OF_GROUP,
  mayChangeGroup: { ...READ_OF_GROUP, 'protected group': { doesNotApply: 'it tells that it is one' } },
  countMembers: READ_OF_GROUP,
  readSpaceAccess: SPACE_ROW,
  readSpaceRoles: SPACE_ROW,
  // With the caller's own right: what the app's own right must not touch doesn't matter.
  assignRole: { ...SPACE, 'group of another space': 'GROUP_OF_ANOTHER_SPACE', 'protected group': AS_CALLER },
  listMembers: READ_OF_GROUP,
  readMembers: READ_OF_GROUP,
  // Its payload has an accountId by right: the caller is still whom the platform names.
  isMember: { ...READ_OF_GROUP, 'forged accountId in payload': 'NOT_SPACE_ADMIN' },
  readPersonGroups: { ...SPACE_ROW, 'forged accountId in payload': 'NOT_SPACE_ADMIN' },
  addMembers: WRITE_TO_GROUP,
  removeMembers: WRITE_TO_GROUP,
  // An entry tells the group: of one of another space, nothing is told.
  undoChange: { ...WRITE_TO_GROUP, 'group of another space': 'NOT_UNDOABLE' },
  resolvePeople: SPACE_ROW,
  planPeople: { ...READ_OF_GROUP, 'protected group': 'GROUP_MANAGED_OUTSIDE' },
  planPersonRemoval: { ...SPACE_ROW, 'forged accountId in payload': 'NOT_SPACE_ADMIN' },
  applyChange: CHANGE,
  // Nothing is proved but who calls: it tells its author alone how far it has come.
  watchChange: {
    ...CHANGE,
    member: 'NOT_FOUND',
    'admin of another space': 'NOT_FOUND',
    'admin of their personal space': 'NOT_FOUND',
    'Confluence admin': 'NOT_FOUND',
    'forged space in context': 'NOT_FOUND',
  },
  readChangeLines: CHANGE,
  listChanges: SPACE_ROW,
  cancelChange: CHANGE,
  resumeChange: CHANGE,
  planUndo: CHANGE,
  readSpaceAudit: SPACE_ROW,
  readSpaceSupport: SPACE_ROW,
};

/** Calls about a change that exists. */
const LISTS: ReadonlySet<Key> = new Set([
  'applyChange',
  'watchChange',
  'readChangeLines',
  'cancelChange',
  'resumeChange',
  'planUndo',
]);

testDenials({
  page: 'space-settings',
  table: spaceSettings,
  denials: ROWS,
  attacks: {
    anonymous: (world, key) => attackOn(world, key, undefined),
    member: (world, key) => attackOn(world, key, 'member'),
    'admin of another space': (world, key) => attackOn(world, key, 'other-admin'),
    'admin of their personal space': (world, key) => attackOn(world, key, 'member', personalSpaceAs(world, 'DEMO')),
    'Confluence admin': (world, key) => attackOn(world, key, 'confluence-admin'),
    deactivated: (world, key) => {
      world.model.setStatus(world.id('space-admin'), 'inactive');
      return attackOn(world, key, 'space-admin');
    },
    'forged space in context': (world, key) => ({
      ...attackOn(world, key, 'other-admin'),
      context: { extension: { space: { id: world.spaceId('DEMO'), key: 'DEVOPS' } }, moduleKey: 'global-settings' },
    }),
    'forged accountId in payload': (world, key) => ({
      handle: 'member',
      payload: { ...payloadOf(world, key, world.demoGroup), accountId: world.id('space-admin') },
      context: {
        ...world.inSpace('DEMO'),
        accountId: world.id('space-admin'),
        principal: { accountId: world.id('space-admin') },
      },
    }),
    'protected group': (world, key) => ({
      handle: 'space-admin',
      payload: {
        ...payloadOf(world, key, world.groupId('scim-finance')),
        ...(key === 'createGroup' && { name: 'x-admins' }),
      },
      context: world.inSpace('DEMO'),
    }),
    'group of another space': (world, key) => attackOn(world, key, 'other-admin', world.inSpace('DEVOPS')),
  },
  entitled: (world, key) => attackOn(world, key, 'space-admin'),
  prepare: async (world, key, column) => {
    if (column === 'protected group') await world.forceRecord('scim-finance', 'DEMO');
    if (key === 'assignRole') world.model.setMode('ROLES_TRANSITION');
    if (key === 'keepBothGroups') await isReplaced(world, world.demoGroup);
    if (LISTS.has(key)) await prepareChanges(world, world.demoGroup);
    if (key !== 'undoChange') return;
    await forceChange(world, column === 'protected group' ? world.groupId('scim-finance') : world.demoGroup);
  },
});

describe('a personal space of one’s own opens no other group', () => {
  // It names none: the changes of the space itself are told.
  it('listChanges', async () => {
    const world = await aWorldToAttack();
    await prepareChanges(world, world.demoGroup);
    const context = world.inSpace(`~${world.id('member')}`);
    const answer = await world.call('space-settings', 'listChanges', {}, 'member', context);
    expect(answer).toEqual({ ok: true, value: { changes: [] } });
  });

  it.each(
    (Object.keys(spaceSettings) as Key[]).filter((key) =>
      ['groupId', 'groupIds'].some((field) => field in spaceSettings[key].payload.shape),
    ),
  )('%s', async (key) => {
    const world = await aWorldToAttack();
    const context = world.inSpace(`~${world.id('member')}`);
    const row = { key, action: spaceSettings[key].action };
    expect(await attack(world, 'space-settings', row, attackOn(world, key, 'member', context))).toBe(
      'GROUP_OF_ANOTHER_SPACE',
    );
  });
});

describe('a claim of a space that is not a space id is nobody’s space', () => {
  const claims = ['', '98306/../131074', '98306%2F', '-1', '1e5', 98306.5, null, { id: '98306' }, ['98306', '131074']];
  it.each(claims)('%j', async (id) => {
    const world = await openSandbox();
    const context = { extension: { space: { id, key: 'DEMO' } } };
    expect(errorOf((await world.call('space-settings', 'listGroups', {}, 'space-admin', context)) as never)).toEqual({
      code: 'FORBIDDEN',
      reason: 'NOT_SPACE_ADMIN',
    });
    expect(world.requests()).toEqual([]);
  });
});

/** Another group is to take the place of this one of DEMO. */
async function isReplaced(world: Attacked, inPlaceOf: GroupId): Promise<void> {
  valueOf(await world.asSpace('space-admin', 'DEMO', 'createGroup', { name: 'successor', inPlaceOf }));
}

/** Stores that the admin of DEMO added somebody, who is a member, as no rule of the app would allow it for each group. */
async function forceChange(world: Attacked, groupId: string): Promise<void> {
  const [accountId, spaceId, at] = [world.id('person-30'), world.spaceId('DEMO'), '2026-11-21T10:00:00.000Z'];
  const key = 'a-change-before';
  const audited = { kind: 'attempt', sortKey: `${at}#${key}`, area: 'groups', at, action: 'addMember' };
  const entry = { ...audited, caller: world.id('space-admin'), spaceId, groupId, accountId };
  const fact = { groupId, accountId, spaceId, since: at, by: world.id('space-admin'), attemptId: key };
  const sorted = { site: 'site', spaceKey: `${groupId}#${accountId}` };
  const rows = [
    { entityName: 'audit-entry', key, value: entry },
    { entityName: 'audit-outcome', key, value: { at, outcome: 'succeeded' } },
    { entityName: 'membership-fact', key: `${groupId}:${accountId}`, value: { ...sorted, ...fact } },
  ];
  for (const row of rows) await world.store('/api/v1/entity/set', row);
}

function attackOn(world: Attacked, key: Key, handle: string | undefined, context = world.inSpace('DEMO')): Attack {
  return { handle, payload: payloadOf(world, key, world.demoGroup), context };
}

/** What the admin of DEMO could send for this group. */
function payloadOf(world: Attacked, key: Key, groupId: string): Record<string, unknown> {
  return onSpaceSettings[key](onDemoGroup(world, groupId));
}

/** Their own space's key, and the id of the space that they are after. */
function personalSpaceAs(world: Attacked, key: string) {
  return {
    extension: { space: { id: world.spaceId(key), key: `~${world.id('member')}`, type: 'personal' } },
  };
}

// What a group says that takes another one's place, and what that one says.
import { expect, test } from 'vitest';

import type { SpaceSettingsApi } from '../../../../src/shared/groups/api';
import type { SpaceSettingsView } from '../../../../src/shared/groups/views';
import { no, ok } from '../../answers';
import { aGroup, aGroupView, anotherGroup } from '../answers';
import { aChange } from '../changes/a-change';
import { openGroup } from './open-group';

const WRITERS = { groupId: aGroup().groupId, groupName: aGroup().groupName };
const READERS = { groupId: anotherGroup.groupId, groupName: anotherGroup.groupName };
const SINCE = '2026-02-03T05:00:00.000Z';

/** Opens demo-writers, whose place demo-readers takes, or that takes its place. */
function openPart(
  part: 'old' | 'by',
  counts: { old?: number; by?: number },
  api: Partial<SpaceSettingsApi> = {},
  space: Partial<SpaceSettingsView> = {},
) {
  const [old, by] = part === 'old' ? [WRITERS, READERS] : [READERS, WRITERS];
  const groups = [
    { groupId: old.groupId, ...(counts.old !== undefined && { members: counts.old }) },
    { groupId: by.groupId, ...(counts.by !== undefined && { members: counts.by }) },
  ];
  const view = aGroupView(['ada'], { replacements: [{ old, by, since: SINCE }] });
  return openGroup(view, { countMembers: () => ok({ groups }), ...api }, space);
}

const REMOVE = 'See who would be removed';
const ADD = 'See who would be added';
const KEEP = 'Keep both groups';

test('the old group says what is left, since when, and how many are where; and plans to remove everyone', async () => {
  const { screen, user, asked } = await openPart(
    'old',
    { old: 3, by: 3 },
    {
      planPeople: () => ok(aChange({ source: 'everybody', planned: { add: 0, remove: 1 } })),
    },
  );
  await screen.findByText('“demo-readers” takes the place of “demo-writers”');
  screen.getByText(/^Since Feb 3, 2026/);
  await screen.findByText('“demo-writers” has 3 members, “demo-readers” has 3 members.');
  screen.getByText(/^One step is left: remove everyone from “demo-writers”/);
  await user.click(screen.getByRole('button', { name: REMOVE }));
  await screen.findByText('This removes 1 person.');
  expect(asked['planPeople']).toEqual([{ groupId: 'g-writers', source: 'everybody', people: [] }]);
  expect(asked['countMembers']?.at(-1)).toEqual({ groupIds: ['g-writers', 'g-readers'] });
});

test('while nobody is in the new group, the old one says where to add them', async () => {
  const { screen } = await openPart('old', { old: 3, by: 0 });
  await screen.findByText(/^Two steps are left: add the members of “demo-writers” to “demo-readers”/);
  screen.getByText('Open “demo-readers” to add them.');
  expect(screen.queryByRole('button', { name: REMOVE })).toBeNull();
});

test('the new group plans to add the members, as long as it has fewer', async () => {
  const { screen, user, asked } = await openPart(
    'by',
    { old: 3, by: 1 },
    {
      planPeople: () => ok(aChange({ source: 'membersOf' })),
    },
  );
  await screen.findByText('“demo-readers” has 3 members, “demo-writers” has 1 member.');
  screen.getByText('Open “demo-readers” to remove everyone from it.');
  await user.click(screen.getByRole('button', { name: ADD }));
  await screen.findByText('This adds 2 people.');
  expect(asked['planPeople']).toEqual([
    { groupId: 'g-writers', source: 'membersOf', fromGroupId: 'g-readers', people: [] },
  ]);
});

test('the new group with as many members offers to add nobody', async () => {
  const { screen } = await openPart('by', { old: 3, by: 3 });
  await screen.findByText(/^One step is left/);
  expect(screen.queryByRole('button', { name: ADD })).toBeNull();
});

test.each([
  ['old', REMOVE],
  ['by', ADD],
] as const)('the step of the %s group is there where Confluence doesn’t count them', async (part, step) => {
  const { screen } = await openPart(part, {});
  await screen.findByRole('button', { name: step });
  expect(screen.queryByText(/has \d+ member/)).toBeNull();
});

test('the steps are there where the count fails', async () => {
  const failing = { countMembers: () => no({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' }) };
  const { screen } = await openPart('old', {}, failing);
  expect(await screen.findByRole('button', { name: REMOVE })).toBeDefined();
});

test('nothing is said once everyone has left the old group', async () => {
  const { screen, asked } = await openPart('old', { old: 0, by: 3 });
  await expect.poll(() => asked['countMembers']?.length).toBeGreaterThan(0);
  await expect.poll(() => screen.queryByText(/takes the place of/)).toBeNull();
});

test('keeping both is announced, ends the message, and the focus goes on to the menu', async () => {
  const { screen, user, asked } = await openPart('by', { old: 3, by: 1 }, { keepBothGroups: () => ok({ kept: true }) });
  await user.click(await screen.findByRole('button', { name: KEEP }));
  await screen.findByText('Both groups stay');
  screen.getByText('“demo-readers” keeps its members.');
  expect(screen.queryByText(/takes the place of/)).toBeNull();
  expect(asked['keepBothGroups']).toEqual([{ groupId: 'g-readers' }]);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'More' }));
});

test('keeping both can fail: the message stays, with the reason', async () => {
  const { screen, user } = await openPart(
    'old',
    { old: 3, by: 1 },
    {
      keepBothGroups: () => no({ code: 'CONFLICT', what: 'record' }),
    },
  );
  await user.click(await screen.findByRole('button', { name: KEEP }));
  await screen.findByText(/changed/i);
  expect(screen.getByText(/takes the place of/)).toBeDefined();
});

test('who may not change anything is told, and offered nothing', async () => {
  const { screen } = await openPart(
    'old',
    { old: 3, by: 1 },
    {},
    { manage: { allowed: false, reason: 'notConfigured' } },
  );
  await screen.findByText(/^One step is left/);
  expect(screen.queryByRole('button', { name: REMOVE })).toBeNull();
  expect(screen.queryByRole('button', { name: KEEP })).toBeNull();
});

// Whether a group takes another one's place, as the newest changes of the space tell.
import { expect, test } from 'vitest';

import { GroupId } from '../../../../src/shared/ids';
import { replacementOf } from '../../../../static/space-settings/groups/replacement-of';
import { aRow } from '../changes/a-change';

const NOW = Date.parse('2026-02-03T05:00:00.000Z');
const old = { groupId: GroupId.parse('g-old'), groupName: 'demo-old' };
const by = { groupId: GroupId.parse('g-new'), groupName: 'demo-new' };
const taking = { source: 'membersOf' as const, groups: [by], replaces: old };
const clearing = { source: 'everybody' as const, groups: [old], state: 'done' as const };

function both(changes: Parameters<typeof replacementOf>[1]) {
  const [one, other] = [old, by].map(({ groupId }) => replacementOf(groupId, changes, NOW));
  expect(one).toEqual(other);
  return one?.left;
}

test.each([
  ['while the members are planned', aRow({ ...taking, lapsesAt: '2026-02-03T05:00:01.000Z' }), 'add'],
  ['while they are added', aRow({ ...taking, state: 'running' }), 'add'],
  ['once they were added', aRow({ ...taking, state: 'done' }), 'remove'],
] as const)('both groups know what is left %s', (_when, change, left) => {
  expect(both([change])).toBe(left);
});

test.each([
  ['lapsed', { lapsesAt: '2026-02-03T05:00:00.000Z' }],
  ['was canceled', { state: 'cancelled' }],
  ['stopped', { state: 'stopped' }],
  ['was taken back', { state: 'done', undoneBy: 'c-2' }],
] as const)('nothing is left of one that %s', (_what, more) => {
  expect(both([aRow({ ...taking, ...more })])).toBeUndefined();
});

test('it ends when everyone was removed from the old group afterwards', () => {
  const added = aRow({ ...taking, state: 'done' });
  expect(both([aRow(clearing), added])).toBeUndefined();
  expect(both([added, aRow(clearing)])).toBe('remove');
  expect(both([aRow({ ...clearing, state: 'running' }), added])).toBe('remove');
  expect(both([aRow({ ...clearing, groups: [by] }), added])).toBe('remove');
});

test('other groups, and members who were only copied, have no part in it', () => {
  expect(replacementOf('g-other', [aRow({ ...taking, state: 'done' })], NOW)).toBeUndefined();
  expect(replacementOf('g-new', [aRow({ source: 'membersOf', groups: [by], state: 'done' })], NOW)).toBeUndefined();
});

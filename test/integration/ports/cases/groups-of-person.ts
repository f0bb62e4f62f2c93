// Groups that one person is in, until there are as many as are wanted.
import { expect } from 'vitest';

import { AccountId } from '../../../../src/shared/ids';
import type { Case } from '../case';

const NO_ACCOUNT = AccountId.parse('712020:00000000-0000-4000-8000-000000000000');

export const groupsOfPersonCases: Case[] = [
  {
    name: 'firstGroupsOf: as Confluence describes them, of one page and of more',
    play: async ({ run, id, hasGroup, users }) => {
      const groups = Array.from({ length: 201 }, (_, n) => hasGroup(`probe-${String(n).padStart(3, '0')}`, id('cy')));
      const all = await run('ann', ({ directory }) => directory.firstGroupsOf(id('cy'), 203));
      expect(all.complete).toBe(true);
      expect(all.groups.filter(({ groupId }) => groupId !== users).toSorted(byName)).toEqual(groups);
    },
  },
  {
    name: 'firstGroupsOf: as many as are wanted, and that there may be more',
    play: async ({ run, id, hasGroup }) => {
      for (const name of ['probe-1', 'probe-2', 'probe-3']) hasGroup(name, id('cy'));
      const { groups, complete } = await run('ann', ({ directory }) => directory.firstGroupsOf(id('cy'), 2));
      expect({ count: groups.length, complete }).toEqual({ count: 2, complete: false });
      expect(await run('ann', ({ directory }) => directory.firstGroupsOf(NO_ACCOUNT, 2))).toEqual({
        groups: [],
        complete: true,
      });
    },
  },
];

function byName({ name }: { name: string }, other: { name: string }): number {
  return name < other.name ? -1 : 1;
}

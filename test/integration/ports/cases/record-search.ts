// A search through the records of one space.
import { expect } from 'vitest';

import { aGroupId } from '../../../support/ports/builders';
import type { Case } from '../case';
import { recordOf } from './group-records';

export const recordSearchCases: Case[] = [
  {
    name: 'search: part of a name in any case, in both orders, 25 at once and 400 read; of this space alone',
    play: async (stage) => {
      const { run, space, otherSpace } = stage;
      function nameOf(n: number) {
        return `${n % 10 === 0 ? 'Team' : 'group'}-${String(n).padStart(3, '0')}`;
      }
      await run('ann', async ({ groupRecords }) => {
        for (let n = 0; n < 420; n += 1) {
          const lastChange = `2026-11-21T10:00:00.${String(n).padStart(3, '0')}Z#a`;
          await groupRecords.add(recordOf(stage, nameOf(n), { lastChange }));
        }
        await groupRecords.add(recordOf(stage, 'team-other', { spaceId: otherSpace.spaceId }));
      });
      const all = Array.from({ length: 42 }, (_, n) => nameOf(n * 10));
      for (const [order, expected] of [
        ['name', all],
        ['change', all.toReversed()],
      ] as const) {
        const found: string[] = [];
        let after: string | undefined;
        let pages = 0;
        do {
          const page = await run('ann', ({ groupRecords }) =>
            groupRecords.search(space.spaceId, { text: 'tEAm-', order }, after),
          );
          expect(page.records.length).toBeLessThanOrEqual(25);
          found.push(...page.records.map(({ groupName }) => groupName));
          after = page.next;
          pages += 1;
        } while (after !== undefined);
        expect({ order, pages, found }).toEqual({ order, pages: 2, found: expected });
      }
      const none = await run('ann', ({ groupRecords }) =>
        groupRecords.search(space.spaceId, { text: 'nothing', order: 'name' }),
      );
      expect(none.records).toEqual([]);
      expect(none.next).toBeDefined();
    },
  },
  {
    name: 'search: a page never ends between two records of one name',
    play: async (stage) => {
      const { run, space } = stage;
      await run('ann', async ({ groupRecords }) => {
        for (let n = 0; n < 24; n += 1) await groupRecords.add(recordOf(stage, `group-${String(n).padStart(2, '0')}`));
        for (const groupId of ['g-twin-1', 'g-twin-2'].map(aGroupId)) {
          await groupRecords.add(recordOf(stage, 'group-twin', { groupId }));
        }
        await groupRecords.add(recordOf(stage, 'group-zeal'));
      });
      function search(after?: string) {
        return run('ann', ({ groupRecords }) =>
          groupRecords.search(space.spaceId, { text: 'group', order: 'name' }, after),
        );
      }
      const first = await search();
      expect(first.records.map(({ groupName }) => groupName).slice(-2)).toEqual(['group-twin', 'group-twin']);
      expect((await search(first.next)).records.map(({ groupName }) => groupName)).toEqual(['group-zeal']);
    },
  },
];

// Facts of memberships that two changes raced for: what a look at the membership decides.
import { expect } from 'vitest';

import type { FactChange } from '../../../../src/groups/facts';
import { aGroupId } from '../../../support/ports/builders';
import type { Case } from '../case';
import type { Stage } from '../stage';
import { change as changeOf, recordNow, settle } from './member-journal';
import { factOf, GROUP, recordGroup, use } from './memberships';
import { added, AT, attempt, bobIn, change, DONE, ended, FIRST, save } from './run-stage';

export const racedSettlingCases: Case[] = [
  {
    name: 'settle: of somebody who was added beside another change in the group, a fact only if they are found there',
    play: async (stage) => {
      const { id } = stage;
      await recordGroup(stage);
      const bob = factOf(stage, id('bob'), { attemptId: 'a-1' });
      for (const found of ['member', 'notMember', 'nobody knows'] as const) {
        const seen = await recordNow(stage);
        const removal = { ...bob, accountId: id('cy') };
        await settle(stage, changeOf(seen, `b-${found}`, { before: removal, after: undefined }));
        expect(await settle(stage, changeOf(seen, 'a-1', { before: undefined, after: bob, found }))).toBe(true);
        const facts = (await use(stage, (them) => them.ofGroup(GROUP))).facts;
        expect(facts).toEqual(found === 'member' ? [bob] : []);
        await settle(stage, changeOf(await recordNow(stage), 'a-2', { before: bob, after: undefined }));
      }
    },
  },
  {
    name: 'settle: of somebody who was removed while another fact was stored, that fact only if they are found there',
    play: async (stage) => {
      const { id } = stage;
      await recordGroup(stage);
      const bob = factOf(stage, id('bob'), { attemptId: 'a-1' });
      for (const found of ['member', 'notMember', 'nobody knows'] as const) {
        const seen = await recordNow(stage);
        await settle(stage, changeOf(seen, 'a-1', { before: undefined, after: bob }));
        const removal = changeOf(seen, `b-${found}`, { before: { ...bob, attemptId: 'a-0' }, after: undefined, found });
        expect(await settle(stage, removal)).toBe(true);
        const facts = (await use(stage, (them) => them.ofGroup(GROUP))).facts;
        expect(facts).toEqual(found === 'member' ? [bob] : []);
        await settle(stage, changeOf(await recordNow(stage), 'a-2', { before: bob, after: undefined }));
      }
    },
  },
  {
    name: 'settle: which group takes the place of theirs stays as somebody else noted it meanwhile',
    play: async (stage) => {
      const { id, run } = stage;
      await recordGroup(stage);
      const seen = await recordNow(stage);
      const replaced = { ...seen, replacedBy: aGroupId('g-b'), replacedSince: '2026-11-21T09:40:00.000Z' };
      await run('ann', ({ groupRecords }) => groupRecords.replace(replaced, seen));
      const bob = factOf(stage, id('bob'), { attemptId: 'a-1' });
      expect(await settle(stage, changeOf(seen, 'a-1', { before: undefined, after: bob }))).toBe(true);
      expect((await use(stage, (them) => them.ofGroup(GROUP))).facts).toEqual([bob]);
      expect(await recordNow(stage)).toEqual({ ...replaced, lastChange: '2026-11-21T09:30:00.000Z#a-1' });
    },
  },
  {
    name: 'settle: looks at nobody where nothing else was changed in the group',
    play: async (stage) => {
      const { id } = stage;
      await recordGroup(stage);
      const looks: string[] = [];
      const bob = factOf(stage, id('bob'), { attemptId: 'a-1' });
      const { change: wished, ...one } = changeOf(await recordNow(stage), 'a-1', { before: undefined, after: bob });
      if (wished === undefined) throw new Error('No change');
      async function look() {
        looks.push('look');
        return 'notMember' as const;
      }
      expect(await settle(stage, { ...one, change: { ...wished, look } })).toBe(true);
      expect((await use(stage, (them) => them.ofGroup(GROUP))).facts).toEqual([bob]);
      expect(looks).toEqual([]);
    },
  },
];

export const racedPartCases: Case[] = [
  {
    name: 'savePart: of somebody who was added beside another change in the group, a fact only if they are found there',
    play: async (stage) => {
      await added(stage);
      await recordGroup(stage);
      const one = await change(stage, attempt(stage, 0).id);
      await leftByAnother(stage, await change(stage, 'a-9', 'cy'));
      const gone = { change: { ...one, look: async () => 'notMember' as const } };
      const now = await save(stage, FIRST, { lines: { 0: DONE } }, { ended: [ended(0, gone)] });
      const { undo: _undo, ...left } = DONE;
      expect(now.lines[0]).toEqual({ ...left, withoutChange: true });
      expect(await bobIn(stage)).toBeUndefined();
    },
  },
  {
    name: 'savePart: of somebody who was removed while another fact was stored, none; the line says so if nobody knows',
    play: async (stage) => {
      await added(stage);
      await recordGroup(stage);
      const { undo: _undo, ...left } = DONE;
      let seen = FIRST;
      for (const found of ['notMember', undefined] as const) {
        const one = await change(stage, attempt(stage, 0).id);
        await leftByAnother(stage, await change(stage, 'a-9'));
        const removal = { change: { ...one, after: undefined, look: async () => found } };
        seen = await save(stage, seen, { lines: { 0: DONE } }, { ended: [ended(0, removal)] });
        expect(seen.lines[0]).toEqual(found === undefined ? { ...left, withoutChange: true } : DONE);
        expect(await bobIn(stage)).toBeUndefined();
      }
    },
  },
];

/** Another change in the group is stored meanwhile. */
async function leftByAnother(stage: Stage, theirs: FactChange): Promise<void> {
  await stage.run('ann', ({ memberJournal }) =>
    memberJournal.settle([{ id: theirs.attemptId, at: AT, outcome: 'succeeded', change: theirs }]),
  );
}

// Groups that a run took over, taken from their spaces again.
import { describe, it } from 'vitest';

import { cancelRun } from '../../../../src/broker/runs/change-run';
import { planUndoOf } from '../../../../src/broker/runs/plan-undo';
import { adoptionRuns } from '../../../../src/groups/adoption/adoption-runs';
import { ann, bob, hrId } from '../../../support/ports/builders';
import { READER, taking } from './taking';

describe('stopping to manage what a run took over', () => {
  it('leaves no record, and groups and members as they are', async ({ expect }) => {
    const { world, groups, take, undo, apply } = taking(9);
    const taken = await take();
    const { run, tally } = await apply(await undo(taken));
    expect([run.state, run.undoes, tally.succeeded]).toEqual(['done', taken.run.runId, 9]);
    expect(world.groupRecords.stored.size).toBe(0);
    expect(groups.map(({ groupId }) => world.site.membersOf(groupId))).toEqual(groups.map(() => [bob]));
    const last = world.auditLog.attempts.at(-1);
    expect([last?.action, last?.undoes]).toEqual(['releaseGroup', `${taken.run.runId}#1#1`]);
  });

  it('asks nothing of Confluence, and so goes on while all changes are paused', async ({ expect }) => {
    const { world, take, undo, apply } = taking(3);
    const planned = await undo(await take());
    const setting = world.settings.stored.privilegedUser;
    world.settings.stored.privilegedUser = { ...setting, paused: { by: ann, at: '2026-11-21T10:00:00.000Z' } };
    const before = world.journal.lines().length;
    expect((await apply(planned)).tally.succeeded).toBe(3);
    const calls = world.journal.entries.slice(before).map(({ call }) => call);
    expect(calls.filter((call) => !/run|part|push/.test(call))).toEqual([]);
  });

  it('leaves a group alone that was moved or taken over again, or that nobody manages by now', async ({ expect }) => {
    const { world, groups, take, undo, apply } = taking(4);
    const planned = await undo(await take());
    const [first, second, third] = groups.map(({ groupId }) => groupId);
    const { stored } = world.groupRecords;
    for (const [id, more] of [
      [first, { spaceId: hrId }],
      [second, { attemptId: 'other' }],
    ] as const) {
      const record = id && stored.get(id);
      if (record) stored.set(record.groupId, { ...record, ...more });
    }
    if (third) stored.delete(third);
    const { parts, tally } = await apply(planned);
    expect([tally.succeeded, tally.unchanged, tally.refused]).toEqual([1, 1, 2]);
    expect(parts[0]?.lines[3]).toMatchObject({ code: 'GROUP_TAKEN_LATER' });
    expect([...stored.keys()]).toEqual([first, second]);
  });

  it('concerns nothing where the run was canceled before it took anything', async ({ expect }) => {
    const { world, take, deliverAll } = taking(120);
    const { run } = await take();
    await cancelRun(world.ports, READER, run.runId);
    await deliverAll();
    expect(world.groupRecords.stored.size).toBe(0);
    expect((await planUndoOf(world.ports, adoptionRuns, READER, run.runId)).undo).toEqual([]);
  });
});

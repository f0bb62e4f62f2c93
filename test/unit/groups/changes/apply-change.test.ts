// A plan that is applied, watched, ended and taken back.
import { describe, it } from 'vitest';

import { applyChange } from '../../../../src/groups/changes/apply-change';
import { cancelChange } from '../../../../src/groups/changes/cancel-change';
import { listChanges } from '../../../../src/groups/changes/list-changes';
import { resumeChange } from '../../../../src/groups/changes/resume-change';
import { watchChange } from '../../../../src/groups/changes/watch-change';
import { looked } from '../../../support/looked';
import { ann, aSpace, bob, failureFrom, hrId, person } from '../../../support/ports/builders';
import { adding, aListWorld, crowd, removing } from './list-world';

const NO_RUN = { code: 'NOT_FOUND', what: 'run' };
const HOUR_MS = 3_600_000;

describe('a plan', () => {
  it('is applied once, by its author, in its space, as it was seen, within the hour', async ({ expect }) => {
    const { world, begun, plan, apply } = aListWorld();
    const planned = await plan({ people: adding(crowd(world, 2)) });
    const { changeId, version } = planned;
    const seen = { changeId, version };
    const inHr = { ...begun(), space: aSpace({ spaceId: hrId }) };
    expect(await failureFrom(applyChange(world.ports, inHr, seen))).toEqual(NO_RUN);
    expect(await failureFrom(applyChange(world.ports, { ...begun(), caller: bob }, seen))).toEqual(NO_RUN);
    const other = { ...seen, version: version + 1 };
    expect(await failureFrom(applyChange(world.ports, begun(), other))).toEqual({ code: 'CONFLICT', what: 'run' });
    expect(world.site.membersOf(begun().space.spaceId as never)).toEqual([]);
    const applied = await apply(planned);
    expect(applied).toMatchObject({ state: 'done', done: { added: 2, notTried: 0 }, mayUndo: true });
    expect(await failureFrom(apply(applied))).toEqual({ code: 'CONFLICT', what: 'run' });
    const late = await plan({ people: removing([person('p1')]) });
    world.clock.advance(HOUR_MS);
    expect(await failureFrom(apply(late))).toEqual({ code: 'CONFLICT', what: 'run' });
  });

  it('that removes many needs their number, and one that removes its author their consent', async ({ expect }) => {
    const { world, begun, plan, members } = aListWorld([ann]);
    const { changeId, version } = await plan({ people: removing([ann]) });
    const seen = { changeId, version };
    const unconfirmed = applyChange(world.ports, begun(), { ...seen, typedNumber: 1 });
    expect(await failureFrom(unconfirmed)).toMatchObject({ fields: [{ field: 'confirmSelf' }] });
    const untyped = applyChange(world.ports, begun(), { ...seen, confirmSelf: true });
    expect(await failureFrom(untyped)).toMatchObject({ fields: [{ field: 'typedNumber' }] });
    expect(members()).toEqual([ann]);
    await applyChange(world.ports, begun(), { ...seen, typedNumber: 1, confirmSelf: true });
    expect(members()).toEqual([]);
  });

  it('can be cancelled: nobody applies it then', async ({ expect }) => {
    const { world, begun, plan, apply } = aListWorld();
    const planned = await plan({ people: adding(crowd(world, 1)) });
    expect((await cancelChange(world.ports, begun(), planned)).state).toBe('cancelled');
    expect(await failureFrom(apply(planned))).toEqual({ code: 'CONFLICT', what: 'run' });
    expect(await failureFrom(resumeChange(world.ports, begun(), planned))).toEqual({ code: 'CONFLICT', what: 'run' });
  });
});

describe('a change', () => {
  it('is watched by its author alone, without asking Confluence anything', async ({ expect }) => {
    const { world, plan, apply } = aListWorld([person('p1')]);
    const people = crowd(world, 30);
    const applied = await apply(await plan({ people: adding(people) }));
    const before = world.journal.lines();
    expect(await watchChange(world.ports, ann, applied)).toEqual(applied);
    expect(world.journal.lines()).toEqual(before);
    expect(await failureFrom(watchChange(world.ports, bob, applied))).toEqual(NO_RUN);
  });

  it('that waits as it was seen is told so, by its row alone; once it has moved, or goes on, all of it', async ({
    expect,
  }) => {
    const { world, plan, apply } = aListWorld();
    const { changeId } = await apply(await plan({ people: adding(crowd(world, 30)) }));
    const run = world.runs.runs.get(changeId);
    if (run === undefined) throw new Error('No run');
    function look(waitsAt: number, who = ann) {
      return watchChange(world.ports, who, { changeId, waitsAt });
    }
    world.runs.runs.set(changeId, { ...run, state: 'waiting', why: 'PAUSED', version: 7 });
    expect(await look(7)).toEqual({ isStill: 'waiting' });
    expect(await look(6)).toMatchObject({ state: 'waiting', version: 7, done: { added: 30 } });
    expect(await failureFrom(look(7, bob))).toEqual(NO_RUN);
    // Lines of one that goes on end without a new version of its row.
    world.runs.runs.set(changeId, { ...run, state: 'running', version: 7 });
    expect(await look(7)).toMatchObject({ state: 'running', done: { added: 30 } });
  });

  it('shows its people 25 a page, and by how they ended', async ({ expect }) => {
    const { world, plan, apply, lines } = aListWorld([person('p1')]);
    const applied = await apply(await plan({ people: adding(crowd(world, 30)) }));
    const { lines: first, next, change } = await lines(applied);
    expect([first.length, next]).toEqual([25, 25]);
    expect(change).toEqual(applied);
    const changed = await lines(applied, 'succeeded');
    expect(changed.lines.map(({ line, outcome }) => [line, outcome]).slice(0, 2)).toEqual([
      [2, 'succeeded'],
      [3, 'succeeded'],
    ]);
    expect((await lines(applied, 'nothingToDo')).lines).toMatchObject([{ line: 1, verdict: 'nothingToDo' }]);
  });

  it('shows whom it changes and whom it doesn’t, before and after', async ({ expect }) => {
    const { world, plan, apply, lines } = aListWorld([person('p1')]);
    const planned = await plan({ people: adding(crowd(world, 30)) });
    expect(await lines(planned, 'changed')).toMatchObject({ lines: { length: 25, 0: { line: 2 } }, next: 26 });
    expect((await lines(planned, 'notChanged')).lines).toMatchObject([{ line: 1, verdict: 'nothingToDo' }]);
    const applied = await apply(planned);
    expect(await lines(applied, 'changed')).toMatchObject({
      lines: { length: 25, 0: { outcome: 'succeeded' } },
      next: 26,
    });
    expect((await lines(applied, 'notChanged')).lines).toMatchObject([{ line: 1, verdict: 'nothingToDo' }]);
    expect((await lines(applied, 'unknown')).lines).toEqual([]);
  });

  it('shows as many as a file wants at a time', async ({ expect }) => {
    const { world, plan, apply, lines } = aListWorld([]);
    const applied = await apply(await plan({ people: adding(crowd(world, 30)) }));
    expect(await lines(applied, 'all', 500)).toMatchObject({ lines: { length: 30 } });
    expect(await lines(applied, 'all', 29)).toMatchObject({ lines: { length: 29 }, next: 29 });
  });

  it('of another space isn’t listed, shown, cancelled or taken back, even by its author', async ({ expect }) => {
    const { world, begun, plan, apply } = aListWorld();
    const applied = await apply(await plan({ people: adding(crowd(world, 1)) }));
    const inHr = { ...begun(), space: aSpace({ spaceId: hrId }) };
    expect(await listChanges(world.ports, inHr, {})).toEqual({ changes: [] });
    expect(await failureFrom(cancelChange(world.ports, inHr, applied))).toEqual(NO_RUN);
    expect((await listChanges(world.ports, begun(), {})).changes).toMatchObject([
      { changeId: applied.changeId, state: 'done' },
    ]);
  });
});

describe('an undo', () => {
  it('is planned as any change, and says what it took back', async ({ expect }) => {
    const { world, begun, plan, apply, undo, members } = aListWorld([person('p1'), person('p2')]);
    const people = crowd(world, 4);
    const before = members();
    const list = [...adding(people.slice(2)), ...removing(people.slice(0, 1))];
    const applied = await apply(await plan({ people: list }));
    const planned = await undo(applied);
    expect(planned).toMatchObject({ source: 'undo', undoes: applied.changeId, planned: { add: 1, remove: 2 } });
    expect((await apply(planned)).done).toMatchObject({ added: 1, removed: 2 });
    expect(members()).toEqual(before);
    const { undoneBy, mayUndo } = looked(
      await watchChange(world.ports, begun().caller, { changeId: applied.changeId }),
    );
    expect([undoneBy, mayUndo]).toEqual([planned.changeId, false]);
  });

  it('leaves alone who was changed later, and says so before', async ({ expect }) => {
    const { world, plan, apply, undo, lines } = aListWorld();
    const people = crowd(world, 3);
    const applied = await apply(await plan({ people: adding(people) }));
    await apply(await plan({ people: removing(people.slice(0, 1)) }));
    await apply(await plan({ people: adding(people.slice(0, 1)) }));
    const planned = await undo(applied);
    expect(planned.planned).toMatchObject({ remove: 2, notAllowed: 1 });
    expect((await lines(planned, 'notAllowed')).lines).toMatchObject([{ accountId: 'p1', reason: 'CHANGED_LATER' }]);
  });

  it('of a plan, or of a change that brought about nothing, is refused', async ({ expect }) => {
    const { world, plan, apply, undo } = aListWorld([person('p1')]);
    const planned = await plan({ people: adding(crowd(world, 1)) });
    expect(await failureFrom(undo(planned))).toEqual({ code: 'CONFLICT', what: 'run' });
    const applied = await apply(planned);
    expect(await failureFrom(undo(applied))).toEqual({ code: 'FORBIDDEN', reason: 'NOT_UNDOABLE' });
  });
});

// What the cases of runs share: a run of two lines in ann's space, and changes of bob's membership.
import type { Attempt } from '../../../../src/broker/audit/entries';
import type { EndedLine, PartRecords, RunStore } from '../../../../src/broker/runs/run-store';
import type { LineState, PartState, RunLine, StoredRun } from '../../../../src/broker/runs/stored-run';
import type { FactChange, StoredChange } from '../../../../src/groups/facts';
import type { Stage } from '../stage';
import { factOf, GROUP } from './memberships';

export const CONFLICT = { code: 'CONFLICT', what: 'run' };
export const AT = '2026-11-21T09:30:00.000Z';

export function runId(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}
export const ID = runId(1);

export function use<T>({ run }: Stage, call: (runs: RunStore<StoredChange>) => Promise<T>): Promise<T> {
  return run('ann', ({ runs }) => call(runs as RunStore<StoredChange>));
}

/** A minute of the stage's time, from now. */
export async function instantOf(stage: Stage, minutes = 0): Promise<string> {
  return stage.run('ann', async ({ clock }) => new Date(clock.now() + minutes * 60_000).toISOString());
}

export async function aRun(stage: Stage, more: Partial<StoredRun> = {}): Promise<StoredRun> {
  return {
    runId: ID,
    product: 'members',
    source: 'list',
    place: stage.space.spaceId,
    by: stage.id('ann'),
    createdAt: await instantOf(stage),
    writtenBy: '1.2.3',
    lines: 2,
    verdicts: { willChange: 2 },
    state: 'planned',
    version: 1,
    baton: 0,
    ...more,
  };
}

export function linesOf(count: number): RunLine[] {
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    verdict: 'willChange',
    command: { operation: 'addMember', accountId: `p${String(index)}` },
  }));
}

export async function added(stage: Stage, more: Partial<StoredRun> = {}): Promise<StoredRun> {
  const run = await aRun(stage, more);
  await use(stage, (runs) => runs.add(run, [linesOf(2)], 0));
  return run;
}

export const FIRST: PartState = { part: 0, version: 0, state: 'open', lines: {} };
export const OPEN: LineState = { attempt: 1, lost: 0, at: AT };
export const DONE: LineState = { ...OPEN, outcome: 'succeeded', undo: { operation: 'removeMember' } };

export function attempt(stage: Stage, place: number): Attempt {
  const { space, id } = stage;
  const named = { spaceId: space.spaceId, groupId: GROUP, accountId: id('bob'), caller: id('ann'), runId: ID };
  return { id: `${ID}#${String(place + 1)}#1`, at: AT, action: 'addMember', ...named };
}

export function ended<Change extends StoredChange = FactChange>(
  place: number,
  more: Partial<EndedLine<Change>> = {},
): EndedLine<Change> {
  return { id: `${ID}#${String(place + 1)}#1`, at: AT, outcome: 'succeeded', place, ...more };
}

export function save(
  stage: Stage,
  seen: PartState,
  next: Partial<PartState>,
  records: PartRecords<StoredChange> = {},
): Promise<PartState> {
  const { version: _version, ...rest } = { ...seen, ...next };
  return use(stage, (runs) => runs.savePart(ID, seen, rest, records));
}

export async function partNow(stage: Stage): Promise<PartState | undefined> {
  return (await use(stage, (runs) => runs.get(ID)))?.parts[0];
}

export async function resultsOf(stage: Stage) {
  return (await stage.run('ann', ({ auditLog }) => auditLog.read({ runId: ID }))).rows;
}

/** A change of what is known of bob's membership, on the record as it is now. */
export async function change(stage: Stage, attemptId: string, who: 'bob' | 'cy' = 'bob'): Promise<FactChange> {
  const record = await stage.run('ann', ({ groupRecords }) => groupRecords.get(GROUP));
  if (record === undefined) throw new Error('No record');
  const accountId = stage.id(who);
  const after = factOf(stage, accountId, { attemptId });
  return { attemptId, at: AT, accountId, record, before: undefined, after, look: async () => 'member' };
}

export function bobIn(stage: Stage) {
  return stage.run('ann', async ({ memberships }) =>
    (await memberships.of(GROUP, [stage.id('bob')])).get(stage.id('bob')),
  );
}

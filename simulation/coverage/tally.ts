// What a world reached, counted by name: counts of many worlds add up.
import { strokeOf } from '../driver/strokes';
import { endingOf } from '../oracle/ending';
import type { History, Invocation, Step } from '../oracle/history';

type Counts = Record<string, number>;

export interface Tally {
  /** Endings of calls of the doors, by what they were and called: `fitting addMembers ok`. */
  doors: Counts;
  /** States that a run was stored in: `waiting PAUSED`. */
  runs: Counts;
  /** Calls of the platform, by kind, operation, what befell them, and how their function ended: `kvs|entity/get|429|ok`. */
  cells: Counts;
}

/** Counts what a world reached. */
export function tallyOf(history: History): Tally {
  return { doors: countsOf(doorsIn(history)), runs: countsOf(runsIn(history)), cells: countsOf(cellsIn(history)) };
}

/** Adds counts up. */
export function addedUp(all: readonly Counts[]): Counts {
  const sum: Counts = {};
  for (const counts of all) for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

function countsOf(names: readonly string[]): Counts {
  const counts: Counts = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function doorsIn({ steps }: History): string[] {
  return steps.flatMap(({ draw, began }) =>
    draw.kind !== 'begin' || draw.actor === 'setup' ? [] : began.map((one) => doorOf(draw, one)),
  );
}

function doorOf(draw: Extract<Step['draw'], { kind: 'begin' }>, invocation: Invocation): string {
  return `${draw.unfit === true ? 'unfit' : 'fitting'} ${draw.operation} ${endingOf(invocation)}`;
}

function cellsIn({ calls, invocations }: History): string[] {
  return calls.flatMap((call) => {
    const invocation = invocations[call.invocation];
    return invocation === undefined
      ? []
      : [[call.kind, call.operationId, strokeOf(call, invocation), endingOf(invocation)].join('|')];
  });
}

function runsIn({ rows }: History): string[] {
  return rows.flatMap(({ entity, is }) => {
    if (entity !== 'run' || is === undefined) return [];
    const { state, content } = is as { state: string; content: { why?: string } };
    return [content.why === undefined ? state : `${state} ${content.why}`];
  });
}

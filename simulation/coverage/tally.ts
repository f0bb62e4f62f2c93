// What a world reached, counted by name: counts of many worlds add up.
import type { History, Invocation, Step } from '../oracle/history';
import { endingOf } from './ending';

type Counts = Record<string, number>;

export interface Tally {
  /** Endings of calls of the doors, by what they were and called: `fitting addMembers ok`. */
  doors: Counts;
  /** States that a run was stored in: `waiting PAUSED`. */
  runs: Counts;
}

/** Counts what a world reached. */
export function tallyOf(history: History): Tally {
  return { doors: countsOf(doorsIn(history)), runs: countsOf(runsIn(history)) };
}

/** Adds counts up. */
export function addedUp(all: readonly Counts[]): Counts {
  const sum: Counts = {};
  for (const counts of all) for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

function countsOf(names: readonly string[]): Counts {
  return addedUp(names.map((name) => ({ [name]: 1 })));
}

function doorsIn({ steps }: History): string[] {
  return steps.flatMap(({ draw, began }) =>
    draw.kind !== 'begin' || draw.actor === 'setup' ? [] : began.map((one) => doorOf(draw, one)),
  );
}

function doorOf(draw: Extract<Step['draw'], { kind: 'begin' }>, invocation: Invocation): string {
  return `${draw.unfit === true ? 'unfit' : 'fitting'} ${draw.operation} ${endingOf(invocation)}`;
}

function runsIn({ rows }: History): string[] {
  return rows.flatMap(({ entity, is }) => {
    if (entity !== 'run' || is === undefined) return [];
    const { state, content } = is as { state: string; content: { why?: string } };
    return [content.why === undefined ? state : `${state} ${content.why}`];
  });
}

// Lists of runs: those of a place, newest first, and those that somebody must look at.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-api-query/
import { kvs, Sort, WhereConditions } from '@forge/kvs';

import { RUN_STATES, type RunPlace, type RunState, type StoredRun } from '../../broker/runs/stored-run';
import { RUN } from './keys';
import { isOver, runOf, type RunRow } from './run-rows';

const RUNS_A_PAGE = 25;

/** Lists the newest first. */
export async function ofPlace(
  place: RunPlace,
  before: string | undefined,
  now: number,
): Promise<{ runs: StoredRun[]; next?: string }> {
  const query = kvs
    .entity<RunRow>(RUN)
    .query()
    .index('by-place', { partition: [place] });
  if (before !== undefined) query.where(WhereConditions.lessThan(before));
  const { results } = await query
    .sort(Sort.DESC)
    .limit(RUNS_A_PAGE + 1)
    .getMany();
  // Everything older than a run that is over is over too.
  const kept = results.filter(({ value }) => !isOver(value, now));
  const page = kept.slice(0, RUNS_A_PAGE);
  const last = page.at(-1);
  const next = kept.length > page.length && last !== undefined ? { next: last.value.placeKey } : {};
  return { runs: page.map(({ value }) => runOf(value)), ...next };
}

const MOST_DUE = 50;

/** Lists the oldest first, of all states. */
export async function due(until: string, now: number): Promise<StoredRun[]> {
  const rows = (await Promise.all(RUN_STATES.map((state) => dueIn(state, until)))).flat();
  return rows
    .toSorted((one, other) => ((one.dueKey ?? '') < (other.dueKey ?? '') ? -1 : 1))
    .filter((row) => !isOver(row, now))
    .slice(0, MOST_DUE)
    .map(runOf);
}

/** Reads those that wait. Versions that didn't yet list the ones that wait for somebody have left them out. */
export async function waiting(now: number): Promise<{ runs: StoredRun[]; more: boolean }> {
  const { results, nextCursor } = await kvs
    .entity<RunRow>(RUN)
    .query()
    .index('by-state', { partition: ['waiting' satisfies RunState] })
    .sort(Sort.ASC)
    .limit(MOST_DUE)
    .getMany();
  const kept = results.filter(({ value }) => !isOver(value, now));
  return { runs: kept.map(({ value }) => runOf(value)), more: nextCursor !== undefined };
}

async function dueIn(state: RunState, until: string): Promise<RunRow[]> {
  const { results } = await kvs
    .entity<RunRow>(RUN)
    .query()
    .index('by-state', { partition: [state] })
    .where(WhereConditions.lessThan(until))
    .sort(Sort.ASC)
    .limit(MOST_DUE)
    .getMany();
  return results.map(({ value }) => value);
}

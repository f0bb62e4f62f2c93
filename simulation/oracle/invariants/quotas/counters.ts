// That the counters of a day hold every account that was created on it, and get back what was taken from them.
import type { History, RowChange, Step } from '../../history';
import type { Violation } from '../../invariant';
import { creationsIn, type Creation } from './creations';

/** A counter as it is stored. */
interface CounterRow {
  readonly day: string;
  readonly used: number;
}

interface Counters {
  rows: Map<string, CounterRow>;
  /** Counts what each function took from a counter and didn't give back, by both. */
  taken: Map<string, number>;
}

const counters = new WeakMap<History, Counters>();

/** Returns what is wrong with the counters that a step changed, or from which an account that it created was taken. */
export function miscounted(history: History, { performed, rows }: Step): Violation[] {
  const known = counters.get(history) ?? { rows: new Map<string, CounterRow>(), taken: new Map<string, number>() };
  counters.set(history, known);
  const changed = rows.filter(({ entity, is }) => entity === 'customer-quota' && is !== undefined);
  for (const { key, is } of changed) known.rows.set(key, is as CounterRow);
  const hasCreated = performed.some(({ operationId }) => operationId === 'createCustomer');
  const keys = hasCreated ? [...known.rows.keys()] : changed.map(({ key }) => key);
  return [
    ...keys.flatMap((key) => undercounted(history, key, known.rows.get(key))),
    ...changed.flatMap((row) => givenBackElsewhere(history, row, known.taken)),
  ];
}

/** A counter holds at least what was surely taken from it. */
function undercounted(history: History, key: string, row: CounterRow | undefined): Violation[] {
  const { day = '', used = 0 } = row ?? {};
  // What began before midnight and was sent after it may have been taken from either day.
  const surely = creationsIn(history).filter((one) => one.first === day && one.last === day && isCountedBy(key, one));
  if (surely.length <= used) return [];
  return [{ what: `the counter ${key} says ${used}, and ${surely.length} accounts were created` }];
}

/** A function gives back only what it took, to the counter from which it took it. */
function givenBackElsewhere(
  history: History,
  { key, was, is, call }: RowChange,
  taken: Map<string, number>,
): Violation[] {
  const id = call === undefined ? undefined : history.calls[call]?.invocation;
  const [before, after] = [was, is].map((row) => (row as CounterRow | undefined)?.used ?? 0);
  const by = (after ?? 0) - (before ?? 0);
  const held = (taken.get(`${String(id)} ${key}`) ?? 0) + by;
  taken.set(`${String(id)} ${key}`, held);
  if (by >= 0 || held >= 0) return [];
  return [
    {
      what: `${-held} was given back to the counter ${key}, and never taken from it`,
      calls: call === undefined ? [] : [call],
    },
  ];
}

/** Each creation counts for the site, and for a person in a project or all its rules. */
function isCountedBy(key: string, { first, projectId, caller, byRule }: Creation): boolean {
  const own = byRule ? `${first}:${projectId}#rules` : `${first}:${projectId}:${caller}`;
  return key === `${first}#site` || key === own;
}

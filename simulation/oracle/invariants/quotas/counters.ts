// That the counters of a day hold every account that was created on it.
import type { History, Step } from '../../history';
import type { Violation } from '../../invariant';
import { creationsIn, type Creation } from './creations';

/** A counter as it is stored. */
interface CounterRow {
  readonly day: string;
  readonly used: number;
}

const counters = new WeakMap<History, Map<string, CounterRow>>();

/** Returns the counters that hold less than was surely taken from them, where a step changed one of them or created an account. */
export function undercounted(history: History, { performed, rows }: Step): Violation[] {
  const known = counters.get(history) ?? new Map<string, CounterRow>();
  counters.set(history, known);
  const changed = rows.filter(({ entity }) => entity === 'customer-quota');
  for (const { key, is } of changed) if (is !== undefined) known.set(key, is as CounterRow);
  const created = performed.filter(({ operationId }) => operationId === 'createCustomer');
  const keys =
    created.length > 0 ? [...known.keys()] : changed.filter(({ is }) => is !== undefined).map(({ key }) => key);
  return keys.flatMap((key): Violation[] => {
    const { day = '', used = 0 } = known.get(key) ?? {};
    // What began before midnight and was sent after it may have been taken from either day.
    const surely = creationsIn(history).filter((one) => one.first === day && one.last === day && isCountedBy(key, one));
    if (surely.length <= used) return [];
    return [{ what: `the counter ${key} says ${used}, and ${surely.length} accounts were created` }];
  });
}

/** Each creation counts for the site, and for a person in a project or all its rules. */
function isCountedBy(key: string, { first, projectId, caller, byRule }: Creation): boolean {
  const own = byRule ? `${first}:${projectId}#rules` : `${first}:${projectId}:${caller}`;
  return key === `${first}#site` || key === own;
}

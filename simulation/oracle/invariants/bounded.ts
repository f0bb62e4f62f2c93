import type { Call, History } from '../history';
import type { Invariant, Violation } from '../invariant';

/** Size of one stored value: https://developer.atlassian.com/platform/forge/limits-kvs-ce/ */
const MOST_BYTES = 240 * 1024;

/** Storage and logs stay within bounds: rows end after their time and are small, and no function logs without end. */
export const bounded: Invariant = {
  name: 'storage and logs are bounded',
  when: 'eachStep',
  check: (history, { sent, rows, logs }) => [
    ...sent.flatMap((call) => endlessIn(call)),
    ...rows.flatMap(({ entity, key, is }): Violation[] => {
      const bytes = is === undefined ? 0 : Buffer.byteLength(JSON.stringify(is));
      return bytes <= MOST_BYTES ? [] : [{ what: `the row ${entity} ${key} has ${bytes} bytes` }];
    }),
    ...(logs.length > 0 ? tooManyLines(history) : []),
  ],
};

/** Days after which the rows of an entity end at the latest. */
const DAYS: Readonly<Record<string, number>> = {
  'audit-entry': 364,
  'audit-outcome': 364,
  'customer-quota': 3,
  'repeated-request': 1,
  run: 30,
  'run-part': 30,
  'run-part-state': 30,
};

const UNIT_DAYS: Readonly<Record<string, number>> = { DAYS: 1, HOURS: 1 / 24, MINUTES: 1 / 1440, SECONDS: 1 / 86_400 };

interface Item {
  key?: string;
  entityName?: string;
  value?: unknown;
  options?: { ttl?: { value: number; unit: string } };
}

function endlessIn(call: Call): Violation[] {
  if (call.kind !== 'kvs') return [];
  return itemsOf(call.body).flatMap(({ key, entityName = '', value, options }): Violation[] => {
    const most = DAYS[entityName];
    if (most === undefined || value === undefined) return [];
    const ttl = options?.ttl;
    const days = ttl === undefined ? Infinity : ttl.value * (UNIT_DAYS[ttl.unit] ?? Infinity);
    return days <= most
      ? []
      : [{ what: `the row ${entityName} ${String(key)} is kept for ${days} days`, calls: [call.id] }];
  });
}

function itemsOf(body: unknown): Item[] {
  if (Array.isArray(body)) return body as Item[];
  const { set } = (body ?? {}) as { set?: unknown };
  return [(body ?? {}) as Item, ...(Array.isArray(set) ? (set as Item[]) : [])];
}

/** Lines that a function may write on average, with some to begin with. */
const LINES = { aFunction: 12, first: 50 };

function tooManyLines({ logs, invocations }: History): Violation[] {
  const most = LINES.first + LINES.aFunction * invocations.length;
  return logs.length <= most
    ? []
    : [{ what: `${logs.length} lines of ${invocations.length} functions are in the log` }];
}

import { endingOf } from '../ending';
import type { History, Invocation } from '../history';
import type { Invariant, Violation } from '../invariant';

/** Whoever sends what can't be read changes nothing, neither on the site nor in storage. */
export const invalidChangesNothing: Invariant = {
  name: 'what is refused as invalid changes nothing',
  when: 'eachStep',
  check: (history, { ended }) =>
    ended.filter((invocation) => endingOf(invocation) === 'INVALID_INPUT').flatMap((one) => changesOf(history, one)),
};

/** Rows that say that somebody was refused. */
const RECORDS = new Set(['audit-entry', 'audit-outcome']);

function changesOf({ calls, rows, site }: History, { id, functionKey }: Invocation): Violation[] {
  function isOwn({ call }: { call: number | undefined }): boolean {
    return call !== undefined && calls[call]?.invocation === id;
  }

  const stored = rows
    .filter((row) => !RECORDS.has(row.entity) && isOwn(row))
    .map(({ entity, key }) => `${entity} ${key}`);
  const changed = site.changes.filter(isOwn).map(({ what }) => what);
  const all = [...stored, ...changed];
  return all.length === 0
    ? []
    : [{ what: `${functionKey} was invalid, and changed ${all.join(', ')}`, invocations: [id] }];
}

import type { History, RowChange } from '../history';
import type { Invariant } from '../invariant';
import { ledgerOf } from '../ledger';
import { pastOf } from '../past';
import type { GroupRecordRow } from '../past';

/** A group is taken over, transferred or made deletable only for somebody who proved within the hour that they're a site admin. */
export const givenBySiteAdmins: Invariant = {
  name: 'only proved site admins give groups to spaces',
  when: 'eachStep',
  check: (history, { rows }) =>
    rows.flatMap((row) => {
      const given = row.entity === 'group-record' ? gives(row) : undefined;
      if (given === undefined) return [];
      const { who, from, to } = whoseChange(history, row);
      if (isProved(history, who, { from, to })) return [];
      return [{ what: `the group ${row.key} was ${given} for ${String(who)}, who isn't a proved site admin` }];
    }),
};

type RecordRow = GroupRecordRow & { origin?: string };

/** Says what a change of a record gives, if only a site admin may. */
function gives({ was, is }: RowChange): string | undefined {
  const [before, after] = [(was ?? {}) as RecordRow, (is ?? {}) as RecordRow];
  if (after.spaceId === undefined) return undefined;
  if (before.spaceId === undefined) return after.origin === 'adopted' ? 'taken over' : undefined;
  if (before.spaceId !== after.spaceId) return 'transferred';
  return before.deletable !== true && after.deletable === true ? 'made deletable' : undefined;
}

/** A proof is checked at each press of a button, and covers what that press starts; in the queue, at each batch. */
const HOLDS_MS = 3_600_000;
const A_BATCH_MS = 5000;

/** Returns for whom a record was changed, and the stretch of time in which their proof must have been seen. */
function whoseChange(history: History, { call: id, at }: RowChange) {
  const call = id === undefined ? undefined : history.calls[id];
  const began = call && history.invocations[call.invocation];
  const { runId = '' } = (began?.payload ?? {}) as { runId?: string };
  const who = began?.accountId ?? ledgerOf(history).runs.get(runId)?.by;
  const to = call?.sentAt ?? at;
  return { who, from: began?.accountId === undefined ? to - A_BATCH_MS : began.beganAt, to };
}

interface Proofs {
  proofs?: readonly { accountId: string; at: string }[];
}

function isProved(history: History, who: string | undefined, { from, to }: { from: number; to: number }): boolean {
  const stretch = { from: { at: from - HOLDS_MS, step: 0 }, to: { at: to, step: history.steps.length } };
  const stored = pastOf(history).setting('site-admin-proofs', stretch) as (Proofs | undefined)[];
  return stored
    .flatMap((content) => content?.proofs ?? [])
    .some(({ accountId, at }) => accountId === who && Date.parse(at) <= to && Date.parse(at) + HOLDS_MS >= from);
}

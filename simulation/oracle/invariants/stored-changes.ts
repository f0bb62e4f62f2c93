import { succeeded } from '../effects';
import type { History, RowChange } from '../history';
import type { Invariant } from '../invariant';
import { ledgerOf } from '../ledger';

/** Settings that decide about rights change on record only, and nobody becomes the privileged user but in person, after a write test as them. */
export const storedChanges: Invariant = {
  name: 'settings change on record, and the privileged user is tested',
  when: 'eachStep',
  check: (history, { rows }) =>
    rows.flatMap((row) => {
      const wrong = [unrecorded(history, row), untested(history, row)].filter((what) => what !== undefined);
      return wrong.map((what) => ({ what, calls: row.call === undefined ? [] : [row.call] }));
    }),
};

/** Actions of the audit by which a setting may change. */
const ACTIONS: readonly (readonly [key: RegExp, actions: RegExp])[] = [
  [/^rules$/, /^saveRules$|^eraseClosedAccount$/],
  [/^customer-policy:/, /^saveCustomerPolicy$|^eraseClosedAccount$/],
  [/^customer-site-quota$/, /^saveSiteQuota$/],
  [
    /^privileged-user$/,
    /PrivilegedUser$|Nomination$|^pauseChanges$|^resumeChanges$|^deleteStoredCredentials$|^confirmTokenRevoked$|^eraseClosedAccount$/,
  ],
];

interface SettingRow {
  version?: number;
  content?: unknown;
}

function unrecorded(history: History, { entity, key, was, is, call }: RowChange): string | undefined {
  const [, actions] = ACTIONS.find(([pattern]) => pattern.test(key)) ?? [];
  if (entity !== 'setting' || actions === undefined) return undefined;
  const [before, after] = [was, is].map((row) => JSON.stringify((row as SettingRow | undefined)?.content ?? {}));
  // A row without content only holds the place of one.
  if (before === after) return undefined;
  const invocation = call === undefined ? undefined : history.calls[call]?.invocation;
  const isRecorded = [...ledgerOf(history).attempts.values()].some(
    (attempt) => attempt.invocation === invocation && actions.test(attempt.row.action),
  );
  return isRecorded ? undefined : `the setting ${key} changed without a record`;
}

function untested(history: History, { entity, key, was, is, call }: RowChange): string | undefined {
  if (entity !== 'setting' || key !== 'privileged-user') return undefined;
  const [before, after] = [userIn(was), userIn(is)];
  if (after === undefined || before === after) return undefined;
  const invocation = call === undefined ? undefined : history.invocations[history.calls[call]?.invocation ?? -1];
  if (invocation?.accountId !== after)
    return `${after} became the privileged user, and ${String(invocation?.accountId)} asked for it`;
  const tests = (ledgerOf(history).sentBy.get(invocation.id) ?? []).filter(
    ({ as, operationId }) => as.kind === 'impersonated' && as.accountId === after && operationId === 'createGroup',
  );
  return tests.some(succeeded) ? undefined : `${after} became the privileged user without a write test that passed`;
}

function userIn(row: unknown): string | undefined {
  const { content } = (row ?? {}) as { content?: { current?: { accountId?: string } } };
  return content?.current?.accountId;
}

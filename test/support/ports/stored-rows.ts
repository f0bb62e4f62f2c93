// Whole rows of what the other fakes hold, by key.
import type { StoredRows } from '../../../src/broker/ports';
import { areaOf } from '../../../src/entry/call/operations';
import type { Exported } from '../../../src/shared/broker/site-export';
import type { FakeAuditLog } from './audit-log';
import { refusalEntries } from './audit-rows';
import type { FakeGroupRecords } from './group-records';
import type { Journal } from './journal';
import type { FakeMemberships } from './memberships';
import type { FakeRunStore } from './run-store';
import type { FakeSettings } from './stores';

const ROWS_A_PAGE = 100;
const PARTS_A_PAGE = 10;

interface Held {
  settings: FakeSettings;
  groupRecords: FakeGroupRecords;
  memberships: FakeMemberships;
  runs: FakeRunStore;
  auditLog: FakeAuditLog;
}

type Row = [key: string, row: object];

export function createStoredRows({ read }: Journal, held: Held): StoredRows {
  return {
    attempt: async (id) =>
      read('read attempt', () => {
        const attempt = held.auditLog.attempts.find((one) => one.id === id);
        if (attempt === undefined) return undefined;
        const { action, at, caller } = attempt;
        return { action, at, ...(caller !== undefined && { caller }) };
      }),
    page: async (entity, after) =>
      read('read rows', () => {
        const behind = rowsOf(entity, held)
          .toSorted(([one], [other]) => (one < other ? -1 : 1))
          .filter(([key]) => after === undefined || key > after);
        const page = behind.slice(0, entity === 'run-part' ? PARTS_A_PAGE : ROWS_A_PAGE);
        const next = behind.length > page.length ? page.at(-1)?.[0] : undefined;
        return { rows: page.map(([key, row]) => ({ key, row })), ...(next !== undefined && { next }) };
      }),
  };
}

function rowsOf(entity: Exported, { settings, groupRecords, memberships, runs, auditLog }: Held): Row[] {
  switch (entity) {
    case 'setting':
      return (
        [
          ['privileged-user', settings.versions.privilegedUser, settings.stored.privilegedUser],
          ['rules', settings.versions.rules, settings.stored.rules],
        ] as const
      ).flatMap(([key, version, content]): Row[] => (version === 0 ? [] : [[key, { version, content }]]));
    case 'group-record':
      return [...groupRecords.stored];
    case 'membership-fact':
      return [...memberships.stored.values()].map((fact): Row => [`${fact.groupId}:${fact.accountId}`, fact]);
    case 'run':
      return [...runs.runs];
    case 'run-part':
      return [...runs.parts].map(([key, { lines, now }]): Row => [key, { content: { lines }, state: now }]);
    case 'audit-entry':
      return [
        ...auditLog.attempts
          .filter(({ action }) => areaOf(action) !== 'customers')
          .map((attempt): Row => [attempt.id, { ...attempt, outcome: auditLog.outcomes.get(attempt.id) }]),
        ...refusalEntries(auditLog.refusals)
          .filter(({ area }) => area !== 'customers')
          .map(({ row }): Row => [row.id, row]),
      ];
  }
}

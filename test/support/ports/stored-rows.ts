// Whole rows of what the other fakes hold, by key.
import type { Exportable, StoredRows } from '../../../src/broker/ports';
import { areaOf } from '../../../src/entry/call/operations';
import type { FakeAuditLog } from './audit-log';
import { refusalEntries } from './audit-rows';
import type { FakeJira } from './fake-jira';
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
  jira: FakeJira;
}

type About = 'site' | 'customers';

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
    page: async (about, entity, after) =>
      read('read rows', () => {
        const byTime = about === 'customers' && entity === 'audit-entry';
        function placeOf([key, row]: Row): string {
          return byTime && 'at' in row ? `${String(row.at)}#${key}` : key;
        }
        const behind = rowsOf(about, entity, held)
          .toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1))
          .filter((row) => after === undefined || placeOf(row) > after);
        const page = behind.slice(0, entity === 'run-part' ? PARTS_A_PAGE : ROWS_A_PAGE);
        const last = page.at(-1);
        const next = behind.length > page.length && last !== undefined ? placeOf(last) : undefined;
        return { rows: page.map(([key, row]) => ({ key, row })), ...(next !== undefined && { next }) };
      }),
  };
}

function rowsOf(about: About, entity: Exportable, held: Held): Row[] {
  switch (entity) {
    case 'setting':
      return about === 'site' ? siteSettings(held) : customerSettings(held);
    case 'group-record':
      return [...held.groupRecords.stored];
    case 'membership-fact':
      return [...held.memberships.stored.values()].map((fact): Row => [`${fact.groupId}:${fact.accountId}`, fact]);
    case 'run':
      return [...held.runs.runs];
    case 'run-part':
      return [...held.runs.parts].map(([key, { lines, now }]): Row => [key, { content: { lines }, state: now }]);
    case 'customer-quota':
      return [...held.jira.counters].map(([key, used]): Row => [key.replace(' ', ':'), { used }]);
    case 'audit-entry':
      return entries(about, held);
  }
}

function siteSettings({ settings: { versions, stored } }: Held): Row[] {
  return (
    [
      ['privileged-user', versions.privilegedUser, stored.privilegedUser],
      ['rules', versions.rules, stored.rules],
    ] as const
  ).flatMap(([key, version, content]): Row[] => (version === 0 ? [] : [[key, { version, content }]]));
}

function customerSettings({ jira }: Held): Row[] {
  const { project, policy, policyVersion, dailyPerSite, dailyPerSiteVersion } = jira;
  return (
    [
      [`customer-policy:${project.projectId}`, policyVersion, policy],
      ['customer-site-quota', dailyPerSiteVersion, dailyPerSite],
    ] as const
  ).flatMap(([key, version, content]): Row[] => (version === 0 ? [] : [[key, { version, content }]]));
}

function entries(about: About, { auditLog }: Held): Row[] {
  return [
    ...auditLog.attempts
      .filter(({ action }) => (areaOf(action) === 'customers') === (about === 'customers'))
      .map((attempt): Row => [attempt.id, { ...attempt, outcome: auditLog.outcomes.get(attempt.id) }]),
    ...refusalEntries(auditLog.refusals)
      .filter(({ area }) => (area === 'customers') === (about === 'customers'))
      .map(({ row }): Row => [row.id, row]),
  ];
}

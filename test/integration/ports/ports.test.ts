// The contract of the ports, held by the platform on the sandbox and by the fakes of the unit tests alike.
import { describe, expect, it, test } from 'vitest';

import type { Case } from './case';
import { auditCases } from './cases/audit';
import { customerAuditCases } from './cases/customer-audit';
import { customerStoreCases } from './cases/customer-stores';
import { directoryCases } from './cases/directory';
import { firstRunCases } from './cases/first-run';
import { groupRecordCases } from './cases/group-records';
import { groupsOfPersonCases } from './cases/groups-of-person';
import { invocationCases } from './cases/invocation';
import { jiraCases } from './cases/jira';
import { jiraWriterCases } from './cases/jira-writers';
import { memberJournalCases } from './cases/member-journal';
import { membershipCases } from './cases/memberships';
import { emailCases, nameCases } from './cases/people';
import { privilegedCases } from './cases/privileged';
import { racedPartCases, racedSettlingCases } from './cases/raced-facts';
import { recordFailureCases } from './cases/record-failures';
import { recordSearchCases } from './cases/record-search';
import { repeatedRequestCases } from './cases/repeated-requests';
import { requesterCases } from './cases/requester';
import { runPartCases } from './cases/run-parts';
import { runQueueCases } from './cases/run-queue';
import { runRecordCases } from './cases/run-records';
import { runCases } from './cases/runs';
import { spaceAccessCases } from './cases/space-access';
import { spaceCases } from './cases/spaces';
import { storedRowCases } from './cases/stored-rows';
import { storeCases } from './cases/stores';
import { openFakes } from './fakes';
import { GAPS } from './gaps';
import { outcomesOfPorts } from './interfaces';
import { lifetimes } from './lifetimes';
import { openPlatform } from './platform';
import type { Seen } from './recorder';

const PORTS: Record<string, readonly Case[]> = {
  ...invocationCases,
  directory: [...directoryCases, ...groupsOfPersonCases, ...spaceCases, ...nameCases],
  jiraPeople: emailCases,
  requesterReader: requesterCases,
  ...privilegedCases,
  ...storeCases,
  firstRun: firstRunCases,
  spaceAccess: spaceAccessCases,
  groupRecords: [...groupRecordCases, ...recordFailureCases, ...recordSearchCases],
  memberships: membershipCases,
  memberJournal: [...memberJournalCases, ...racedSettlingCases],
  auditLog: auditCases,
  storedRows: storedRowCases,
  runs: [...runCases, ...runPartCases, ...racedPartCases, ...runRecordCases],
  runQueue: runQueueCases,
  ...jiraCases,
  ...jiraWriterCases,
  ...customerStoreCases,
  repeatedRequests: repeatedRequestCases,
  customerAudit: customerAuditCases,
};

const STAGES = [
  { name: 'the fakes', seen: new Map() as Seen, open: openFakes },
  { name: 'the platform', seen: new Map() as Seen, open: openPlatform },
] as const;

describe.each(STAGES)('$name', ({ seen, open }) => {
  describe.each(Object.entries(PORTS))('%s', (_port, cases) => {
    test.each(cases)('$name', async ({ play }) => {
      expect.hasAssertions();
      await play(await open(seen));
    });
  });
});

it('the platform asks Forge to keep each row for as long as it counts', () => {
  expect(Object.fromEntries(lifetimes)).toEqual({
    'audit-entry': new Set(['364 DAYS']),
    'audit-outcome': new Set(['364 DAYS']),
    'customer-quota': new Set(['3 DAYS']),
    'repeated-request': new Set(['24 HOURS']),
    run: new Set(['30 DAYS']),
    'run-part': new Set(['30 DAYS']),
    'run-part-state': new Set(['30 DAYS']),
    'group-record': new Set(['for good']),
    'membership-fact': new Set(['for good']),
    setting: new Set(['for good']),
  });
});

describe.each(STAGES)('of $name', ({ seen }) => {
  const outcomes = outcomesOfPorts();
  function isSeen({ method, isSeenIn }: (typeof outcomes)[number]): boolean {
    return isSeenIn(seen.get(method) ?? []);
  }
  function isGap({ method, what }: (typeof outcomes)[number]): boolean {
    return GAPS.some((gap) => gap.what === what && gap.methods.includes(method));
  }

  it('a case brings about each answer and each failure that the ports name, but for the gaps', () => {
    const missing = outcomes.filter((outcome) => !isSeen(outcome) && !isGap(outcome));
    expect(missing.map(({ method, what }) => `${method}: ${what}`)).toEqual([]);
  });

  it('the gaps are real ones', () => {
    const named = GAPS.flatMap(({ methods, what }) => methods.map((method) => `${method}: ${what}`));
    const real = outcomes.filter((outcome) => !isSeen(outcome)).map(({ method, what }) => `${method}: ${what}`);
    expect(named.filter((gap) => !real.includes(gap))).toEqual([]);
  });
});

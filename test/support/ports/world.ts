// Everything that a use case can reach, faked, with state that a test can set up and look at.
import type { Via } from '../../../src/broker/audit/entries';
import type { InProject } from '../../../src/customers/in-project';
import type { Ports } from '../../../src/entry/call/ports';
import type { InSpace } from '../../../src/groups/in-space';
import type { AccountId } from '../../../src/shared/ids';
import { createAuditLog } from './audit-log';
import { aGroup, ann, aRecord, aSpace, NOW } from './builders';
import { createCustomerPorts, createJira } from './customers';
import {
  createAccountReader,
  createDirectory,
  createJiraPeople,
  createPrivilegedReader,
  createRequesterReader,
} from './directory';
import { createGroupRecords } from './group-records';
import { createGroupWriter } from './group-writer';
import { createJournal } from './journal';
import { createFactStore, createMemberJournal, createMemberships } from './memberships';
import { createPersonalData } from './personal-data';
import { createRunQueue } from './run-queue';
import { createRunStore } from './run-store';
import { createSite } from './site';
import { createSiteAdminProofs, createSiteAdminProver } from './site-admins';
import { createSpaceAccess } from './space-access';
import { createStoredRows } from './stored-rows';
import {
  createDecisionReads,
  createLegacyCredentials,
  createSettings,
  createStorageProbe,
  createFirstRun,
  createUpkeep,
} from './stores';

/** A clock that stands still until a test moves it. */
export function aClock(at = NOW) {
  let now = at;
  return {
    now: () => now,
    advance(ms: number) {
      now += ms;
    },
  };
}

/** Ids that count: `00000000-0000-4000-8000-000000000001` and on. */
function countingIds() {
  let made = 0;
  return {
    next() {
      made += 1;
      return `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
    },
  };
}

/** A log that keeps what it is given. */
function recordingLog() {
  const lines: { level: 'info' | 'warn' | 'error'; event: string; fields: object; cause?: unknown }[] = [];
  return {
    lines,
    info: (event: string, fields: object) => void lines.push({ level: 'info', event, fields }),
    warn: (event: string, fields: object) => void lines.push({ level: 'warn', event, fields }),
    error: (event: string, fields: object, cause?: unknown) =>
      void lines.push({ level: 'error', event, fields, cause }),
  };
}

export function aWorld() {
  const journal = createJournal();
  const site = createSite();
  const jira = createJira();
  const clock = aClock();
  const time = { remainingMs: 20_000 };
  const settings = createSettings(journal);
  const groupRecords = createGroupRecords(journal);
  const memberships = createMemberships(journal);
  const auditLog = createAuditLog(journal, clock);
  const facts = createFactStore(memberships, groupRecords);
  const runs = createRunStore({ auditLog, facts, clock, settings }, journal);
  const fakes = {
    clock,
    sleep: async (ms: number) => {
      clock.advance(ms);
      time.remainingMs -= ms;
    },
    ids: countingIds(),
    log: recordingLog(),
    deadline: { remainingMs: () => time.remainingMs },
    points: { spent: () => site.points.spent, areLow: () => site.points.low },
    directory: createDirectory(site, journal),
    jiraPeople: createJiraPeople(site, journal),
    accountReader: createAccountReader(site, journal),
    requesterReader: createRequesterReader(site, journal),
    privilegedReader: createPrivilegedReader(site, journal),
    groupWriter: createGroupWriter(site, journal),
    siteAdminProver: createSiteAdminProver(site, journal),
    spaceAccess: createSpaceAccess(site, journal),
    siteAdminProofs: createSiteAdminProofs(journal),
    settings,
    decisionReads: createDecisionReads(journal, settings, groupRecords, memberships),
    legacyCredentials: createLegacyCredentials(journal),
    groupRecords,
    memberships,
    memberJournal: createMemberJournal(journal, auditLog, facts),
    runs,
    storedRows: createStoredRows(journal, { settings, groupRecords, memberships, runs, auditLog, jira }),
    runQueue: createRunQueue(journal, clock),
    auditLog,
    personalData: createPersonalData(journal),
    storageProbe: createStorageProbe(journal),
    upkeep: createUpkeep(journal),
    firstRun: createFirstRun(journal),
    ...createCustomerPorts({ jira, site, clock, auditLog }, journal),
    environment: {
      appVersion: '1.2.3',
      environmentType: 'DEVELOPMENT',
      appId: 'app-1',
      environmentId: 'environment-1',
    },
  };
  const ports: Ports = fakes;
  /** A group on the site, with members, that belongs to the space DEV. */
  function owns(
    facts: Parameters<typeof aGroup>[0] = {},
    members: AccountId[] = [],
    record: Parameters<typeof aRecord>[0] = {},
  ) {
    const group = site.has(aGroup(facts), ...members);
    fakes.groupRecords.stored.set(group.groupId, aRecord({ groupName: group.name, ...record, groupId: group.groupId }));
    return group;
  }
  /** Ann in the space DEV, as its admin. */
  const inDev: InSpace = { caller: ann, space: aSpace(), provedAt: NOW };
  /** Ann in the service project SUP, an agent of it. */
  function inSup(via: Via = 'page'): InProject {
    return {
      caller: ann,
      project: jira.project,
      via,
      provedAt: ports.clock.now(),
    };
  }
  return { ...fakes, ports, journal, site, jiraState: jira, time, owns, inDev, inSup };
}
export type World = ReturnType<typeof aWorld>;

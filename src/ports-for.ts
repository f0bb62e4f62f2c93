// The platform behind every port of the app.
import { createHash, randomUUID } from 'node:crypto';

import { areaOf, revealedBy } from './entry/call/operations';
import type { Ports } from './entry/call/ports';
import { createAccountReader } from './platform/confluence/accounts';
import { createDirectory } from './platform/confluence/directory';
import { createGroupWriter } from './platform/confluence/group-writer';
import { createPrivilegedReader } from './platform/confluence/privileged-reader';
import { createSiteAdminProver } from './platform/confluence/site-admin-prover';
import { createSpaceAccess } from './platform/confluence/space-access';
import { createRequesterReader } from './platform/confluence/spaces';
import { currentEnvironment, currentInstallation, isJiraConnected } from './platform/environment';
import { createAgentWriter } from './platform/jira/agent-writer';
import { createCustomerWriter } from './platform/jira/customer-writer';
import { createJiraDirectory } from './platform/jira/jira-directory';
import { createJiraRightReader } from './platform/jira/jira-right-reader';
import { createJiraPeople } from './platform/jira/people';
import { createAuditLog } from './platform/kvs/audit-log';
import { createCarriedOutcomes } from './platform/kvs/carried-outcomes';
import { createCustomerAudit } from './platform/kvs/customer-audit';
import { createCustomerQuota } from './platform/kvs/customer-quota';
import { createCustomerSettings } from './platform/kvs/customer-settings';
import { createDecisionReads } from './platform/kvs/decision-reads';
import { createFirstRun } from './platform/kvs/first-run';
import { createGroupRecords } from './platform/kvs/group-records';
import { createLegacyCredentials } from './platform/kvs/legacy-credentials';
import { createMemberJournal } from './platform/kvs/member-journal';
import { createMemberships } from './platform/kvs/memberships';
import { createRecordMark } from './platform/kvs/record-mark';
import { createRepeatedRequests } from './platform/kvs/repeated-requests';
import { createRunStore } from './platform/kvs/run-store';
import { createSettings, readPrivilegedUserRow } from './platform/kvs/settings';
import { createSiteAdminProofs } from './platform/kvs/site-admin-proofs';
import { createStorageProbe } from './platform/kvs/storage-probe';
import { createStoredRows } from './platform/kvs/stored-rows';
import { createUpkeep } from './platform/kvs/upkeep';
import { createLog } from './platform/log';
import { createPersonalData } from './platform/personal-data';
import { createRunQueue } from './platform/queue/run-queue';
import { areGranted } from './platform/rest/granted-scopes';
import { CALLER } from './platform/rest/identity';
import { createPauseGate, type PauseGate } from './platform/rest/pause-gate';
import type { RequestDeps } from './platform/rest/request';
import { createSpending } from './platform/rest/spending';
import { abortAfter, clock, sleep } from './platform/time';

const log = createLog(console);

const ids = { next: () => randomUUID() };

const carried = createCarriedOutcomes(clock);

const digests = { of: (text: string) => createHash('sha256').update(text).digest('hex') };

/** Composes the ports of one invocation, which answers within so many milliseconds. */
export function portsFor(withinMs: number): Ports {
  const endsAt = clock.now() + withinMs;
  const deadline = { remainingMs: () => endsAt - clock.now() };
  const auditLog = createAuditLog({ clock, log, carried, areaOf, revealedBy, installation: currentInstallation() });
  const spending = createSpending();
  const pauseGate = createPauseGate(clock, readPrivilegedUserRow);
  const wire = { deadline, clock, log, random: Math.random, sleep, abortAfter, spending, areGranted, pauseGate };
  return {
    clock,
    sleep,
    ids,
    deadline,
    log,
    points: spending,
    environment: currentEnvironment(),
    auditLog,
    ...confluencePorts(wire),
    ...jiraPorts(wire),
    ...storagePorts({ auditLog, watch: pauseGate.watch }),
    personalData: createPersonalData(),
    digests,
  };
}

function confluencePorts(wire: RequestDeps) {
  return {
    directory: createDirectory(wire, CALLER),
    accountReader: createAccountReader(wire),
    requesterReader: createRequesterReader(wire),
    privilegedReader: createPrivilegedReader(wire),
    groupWriter: createGroupWriter(wire),
    siteAdminProver: createSiteAdminProver(wire),
    spaceAccess: createSpaceAccess(wire, CALLER),
  };
}

function jiraPorts(wire: RequestDeps) {
  return {
    jiraPeople: createJiraPeople(wire, CALLER, isJiraConnected),
    jira: createJiraDirectory(wire, CALLER),
    agentWriter: createAgentWriter(wire),
    customerWriter: createCustomerWriter(wire),
    jiraRight: createJiraRightReader(wire),
  };
}

function storagePorts({ auditLog, watch }: { auditLog: Ports['auditLog']; watch: PauseGate['watch'] }) {
  const mark = createRecordMark(chanceOfId);
  return {
    siteAdminProofs: createSiteAdminProofs(),
    settings: createSettings(watch),
    decisionReads: createDecisionReads(watch, mark),
    legacyCredentials: createLegacyCredentials(),
    groupRecords: createGroupRecords(mark),
    memberships: createMemberships(),
    memberJournal: createMemberJournal({ auditLog, log }),
    runs: createRunStore({ clock, areaOf, mark }),
    runQueue: createRunQueue(),
    storageProbe: createStorageProbe(),
    storedRows: createStoredRows(),
    upkeep: createUpkeep(),
    firstRun: createFirstRun(),
    customerSettings: createCustomerSettings(),
    customerQuota: createCustomerQuota({ clock, random: Math.random, sleep }),
    repeatedRequests: createRepeatedRequests({ clock }),
    customerAudit: createCustomerAudit({ clock }),
  };
}

/** Draws a number from 0 up to, but not including, 1, by a new id. */
function chanceOfId(): number {
  return createHash('sha256').update(ids.next()).digest().readUInt32BE() / 2 ** 32;
}

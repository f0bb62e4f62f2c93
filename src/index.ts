import { createHash, randomUUID } from 'node:crypto';

import { createAutomationAction } from './entry/automation-action';
import { createEndpoint } from './entry/call/endpoint';
import { proveJiraAdmin, proveQueue } from './entry/call/jira-proofs';
import { areaOf, revealedBy } from './entry/call/operations';
import type { Ports } from './entry/call/ports';
import { proveSiteRoles, proveSpace } from './entry/call/proofs';
import { createRefusalLimit } from './entry/call/refusal-limit';
import { customerSettings as customerSettingsRows } from './entry/customer-settings';
import { globalSettings as globalSettingsRows } from './entry/global-settings';
import { queuePage as queuePageRows } from './entry/queue-page';
import { createRestApi } from './entry/rest-api';
import { schedules } from './entry/schedules';
import { spaceSettings as spaceSettingsRows } from './entry/space-settings';
import { createAccountReader } from './platform/confluence/accounts';
import { createDirectory } from './platform/confluence/directory';
import { createGroupWriter } from './platform/confluence/group-writer';
import { createPrivilegedReader } from './platform/confluence/privileged-reader';
import { createSiteAdminProver } from './platform/confluence/site-admin-prover';
import { currentEnvironment, currentInstallation } from './platform/environment';
import { createAgentWriter } from './platform/jira/agent-writer';
import { createCustomerWriter } from './platform/jira/customer-writer';
import { createJiraDirectory } from './platform/jira/jira-directory';
import { createJiraRightReader } from './platform/jira/jira-right-reader';
import { createAuditLog } from './platform/kvs/audit-log';
import { createCarriedOutcomes } from './platform/kvs/carried-outcomes';
import { createCustomerAudit } from './platform/kvs/customer-audit';
import { createCustomerQuota } from './platform/kvs/customer-quota';
import { createCustomerSettings } from './platform/kvs/customer-settings';
import { createDecisionReads } from './platform/kvs/decision-reads';
import { createGroupRecords } from './platform/kvs/group-records';
import { createLegacyCredentials } from './platform/kvs/legacy-credentials';
import { createRepeatedRequests } from './platform/kvs/repeated-requests';
import { createSettings } from './platform/kvs/settings';
import { createSiteAdminProofs } from './platform/kvs/site-admin-proofs';
import { createStorageProbe } from './platform/kvs/storage-probe';
import { createLog } from './platform/log';
import { createPersonalData } from './platform/personal-data';
import { areGranted } from './platform/rest/granted-scopes';
import { CALLER } from './platform/rest/identity';
import { abortAfter, clock, sleep } from './platform/time';

/** Forge ends a resolver after 25 seconds; what is not done after 20 is answered as not done. */
const ANSWER_WITHIN_MS = 20_000;

const log = createLog(console);

const ids = { next: () => randomUUID() };

const carried = createCarriedOutcomes(clock);

const digests = { of: (text: string) => createHash('sha256').update(text).digest('hex') };

const page = { portsFor: () => portsFor(ANSWER_WITHIN_MS), refusalLimit: createRefusalLimit(clock) };

/** Resolver of the global page. */
export const globalSettings = createEndpoint({ ...page, rows: globalSettingsRows, prove: proveSiteRoles });
/** Resolver of the space page. */
export const spaceSettings = createEndpoint({ ...page, rows: spaceSettingsRows, prove: proveSpace });
/** Resolver of Jira's administration page. */
export const customerSettings = createEndpoint({ ...page, rows: customerSettingsRows, prove: proveJiraAdmin });
/** Resolver of the queue page. */
export const customers = createEndpoint({ ...page, rows: queuePageRows, prove: proveQueue });
/** Automation action. */
export const createPortalCustomer = createAutomationAction(page);
const restApi = createRestApi(page);
/** `POST /customers` of the app REST API. */
export const postCustomer = restApi.post;
/** `GET /customers` of the app REST API. */
export const getCustomer = restApi.get;

/** Forge ends a scheduled function after 55 seconds: https://developer.atlassian.com/platform/forge/limits-invocation/ */
const SCHEDULED_WITHIN_MS = 50_000;

/** Scheduled daily. */
export const healthCheck = scheduled(schedules.healthCheck);
/** Scheduled hourly. */
export const settleAudit = scheduled(schedules.settleAudit);
/** Scheduled weekly. */
export const reportAccounts = scheduled(schedules.reportAccounts);
/** Forge calls it before an uninstall. */
export const beforeUninstall = scheduled(schedules.beforeUninstall);

function scheduled(run: (ports: Ports) => Promise<void>) {
  return async (): Promise<{ statusCode: number }> => {
    await run(portsFor(SCHEDULED_WITHIN_MS));
    return { statusCode: 204 };
  };
}

/** The ports of one invocation. */
function portsFor(withinMs: number): Ports {
  const endsAt = clock.now() + withinMs;
  const deadline = { remainingMs: () => endsAt - clock.now() };
  const wire = { deadline, clock, log, random: Math.random, sleep, abortAfter, areGranted };
  return {
    clock,
    sleep,
    ids,
    deadline,
    log,
    environment: currentEnvironment(),
    directory: createDirectory(wire, CALLER),
    accountReader: createAccountReader(wire),
    privilegedReader: createPrivilegedReader(wire),
    groupWriter: createGroupWriter(wire),
    siteAdminProver: createSiteAdminProver(wire),
    siteAdminProofs: createSiteAdminProofs(),
    settings: createSettings(),
    decisionReads: createDecisionReads(),
    legacyCredentials: createLegacyCredentials(),
    groupRecords: createGroupRecords(),
    auditLog: createAuditLog({ clock, log, carried, areaOf, revealedBy, installation: currentInstallation() }),
    personalData: createPersonalData(),
    storageProbe: createStorageProbe(),
    jira: createJiraDirectory(wire, CALLER),
    agentWriter: createAgentWriter(wire),
    customerWriter: createCustomerWriter(wire),
    jiraRight: createJiraRightReader(wire),
    customerSettings: createCustomerSettings(),
    customerQuota: createCustomerQuota({ clock, random: Math.random, sleep }),
    repeatedRequests: createRepeatedRequests({ clock }),
    customerAudit: createCustomerAudit({ clock }),
    digests,
  };
}

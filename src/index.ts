import { createAutomationAction } from './entry/automation-action';
import { createEndpoint } from './entry/call/endpoint';
import { proveJiraAdmin, proveQueue } from './entry/call/jira-proofs';
import type { Ports } from './entry/call/ports';
import { proveSiteRoles, proveSpace } from './entry/call/proofs';
import { createRefusalLimit } from './entry/call/refusal-limit';
import { customerSettings as customerSettingsRows } from './entry/customer-settings';
import { globalSettings as globalSettingsRows } from './entry/global-settings';
import { queuePage as queuePageRows } from './entry/queue-page';
import { createRestApi } from './entry/rest-api';
import { createRunConsumer } from './entry/runs';
import { schedules } from './entry/schedules';
import { spaceSettings as spaceSettingsRows } from './entry/space-settings';
import { clock } from './platform/time';
import { portsFor } from './ports-for';

/** Forge ends a resolver after 25 seconds; work not done after 20 is answered as not done. */
const ANSWER_WITHIN_MS = 20_000;

const page = { portsFor: () => portsFor(ANSWER_WITHIN_MS), refusalLimit: createRefusalLimit(clock) };

/** Answers the calls of the global page. */
export const globalSettings = createEndpoint({ ...page, rows: globalSettingsRows, prove: proveSiteRoles });
/** Answers the calls of the space page. */
export const spaceSettings = createEndpoint({ ...page, rows: spaceSettingsRows, prove: proveSpace });
/** Answers the calls of Jira's administration page. */
export const customerSettings = createEndpoint({ ...page, rows: customerSettingsRows, prove: proveJiraAdmin });
/** Answers the calls of the queue page. */
export const customers = createEndpoint({ ...page, rows: queuePageRows, prove: proveQueue });
/** Runs the automation action. */
export const createPortalCustomer = createAutomationAction(page);
const restApi = createRestApi(page);
/** Answers `POST /customers` of the app REST API. */
export const postCustomer = restApi.post;
/** Answers `GET /customers` of the app REST API. */
export const getCustomer = restApi.get;

/** Forge ends this consumer after 120 seconds, as manifest.yml says. */
const CONSUMED_WITHIN_MS = 110_000;

/** Carries runs on, an event at a time. */
export const carryOnRuns = createRunConsumer(() => portsFor(CONSUMED_WITHIN_MS));

/** Forge ends a scheduled function after 55 seconds: https://developer.atlassian.com/platform/forge/limits-invocation/ */
const SCHEDULED_WITHIN_MS = 50_000;

/** Runs daily. */
export const healthCheck = scheduled(schedules.healthCheck);
/** Runs hourly. */
export const settleAudit = scheduled(schedules.settleAudit);
/** Runs weekly. */
export const reportAccounts = scheduled(schedules.reportAccounts);
/** Runs before an uninstall. */
export const beforeUninstall = scheduled(schedules.beforeUninstall);

function scheduled(run: (ports: Ports) => Promise<void>) {
  return async (): Promise<{ statusCode: number }> => {
    await run(portsFor(SCHEDULED_WITHIN_MS));
    return { statusCode: 204 };
  };
}

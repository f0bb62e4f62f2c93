// Creates a portal customer with one call of the app's REST API, and prints what became of each step.
//
//   APP_API=<base URL, copied from Connected apps> ACCESS_TOKEN=… PROJECT=SUP \
//     node create-customer-by-api.mjs noah@acme.example "Noah Berg" 1
//
// The arguments: email address, name, ids of organizations. ACCESS_TOKEN comes from OAuth 2.0 (3LO), for an agent who
// consented to read:forge-app:jira and write:customer:custom. docs/customers.md has every answer.
// Ends with 0 if every step is done, with 1 if not.

import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

const { APP_API, ACCESS_TOKEN, PROJECT, IDEMPOTENCY_KEY = randomUUID() } = process.env;
const [email, displayName, ...organizationIds] = process.argv.slice(2);

const ATTEMPTS = 4;
/** Quotas of the app last until midnight UTC, so only Atlassian's own limits are worth waiting for. */
const PASSING = [
  'RATE_LIMITED',
  'REQUEST_RUNNING',
  'OUTCOME_UNKNOWN',
  'CREATED_NOT_FOUND',
  'NOT_TRIED',
  'UPSTREAM_UNAVAILABLE',
  'STORAGE_UNAVAILABLE',
  'AUDIT_UNAVAILABLE',
];
const LONGEST_WAIT_SECONDS = 60;

const post = async () =>
  fetch(`${APP_API}/customers`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${ACCESS_TOKEN}`,
      'content-type': 'application/json',
      // The same in each attempt: what was done already is then answered, not done again.
      'idempotency-key': IDEMPOTENCY_KEY,
    },
    body: JSON.stringify({ projectKey: PROJECT, email, displayName, organizationIds }),
  });

const create = async (attempt = 1) => {
  const response = await post();
  // Before the app is asked, Atlassian may answer in a form of its own.
  const body = await response.json().catch(() => ({}));
  if (response.ok || attempt === ATTEMPTS || !PASSING.includes(body.code)) return { response, body };
  const seconds = Number(response.headers.get('retry-after') ?? 2 ** attempt);
  await wait(Math.min(seconds, LONGEST_WAIT_SECONDS) * 1000);
  return create(attempt + 1);
};

const { response, body } = await create();
if (!response.ok) {
  console.error(`${response.status} ${body.code ?? ''}: ${body.title ?? body.message ?? 'no reason given'}`);
  for (const { field, message } of body.fields ?? []) console.error(`  ${field}: ${message}`);
  process.exit(1);
}
const { account, project, organizations } = body;
console.log(`account ${account.accountId}: ${account.outcome}`);
console.log(`service project: ${project}`);
for (const { organizationId, outcome } of organizations) console.log(`organization ${organizationId}: ${outcome}`);
const isThere = (outcome) => ['added', 'alreadyThere', 'notWanted'].includes(outcome);
const isDone = isThere(project) && organizations.every(({ outcome }) => isThere(outcome));
process.exitCode = isDone ? 0 : 1;

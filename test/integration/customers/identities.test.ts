// As whom each call about customers leaves the app: what agents may do themselves, they do themselves.
import { beforeEach, describe, expect, it } from 'vitest';

import type { RequestRow } from '../../../sandbox/contract/site';
import { operations } from '../../../src/platform/rest/operations';
import { OrganizationId } from '../../../src/shared/ids';
import { isPrivileged, openSandbox, valueOf, type World } from '../../support/integration';

const ACME = OrganizationId.parse('1');
const ORDER = { people: [{ email: 'nadia.comer@acme.example' }], organizationIds: [ACME] };

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  await world.allowCustomers('SUP', { rules: true });
});

function who(row: RequestRow): string {
  const { identity } = row;
  if (identity.kind === 'app' || identity.kind === 'anonymous') return identity.kind;
  return `${isPrivileged(row) ? 'impersonated ' : ''}${world.handleOf(identity.accountId)}`;
}
/** By whom each operation was called, in the order of the calls. */
function actors(): Record<string, string> {
  const found = new Map<string, Set<string>>();
  for (const row of world.requests()) {
    const operationId = String(row.operationId);
    found.set(operationId, (found.get(operationId) ?? new Set()).add(who(row)));
  }
  return Object.fromEntries([...found].map(([operationId, people]) => [operationId, [...people].join(', then ')]));
}

const PROOF = { getServiceDeskById: 'agent', getMyPermissions: 'agent' };
const CREATION = {
  ...PROOF,
  findUsers: 'agent, then impersonated site-admin',
  createCustomer: 'impersonated site-admin',
  addCustomers: 'impersonated site-admin',
};
const JIRA_ADMIN = { getMyPermissions: 'site-admin' };

const JOURNEYS: [string, () => Promise<unknown>, Record<string, string>][] = [
  [
    'opening the agents’ page',
    async () => world.asAgent('agent', 'SUP', 'openCustomers', {}),
    { ...PROOF, getOrganizations: 'agent' },
  ],
  [
    'a preview',
    async () => world.asAgent('agent', 'SUP', 'previewCustomers', ORDER),
    { ...PROOF, getOrganizations: 'agent', findUsers: 'agent', addUsersToOrganization: 'agent' },
  ],
  [
    'creating',
    async () => world.asAgent('agent', 'SUP', 'createCustomers', ORDER),
    { ...CREATION, getOrganizations: 'agent', addUsersToOrganization: 'agent' },
  ],
  [
    'POST /customers',
    async () => world.api.post('agent', { projectKey: 'SUP', email: 'nadia.comer@acme.example' }),
    CREATION,
  ],
  [
    'GET /customers',
    async () => world.api.get('agent', 'projectKey=SUP&email=ada@acme.example'),
    { ...PROOF, findUsers: 'agent' },
  ],
  [
    'a rule',
    async () => {
      const inputs = { issueKey: 'SUP-1', email: 'nadia.comer@acme.example' };
      world.remember(inputs);
      return world.forge.runAction({ actionKey: 'create-portal-customer', inputs, accountId: world.id('agent') });
    },
    { ...CREATION, addComment: 'agent' },
  ],
  [
    'opening the customer settings',
    async () => world.asJiraAdmin('site-admin', 'openCustomerSettings', {}),
    { ...JIRA_ADMIN, getServiceDesks: 'site-admin' },
  ],
  [
    'looking for groups',
    async () => world.asJiraAdmin('site-admin', 'findJiraGroups', { text: 'support' }),
    { ...JIRA_ADMIN, findGroups: 'site-admin' },
  ],
];

describe.each(JOURNEYS)('%s', (_name, run, expected) => {
  it('acts as the caller wherever they may', async () => {
    await run();
    expect(actors()).toEqual(expected);
    // Adding nobody to an organization is how a check asks whether the agent may.
    function isQuestion({ operationId, status }: RequestRow) {
      return operationId === 'addUsersToOrganization' && status === 400;
    }
    expect(world.requests().every((row) => row.status < 300 || isQuestion(row))).toBe(true);
  });
});

it('the privileged user acts only where the table of operations says so', async () => {
  for (const [, run] of JOURNEYS) await run();
  valueOf(await world.asJiraAdmin('jira-admin', 'checkJiraRight', {}));
  const allowed = Object.values(operations)
    .filter(
      ({ api, actsAs }) =>
        (api === 'jira' || api === 'jsm') && (actsAs as readonly string[]).includes('privilegedUser'),
    )
    .map(({ operationId }) => operationId);
  expect(allowed.toSorted()).toEqual(['addCustomers', 'createCustomer', 'findUsers', 'getMyPermissions']);
  const asked = world.privilegedCalls().map(({ operationId }) => String(operationId));
  expect(allowed).toEqual(expect.arrayContaining([...new Set(asked)]));
  expect(new Set(asked)).toEqual(new Set(['addCustomers', 'createCustomer', 'findUsers', 'getMyPermissions']));
});

it('a person of another project at the same time keeps their own identity, project and entries', async () => {
  await world.allowCustomers('PRIV');
  async function ask(handle: string, project: string, email: string) {
    return valueOf(
      await world.asAgent(handle, project, 'createCustomers', { people: [{ email }], organizationIds: [] }),
    );
  }
  await Promise.all([
    ask('agent', 'SUP', 'for.support@acme.example'),
    ask('priv-agent', 'PRIV', 'for.private@globex.example'),
    ask('agent', 'SUP', 'also.support@acme.example'),
  ]);
  function serviceDesk(key: string) {
    return world.model.project(key).serviceDesk?.customers;
  }
  expect(serviceDesk('PRIV')).toContain(world.customer('for.private@globex.example')?.accountId);
  expect(serviceDesk('SUP')).not.toContain(world.customer('for.private@globex.example')?.accountId);
  const entries = world.auditRows().filter(({ action }) => action === 'createCustomer');
  expect(
    entries.map((row) => [world.handleOf(String(row['caller'])), row['projectId'], row['domain']].join(' ')).toSorted(),
  ).toEqual(['agent 10010 acme.example', 'agent 10010 acme.example', 'priv-agent 10011 globex.example']);
});

// What agents, scripts, automation rules and Jira administrators do about customers.
import type { customerSettingsPayloads, queuePagePayloads } from '../../src/shared/customers/payloads';
import { happens, oneOf, weighted } from '../choices';
import type { Choices } from '../choices';
import type { World } from '../world/world';
import { onPage, type Doing } from './doing';
import { orBent } from './hostile';
import { nothing, some } from './payload';
import type { SentBy } from './payload';
import { aJiraAdmin, anAgent } from './people';
import { only, pick, type Picking } from './pick';
import type { Seen } from './seen';

interface InProject {
  projectId: string;
  key: string;
}

/** Addresses of new people, and of some who are there already. */
const ADDRESSES = [
  'quirin.zeh@acme.example',
  'noah.berg@acme.example',
  'ada@acme.example',
  'yuna.ode@globex.example',
  'member@example.com',
];

const onQueuePage: SentBy<typeof queuePagePayloads, InProject> = {
  openCustomers: [2, nothing],
  previewCustomers: [2, (_seen, choices) => anOrder(choices)],
  createCustomers: [8, (_seen, choices) => anOrder(choices)],
  listOrganizations: [1, () => ({ start: 0 })],
};

const onCustomerSettings: SentBy<typeof customerSettingsPayloads, InProject> = {
  openCustomerSettings: [3, nothing],
  readCustomerPolicy: [1, (_seen, _choices, { projectId }) => ({ projectId })],
  listProjectOrganizations: [1, (_seen, _choices, { projectId }) => ({ projectId, start: 0 })],
  saveCustomerPolicy: [3, aPolicy],
  saveSiteQuota: [
    1,
    (seen, choices) => ({ dailyPerSite: 5 + choices.below(100), version: seen.versionOf('customer-site-quota') }),
  ],
  checkJiraRight: [2, nothing],
  findJiraGroups: [1, () => ({ text: 'support' })],
  exportCustomers: [1, nothing],
  readCustomerAudit: [1, nothing],
};

interface Door {
  name: string;
  weight: number;
  calls: readonly string[];
  open: (world: World, picking: Picking) => Doing | undefined;
}

const DOORS: readonly Door[] = [
  { name: 'a queue', weight: 8, calls: Object.keys(onQueuePage), open: inQueue },
  { name: 'settings', weight: 3, calls: Object.keys(onCustomerSettings), open: inSettings },
  { name: 'a script', weight: 4, calls: ['createCustomer', 'findCustomer'], open: byScript },
  { name: 'a rule', weight: 2, calls: ['createByRule'], open: byRule },
];

/** Lists what can be done about customers. */
export const CALLS_ABOUT_CUSTOMERS: ReadonlySet<string> = new Set(DOORS.flatMap(({ calls }) => calls));

/** Lets somebody do something about customers. */
export function doInCustomers(world: World, picking: Picking): Doing | undefined {
  const { choices, taste, wanted } = picking;
  const doors = wanted === undefined ? DOORS : DOORS.filter(({ calls }) => calls.includes(wanted));
  const liked = doors.map((door) => ({ ...door, weight: door.weight * taste(door.name) }));
  return weighted(choices, liked)?.open(world, picking);
}

function inQueue(world: World, picking: Picking): Doing | undefined {
  const { seen, choices, wanted } = picking;
  const about = aProject(seen, choices);
  const agent = anAgent(seen, choices, about.key);
  const sent = pick(only(onQueuePage, wanted), picking, about);
  const claim = orBent(seen, choices, { id: about.projectId, key: about.key });
  const by = { ...agent, unfit: agent.unfit || claim.isBent };
  const context = { extension: { type: 'jiraServiceManagement:queuePage', project: claim.payload } };
  return onPage(world, by, sent, { moduleKey: 'customers', context });
}

function inSettings(world: World, picking: Picking): Doing | undefined {
  const { seen, choices, wanted } = picking;
  const admin = aJiraAdmin(seen, choices);
  const sent = pick(only(onCustomerSettings, wanted), picking, aProject(seen, choices));
  return onPage(world, admin, sent, { moduleKey: 'customer-settings' });
}

function byScript({ sandbox }: World, { seen, choices, wanted }: Picking): Doing {
  const { key: projectKey } = aProject(seen, choices);
  const { accountId, unfit } = anAgent(seen, choices, projectKey);
  const { payload, isBent } = orBent(seen, choices, { projectKey, email: anAddress(choices) });
  const by = { actor: accountId, unfit: unfit || isBent };
  const { appRest } = sandbox.forge;
  const authorization = `Bearer ${appRest.issueToken(accountId, appRest.scopes)}`;
  const address = `https://site.example${appRest.basePath}/customers`;
  if (wanted === undefined ? happens(choices, 300) : wanted === 'findCustomer') {
    const request = new Request(`${address}?${queryOf(payload)}`, { headers: { authorization } });
    return { ...by, operation: 'findCustomer', begin: () => sandbox.fetch(request) };
  }
  const others = Array.from({ length: happens(choices, 300) ? 1 + choices.below(4) : 0 }, () => anAddress(choices));
  const bodies = [payload, ...others.map((other) => ({ projectKey, email: other }))];
  const requests = bodies.map((body) => {
    const repeated = happens(choices, 500) ? { 'idempotency-key': `key-number-${choices.below(12)}` } : {};
    const headers = { authorization, 'content-type': 'application/json', ...repeated };
    return new Request(address, { method: 'POST', headers, body: JSON.stringify(body) });
  });
  // Scripts send several at once, too.
  return {
    ...by,
    operation: 'createCustomer',
    begin: () => Promise.all(requests.map((request) => sandbox.fetch(request))),
  };
}

/** Writes a query, whatever it is made of. */
function queryOf(payload: unknown): string {
  const fields = Object.entries((payload ?? {}) as Record<string, unknown>);
  const texts = fields.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]);
  return new URLSearchParams(texts).toString();
}

function byRule({ sandbox }: World, { seen, choices }: Picking): Doing {
  const { key } = aProject(seen, choices);
  const { accountId, unfit } = anAgent(seen, choices, key);
  const fitting = { issueKey: `${key}-1`, email: anAddress(choices) };
  const { payload, isBent } = orBent(seen, choices, fitting);
  const run = { actionKey: 'create-portal-customer', inputs: { ...(payload as object) }, accountId };
  const by = { actor: accountId, unfit: unfit || isBent };
  return { ...by, operation: 'createByRule', begin: () => sandbox.forge.runAction(run) };
}

function aProject({ model }: Seen, choices: Choices): InProject {
  const key = happens(choices, 800) ? 'SUP' : 'PRIV';
  return { projectId: model.project(key).id, key };
}

function anOrder(choices: Choices) {
  const most = happens(choices, 200) ? 12 : 3;
  const people = Array.from({ length: 1 + choices.below(most) }, () => ({ email: anAddress(choices) }));
  return { people, organizationIds: happens(choices, 400) ? ['1'] : [] };
}

/** Returns the address of somebody new, mostly. */
function anAddress(choices: Choices): string {
  return happens(choices, 700) ? `customer-${choices.below(500)}@acme.example` : (oneOf(choices, ADDRESSES) ?? '');
}

function aPolicy(seen: Seen, choices: Choices, { projectId }: InProject) {
  const policy = {
    enabled: happens(choices, 900),
    creators: { kind: 'agents' as const },
    allowedDomains: [],
    deniedDomains: happens(choices, 200) ? ['globex.example'] : [],
    organizations: happens(choices, 400) ? { kind: 'ofProject' as const } : someOrganizations(choices),
    dailyPerAgent: choices.below(happens(choices, 500) ? 5 : 40),
    addToProject: happens(choices, 700),
    existingAccounts: happens(choices, 500),
    rules: happens(choices, 700),
    dailyByRules: choices.below(20),
  };
  return { projectId, policy, version: seen.versionOf(`customer-policy:${projectId}`) };
}

/** Lists organizations: of the project, of another one, and now and then one that doesn't exist. */
function someOrganizations(choices: Choices) {
  const known = happens(choices, 800) ? ['1', '2'] : ['1', '2', '99'];
  const organizations = some(choices, known, 3).map((organizationId) => ({ organizationId, name: 'One' }));
  return { kind: 'listed' as const, organizations };
}

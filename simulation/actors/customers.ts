// What agents, scripts, automation rules and Jira administrators do about customers.
import type { customerSettingsPayloads, queuePagePayloads } from '../../src/shared/customers/payloads';
import { happens, oneOf, weighted } from '../choices';
import type { Choices } from '../choices';
import type { World } from '../world/world';
import type { Doing } from './doing';
import { nothing } from './payload';
import type { SentBy } from './payload';
import { aJiraAdmin, anAgent } from './people';
import { pick, type Picking } from './pick';
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

const DOORS: readonly { name: string; weight: number; open: (world: World, picking: Picking) => Doing | undefined }[] =
  [
    { name: 'a queue', weight: 8, open: inQueue },
    { name: 'settings', weight: 3, open: inSettings },
    { name: 'a script', weight: 4, open: byScript },
    { name: 'a rule', weight: 2, open: byRule },
  ];

/** Lets somebody do something about customers. */
export function doInCustomers(world: World, picking: Picking): Doing | undefined {
  const doors = DOORS.map((door) => ({ ...door, weight: door.weight * picking.taste(door.name) }));
  return weighted(picking.choices, doors)?.open(world, picking);
}

function inQueue({ sandbox }: World, picking: Picking): Doing | undefined {
  const { seen, choices } = picking;
  const about = aProject(seen, choices);
  const { accountId, unfit } = anAgent(seen, choices, about.key);
  const sent = pick(onQueuePage, picking, about);
  const project = { id: about.projectId, key: about.key };
  const context = { extension: { type: 'jiraServiceManagement:queuePage', project } };
  return (
    sent && {
      actor: accountId,
      operation: sent.functionKey,
      unfit,
      begin: () => sandbox.invoke({ moduleKey: 'customers', ...sent, accountId, context }),
    }
  );
}

function inSettings({ sandbox }: World, picking: Picking): Doing | undefined {
  const { seen, choices } = picking;
  const { accountId, unfit } = aJiraAdmin(seen, choices);
  const sent = pick(onCustomerSettings, picking, aProject(seen, choices));
  return (
    sent && {
      actor: accountId,
      operation: sent.functionKey,
      unfit,
      begin: () => sandbox.invoke({ moduleKey: 'customer-settings', ...sent, accountId }),
    }
  );
}

function byScript({ sandbox }: World, { seen, choices }: Picking): Doing {
  const { key: projectKey } = aProject(seen, choices);
  const { accountId, unfit } = anAgent(seen, choices, projectKey);
  const email = anAddress(choices);
  const { appRest } = sandbox.forge;
  const authorization = `Bearer ${appRest.issueToken(accountId, appRest.scopes)}`;
  const address = `https://site.example${appRest.basePath}/customers`;
  if (happens(choices, 300)) {
    const query = new URLSearchParams({ projectKey, email }).toString();
    const request = new Request(`${address}?${query}`, { headers: { authorization } });
    return { actor: accountId, operation: 'findCustomer', unfit, begin: () => sandbox.fetch(request) };
  }
  const repeated = happens(choices, 500) ? { 'idempotency-key': `key-number-${choices.below(6)}` } : {};
  const headers = { authorization, 'content-type': 'application/json', ...repeated };
  const request = new Request(address, { method: 'POST', headers, body: JSON.stringify({ projectKey, email }) });
  return { actor: accountId, operation: 'createCustomer', unfit, begin: () => sandbox.fetch(request) };
}

function byRule({ sandbox }: World, { seen, choices }: Picking): Doing {
  const { key } = aProject(seen, choices);
  const { accountId, unfit } = anAgent(seen, choices, key);
  const inputs = { issueKey: `${key}-1`, email: anAddress(choices) };
  const run = { actionKey: 'create-portal-customer', inputs, accountId };
  return { actor: accountId, operation: 'createByRule', unfit, begin: () => sandbox.forge.runAction(run) };
}

function aProject({ model }: Seen, choices: Choices): InProject {
  const key = happens(choices, 800) ? 'SUP' : 'PRIV';
  return { projectId: model.project(key).id, key };
}

function anOrder(choices: Choices) {
  const people = Array.from({ length: 1 + choices.below(3) }, () => ({ email: anAddress(choices) }));
  return { people, organizationIds: happens(choices, 300) ? ['1'] : [] };
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
    organizations: { kind: 'ofProject' as const },
    dailyPerAgent: choices.below(happens(choices, 500) ? 5 : 40),
    addToProject: happens(choices, 700),
    existingAccounts: happens(choices, 500),
    rules: happens(choices, 700),
    dailyByRules: choices.below(20),
  };
  return { projectId, policy, version: seen.versionOf(`customer-policy:${projectId}`) };
}

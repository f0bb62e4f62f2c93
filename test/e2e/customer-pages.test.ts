// Every page about customers, in both themes and on a narrow screen, on a site on which something has happened.
import { afterAll, beforeAll, expect, test } from 'vitest';

import { accountOf, allowCustomers, choosePrivilegedUser } from './customer-site';
import { openSandbox, type Actor, type OpenSandbox } from './harness';
import { draw, inEachLook, NO_FLAWS, type View, type Visit } from './looks';

let ready: OpenSandbox;
/** Nobody has chosen a privileged user there. */
let fresh: OpenSandbox;

const ORDER = ['noah@acme.example, Noah Berg', 'ada@acme.example', 'member@example.com', 'eve@globex.example'];

/** As an agent's page would. */
async function create(people: object[]): Promise<void> {
  const { id, key } = ready.sandbox.site.model.project('SUP');
  await ready.sandbox.invoke({
    moduleKey: 'customers',
    functionKey: 'createCustomers',
    payload: { people, organizationIds: ['1'] },
    accountId: accountOf(ready.sandbox, 'agent'),
    context: { extension: { type: 'jiraServiceManagement:queuePage', project: { id, key } } },
  });
}

beforeAll(async () => {
  [ready, fresh] = await Promise.all([openSandbox(), openSandbox()]);
  await choosePrivilegedUser(ready);
  const { id, name } = ready.sandbox.site.model.group('support-team');
  await allowCustomers(ready, 'SUP', {
    creators: { kind: 'groups', groups: [{ groupId: id, name }] } as never,
    allowedDomains: ['acme.example', '*.acme.example', 'a-company-with-quite-a-long-name.example'],
    deniedDomains: ['free-mail.example'],
    rules: true,
  });
  await create([{ email: 'first@acme.example', displayName: 'First' }, { email: 'spam@free-mail.example' }]);
  await allowCustomers(fresh, 'SUP');
});
afterAll(async () => Promise.all([ready.close(), fresh.close()]));

const settings: Visit = ({ goto }) => goto.customerSettings();
function rulesOf(project: string): Visit {
  return async ({ goto, page }) => {
    await goto.customerSettings();
    await page.getByRole('row', { name: project }).getByRole('button', { name: 'Open' }).click();
  };
}
function queue(projectKey: string): Visit {
  return ({ goto }) => goto.customers(projectKey);
}
function sees(text: string | RegExp): Visit {
  return ({ page }) => page.getByText(text).first().waitFor();
}
function button({ page }: Actor, name: string) {
  return page.getByRole('button', { name, exact: true });
}

function checked(text: string): Visit {
  return async (actor) => {
    await actor.goto.customers('SUP');
    await actor.page.getByLabel('People', { exact: true }).fill(text);
    await button(actor, 'Check').click();
  };
}
const order = checked(ORDER.join('\n'));
/** More than one request takes, more than the day allows, and lines that can't be read. */
const LONG = [
  'Name;Email;Phone',
  'nonsense;not an address;1',
  'Jane;jane@;2',
  ...Array.from(
    { length: 60 },
    (_none, at) => `Person ${'abc'.repeat(1 + (at % 3))};p${String(at)}@acme.example;0170 1234567`,
  ),
  'Twice;p1@acme.example;3',
].join('\n');

const views: View[] = [
  ['customer-projects', 'site-admin', settings, ({ page }) => page.getByRole('row', { name: /Support/ }).waitFor()],
  ['customer-projects-none', 'jira-admin', settings, sees('No service projects')],
  ['customer-policy', 'site-admin', rulesOf('Support'), (it) => button(it, 'Save rules').waitFor()],
  [
    'customer-policy-marked',
    'site-admin',
    rulesOf('Private clients'),
    async (it) => {
      await it.page.getByLabel('Allowed domains').fill('not a domain');
      await it.page.getByLabel('New accounts a day for each agent').fill('many');
      await it.page.getByLabel('Organizations that customers can be added to').fill('Certain');
      await it.page.keyboard.press('Enter');
      await it.page.getByLabel('Agents who can create customers').fill('certain');
      await it.page.keyboard.press('Enter');
      await it.page.getByLabel('Find groups').fill('support');
      await button(it, 'Find groups').click();
      await button(it, 'Add support-team').waitFor();
      await button(it, 'Save rules').click();
      await it.page.getByText('Nothing is saved yet').waitFor();
    },
  ],
  [
    'customer-audit',
    'site-admin',
    async ({ goto, page }) => {
      await goto.customerSettings();
      await page.getByRole('tab', { name: 'Audit' }).click();
    },
    ({ page }) =>
      page
        .getByRole('row', { name: /acme\.example/ })
        .first()
        .waitFor(),
  ],
  ['customers-ready', 'agent', queue('SUP'), (it) => button(it, 'Check').waitFor()],
  ['customers-preview', 'agent', order, (it) => button(it, 'Create 1 and add 1 customer').waitFor()],
  ['customers-preview-long', 'agent', checked(LONG), (it) => button(it, 'Show all 62').waitFor()],
  ['customers-faults', 'agent', checked('nonsense\njane@'), sees(/Line 1: .*Line 2: /)],
  [
    'customers-results',
    'agent',
    async (it) => {
      ready.sandbox.faults.add({ on: 'rest', operationId: 'addCustomers', status: 403 });
      await order(it);
      // Those who were created for an earlier picture exist now.
      await it.page.getByRole('button', { name: /^(Create \d|Add \d)/ }).click();
    },
    sees(/\d of 2 customers added/),
  ],
  ['customers-off', 'priv-agent', queue('PRIV'), sees('You can’t create customers here right now')],
  ['customers-stranger', 'developer', queue('SUP'), sees(/agent/i)],
  ['customer-settings-stranger', 'agent', settings, sees(/Jira administrator/)],
];

const unready: View[] = [
  ['customer-projects-unready', 'site-admin', settings, sees('The privileged user can’t be used')],
  ['customers-unready', 'agent', queue('SUP'), sees('You can’t create customers here right now')],
];

test.for(inEachLook(views))('%s as %s', async ([, look, view]) => {
  expect(await draw(ready, view, look)).toEqual(NO_FLAWS);
});
test.for(inEachLook(unready))('%s as %s, before there is a privileged user', async ([, look, view]) => {
  expect(await draw(fresh, view, look)).toEqual(NO_FLAWS);
});

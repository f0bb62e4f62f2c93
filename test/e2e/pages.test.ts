// Every page and tab of the app, in both themes and on a narrow screen: drawn, accessible, nothing unmodelled, nothing from outside.
import { afterAll, beforeAll, expect, test } from 'vitest';

import { choosePrivilegedUser } from './customer-site';
import { openSandbox, type OpenSandbox } from './harness';
import { draw, inEachLook, NO_FLAWS, type View, type Visit } from './looks';

let opened: OpenSandbox;
let groupId = '';

/** A site on which something has happened. */
beforeAll(async () => {
  opened = await openSandbox();
  const { site } = opened.sandbox;
  await choosePrivilegedUser(opened);
  const answer = await opened.call('space-settings', 'space-admin', 'createGroup', { name: 'writers' });
  groupId = (answer as { value: { groupId: string } }).value.groupId;
  const accountIds = site
    .people()
    .slice(0, 20)
    .map((person) => person.accountId);
  await opened.call('space-settings', 'space-admin', 'addMembers', { groupId, accountIds });
  await opened.call('space-settings', 'space-admin', 'createGroup', {
    name: 'a group with quite a long name, no: with.a.long-name',
  });
  await opened.call('space-settings', 'space-admin', 'createGroup', {
    name: 'guests-with-a-name-that-goes-on-and-on-for-longer-than-anybody-likes',
  });
  await opened.call('space-settings', 'other-admin', 'addMembers', { groupId, accountIds });
});
afterAll(async () => opened.close());

function globalTab(name: string): Visit {
  return async ({ goto, page }) => {
    await goto.globalSettings();
    await page.getByRole('tab', { name }).click();
  };
}

const supportOfSite: Visit = async (actor) => {
  await globalTab('Setup')(actor);
  await button(actor, 'Show support report and site checks').click();
};

function spaceTab(name: string): Visit {
  return async ({ goto, page }) => {
    await goto.spaceSettings('DEMO');
    await page.getByRole('tab', { name }).click();
  };
}

const writers: Visit = async ({ goto, page }) => {
  await goto.spaceSettings('DEMO');
  const row = page.getByRole('row', { name: /demo-writers/ });
  await row.getByRole('button', { name: 'demo-writers' }).click();
};

function button({ page }: Parameters<Visit>[0], name: string) {
  return page.getByRole('button', { name });
}

const views: View[] = [
  ['overview', 'site-admin', ({ goto }) => goto.globalSettings(), (it) => button(it, 'Open Setup').waitFor()],
  ['rules', 'site-admin', globalTab('Rules'), (it) => button(it, 'Save rules').waitFor()],
  [
    'groups',
    'site-admin',
    globalTab('Groups'),
    async (it) => {
      await button(it, 'Find groups that match the pattern').click();
      await it.page.getByRole('button', { name: /^Take over \d+ groups?$/ }).waitFor();
    },
  ],
  [
    'audit',
    'site-admin',
    globalTab('Audit'),
    ({ page }) =>
      page
        .getByRole('row', { name: /Create group/ })
        .first()
        .waitFor(),
  ],
  ['setup', 'site-admin', globalTab('Setup'), (it) => button(it, 'Check now').waitFor()],
  ['support', 'site-admin', supportOfSite, ({ page }) => page.getByText('App version').first().waitFor()],
  [
    'site-checks',
    'confluence-admin',
    supportOfSite,
    async (it) => {
      await button(it, 'Run site checks').click();
      await it.page.getByText('18 of 20 checks passed').waitFor();
    },
  ],
  [
    'site-checks-member',
    'site-admin',
    supportOfSite,
    async (it) => {
      await it.page.getByRole('combobox', { name: /Person to put in and take out/ }).fill('Miguel');
      await it.page.getByRole('option', { name: /Miguel Torres/ }).click();
      await button(it, 'Run site checks').click();
      await it.page.getByText('18 of 20 checks passed').waitFor();
    },
  ],
  [
    'space-groups',
    'space-admin',
    ({ goto }) => goto.spaceSettings('DEMO'),
    async (it) => {
      await it.page.getByRole('cell', { name: 'demo-writers' }).waitFor();
      await it.page.getByText('Counting').first().waitFor({ state: 'detached' });
    },
  ],
  [
    'space-group',
    'space-admin',
    writers,
    ({ page }) => page.getByRole('heading', { name: 'Members', exact: true }).waitFor(),
  ],
  [
    'space-delete',
    'space-admin',
    writers,
    async (it) => {
      await button(it, 'More').click();
      await it.page.getByRole('button', { name: 'Delete…' }).click();
      await it.page.getByRole('dialog').waitFor();
    },
  ],
  [
    'space-people',
    'space-admin',
    spaceTab('People'),
    async (it) => {
      await it.page.getByRole('combobox', { name: 'Person to look up' }).fill('Miguel');
      await it.page.getByRole('option', { name: /Miguel Torres/ }).click();
      await it.page.getByRole('cell', { name: 'demo-writers' }).waitFor();
    },
  ],
  [
    'space-audit',
    'space-admin',
    spaceTab('Audit'),
    ({ page }) =>
      page
        .getByRole('row', { name: /Add to group/ })
        .first()
        .waitFor(),
  ],
  [
    'space-support',
    'space-admin',
    ({ goto }) => goto.spaceSettings('DEMO'),
    async (it) => {
      await button(it, 'Support report').click();
      await it.page.getByLabel('Report').waitFor();
    },
  ],
  [
    'stranger',
    'member',
    ({ goto }) => goto.globalSettings(),
    ({ page }) => page.getByText('Ask a Confluence administrator').first().waitFor(),
  ],
];

test.for(inEachLook(views))('%s as %s', async ([, look, view]) => {
  expect(await draw(opened, view, look)).toEqual(NO_FLAWS);
});

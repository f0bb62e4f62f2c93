// `npm start` opens on stories: each opens in one click, as its person, where its hints say.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { FORTY_PEOPLE } from '../../sandbox/stories/lists';
import { openSandbox } from './harness';
import type { Actor, OpenSandbox } from './harness';

let opened: OpenSandbox;
let actor: Actor;
beforeAll(async () => {
  opened = await openSandbox({ viewport: { width: 1200, height: 900 }, stories: true });
  // The sixth story shows a call that is refused.
  actor = await opened.as('member', (problem) => problem.includes('403'));
});
afterAll(async () => {
  await actor.assertClean();
  await opened.close();
});

test.for(['light', 'dark'] as const)('the front page begins with stories, in %s', async (theme) => {
  await actor.theme(theme);
  await actor.goto.home();
  await actor.page.getByRole('heading', { name: 'Begin with a story' }).waitFor();
  expect(await actor.page.getByRole('button', { name: /^Open as/ }).count()).toBe(6);
  expect(await actor.axe()).toEqual([]);
  await actor.screenshot(`stories-${theme}`);
});

/** Tells, by story, who somebody is then, at which address, and what is there of which the hints speak. */
const STORIES: [title: string, person: string, address: string, seen: (page: Page) => Promise<void>][] = [
  [
    'Forty people from an email',
    'Priya Raman',
    '/wiki/spaces/SPRING/settings/apps/groups',
    async (page) => {
      await page.getByRole('row', { name: 'spring-agency' }).waitFor();
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.getByRole('button', { name: 'Copy the list of 40 people' }).click();
      await page.getByText('Copied.').waitFor();
      expect(await page.evaluate(async () => navigator.clipboard.readText())).toBe(FORTY_PEOPLE);
    },
  ],
  [
    'Take over 300 groups',
    'Sofia Lindgren',
    '/wiki/admin/apps/global-settings',
    async (page) => {
      await page.getByRole('tab', { name: 'Groups' }).click();
      await page.getByRole('button', { name: 'Find groups that match the pattern' }).waitFor();
    },
  ],
  [
    'The old API token',
    'Sofia Lindgren',
    '/wiki/admin/apps/global-settings',
    async (page) => page.getByText(/^Token access ended/).waitFor(),
  ],
  [
    'The privileged user left',
    'Sofia Lindgren',
    '/wiki/admin/apps/global-settings',
    async (page) => page.getByText('The privileged user’s account is deactivated').waitFor(),
  ],
  [
    'Sixty customers',
    'Ayla Demir',
    '/jira/servicedesk/projects/SUP/apps/customers',
    async (page) => page.getByLabel('People', { exact: true }).waitFor(),
  ],
  [
    'The same call without the app',
    'Priya Raman',
    '/compared-calls',
    async (page) => {
      await page.getByText('403 Forbidden').waitFor();
      await page.getByText(/does not have the relevant permissions/).waitFor();
      await page.getByRole('button', { name: 'Let the app do it' }).click();
      await page.getByText('Done', { exact: true }).waitFor();
      await page.getByRole('cell', { name: 'as Sofia Lindgren' }).first().waitFor();
      expect(await actor.axe()).toEqual([]);
      await actor.screenshot('stories-compared-calls');
    },
  ],
];

test('each opens in one click, as its person, where its hints say', async () => {
  const { page } = actor;
  for (const [title, person, address, seen] of STORIES) {
    await actor.goto.home();
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title, level: 3 }) });
    await card.getByRole('button').click();
    await page.waitForURL((url) => url.pathname === address);
    await page.getByRole('region', { name: title }).waitFor();
    await page.getByRole('banner').getByText(person, { exact: true }).waitFor();
    await seen(page);
  }
  expect(opened.sandbox.clockOffsetMs()).not.toBe(0);
});

test('the site without a story comes back', async () => {
  await actor.goto.home();
  await actor.page.getByRole('button', { name: 'Go back to the demo site' }).click();
  await actor.page.getByText('This is the demo site again.').waitFor();
  expect(await actor.page.getByRole('region', { name: 'The same call without the app' }).count()).toBe(0);
  expect(opened.sandbox.clockOffsetMs()).toBe(0);
});

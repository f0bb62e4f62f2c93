// The product's chrome in a browser: who one is, where one is, the theme.
import { afterAll, beforeAll, expect, test } from 'vitest';

import { openSandbox } from './harness';
import type { Actor, OpenSandbox } from './harness';

let opened: OpenSandbox;
beforeAll(async () => {
  opened = await openSandbox({ viewport: { width: 800, height: 700 } });
});
afterAll(async () => opened.close());

async function switchTo({ page }: Actor, text: string, name: RegExp): Promise<void> {
  await page.getByRole('button', { name: /Be somebody else|Choose who you are/ }).click();
  await page.getByLabel('Search by name').fill(text);
  await page.getByRole('option', { name }).click();
}

test('a visitor chooses who to be, and the page says so', async () => {
  const actor = await opened.as('site-admin');
  await actor.page.context().clearCookies();
  await actor.goto.globalSettings();
  await actor.page.getByText('Nobody is signed in').waitFor();
  await switchTo(actor, 'site-admin', /Sofia Lindgren/);
  await actor.page.getByRole('tab').first().waitFor();
  await actor.page.reload();
  expect(await actor.page.getByRole('banner').textContent()).toContain('Sofia Lindgren');
  await actor.assertClean();
});

test('the switcher offers those with a part first, and finds everyone', async () => {
  const actor = await opened.as('site-admin');
  await actor.goto.home();
  const opener = actor.page.getByRole('button', { name: 'Be somebody else' });
  await opener.click();
  expect(await actor.page.getByRole('option').count()).toBe(15);
  await actor.page.keyboard.press('Escape');
  await switchTo(actor, 'person-07', /Grace Adeyemi/);
  await actor.page.getByText('person-07').waitFor();
  await actor.assertClean();
});

test('someone who may not open the product sees why, and the app is not run', async () => {
  const actor = await opened.as('deactivated');
  await actor.goto.spaceSettings('DEMO');
  await actor.page.getByText('This account is deactivated').waitFor();
  await actor.as('no-access');
  await actor.goto.spaceSettings('DEMO');
  await actor.page.getByText('No access to Confluence').waitFor();
  expect(await actor.page.locator('iframe').count()).toBe(0);
  await actor.assertClean();
});

test('the navigation leads to the page of each space, also of a personal one', async () => {
  const actor = await opened.as('member');
  await actor.goto.home();
  await actor.page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Groups of Miguel' }).click();
  await actor.page.getByRole('heading', { level: 1, name: 'Groups' }).waitFor();
  expect(await actor.page.locator('nav [aria-current=page]').count()).toBe(1);
  await actor.assertClean();
});

test.for(['light', 'dark'] as const)(
  'the configuration in Jira opens from Manage apps, as in Jira, in %s',
  async (theme) => {
    const actor = await opened.as('jira-admin');
    await actor.theme(theme);
    await actor.goto.home();
    await actor.page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Manage apps' }).click();
    await actor.page.getByRole('heading', { level: 1, name: 'Manage apps' }).waitFor();
    expect(await actor.axe()).toEqual([]);
    await actor.screenshot(`manage-apps-${theme}`);
    await actor.page.getByRole('link', { name: 'Configure Space Steward' }).click();
    await actor.page.getByRole('tab', { name: 'Service projects' }).waitFor();
    expect(new URL(actor.page.url()).pathname).toMatch(/^\/jira\/settings\/apps\/configure\/[\w-]+\/sandbox$/);
    await actor.assertClean();
  },
);

test('the theme changes at once and stays', async () => {
  const actor = await opened.as('site-admin');
  await actor.goto.home();
  await actor.page.getByRole('button', { name: 'Dark theme' }).click();
  await actor.page.waitForFunction(() => document.documentElement.dataset['colorMode'] === 'dark');
  await actor.page.reload();
  await actor.page.getByRole('button', { name: 'Light theme' }).waitFor();
  expect(await actor.page.locator('html').getAttribute('data-color-mode')).toBe('dark');
  await actor.assertClean();
});

test('a keyboard user skips the navigation', async () => {
  const actor = await opened.as('site-admin');
  await actor.goto.home();
  await actor.page.getByRole('heading', { level: 1 }).waitFor();
  await actor.page.keyboard.press('Tab');
  await actor.page.keyboard.press('Enter');
  expect(await actor.page.evaluate(() => document.activeElement?.id)).toBe('main');
});

test('a page that the sandbox lacks says so', async () => {
  const actor = await opened.as('site-admin', (problem) => problem.includes('404'));
  await actor.page.goto(`${opened.url}/wiki/spaces/DEMO/overview`);
  expect(await actor.page.getByRole('heading', { level: 1 }).textContent()).toBe('Not part of the sandbox');
  await actor.assertClean();
});

test.for(['light', 'dark'] as const)('the front page is accessible and fits 800 pixels in %s', async (theme) => {
  const actor = await opened.as('site-admin');
  await actor.theme(theme);
  await actor.goto.home();
  await actor.page.getByRole('heading', { level: 1 }).waitFor();
  expect(await actor.axe()).toEqual([]);
  expect(await actor.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(800);
  await actor.screenshot(`home-${theme}`);
  await actor.assertClean();
});

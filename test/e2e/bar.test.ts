// The sandbox's own bar in a browser: the clock, what breaks, and what Atlassian saw.
import { afterAll, beforeAll, expect, test } from 'vitest';

import { openSandbox } from './harness';
import type { OpenSandbox } from './harness';
import { pickPerson, press } from './keyboard';

let opened: OpenSandbox;
beforeAll(async () => {
  opened = await openSandbox({ viewport: { width: 800, height: 700 } });
});
afterAll(async () => opened.close());

test('a day passes by keyboard, and each open page is loaded again and says so', async () => {
  const actor = await opened.as('site-admin');
  const other = await actor.page.context().newPage();
  await other.goto(opened.url);
  await actor.goto.globalSettings();
  await actor.page.getByRole('tab').first().waitFor();
  const before = opened.sandbox.clockOffsetMs();
  await press(actor.page, actor.page.getByRole('button', { name: '+1 day' }));
  await actor.page.getByText(/^1 day passed: /).waitFor();
  await other.getByText(/^1 day passed: /).waitFor();
  expect(opened.sandbox.clockOffsetMs() - before).toBeGreaterThan(86_000_000);
  expect(await actor.page.evaluate(() => document.activeElement?.textContent)).toBe('+1 day');
  const frame = actor.page.frames().find((one) => one.url().includes('/_app/'));
  expect(await frame?.evaluate(() => Date.now())).toBeGreaterThan(Date.now() + 86_000_000);
  await actor.assertClean();
});

test.for(['light', 'dark'] as const)('the drawer shows what a page asked Atlassian, in %s', async (theme) => {
  const actor = await opened.as('site-admin');
  await actor.theme(theme);
  await actor.goto.globalSettings();
  await actor.page.getByRole('tab').first().waitFor();
  await actor.page.getByRole('button', { name: 'What Atlassian saw' }).click();
  const drawer = actor.page.getByRole('complementary', { name: 'What Atlassian saw' });
  await drawer.getByRole('cell', { name: 'Sofia Lindgren (caller)' }).first().waitFor();
  expect(await actor.axe()).toEqual([]);
  expect(await actor.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(800);
  await actor.screenshot(`what-atlassian-saw-${theme}`);
  await drawer.getByRole('button', { name: 'Clear' }).click();
  await drawer.getByText('No calls yet.').waitFor();
  await actor.assertClean();
});

test.for(['light', 'dark'] as const)('an outage is switched on, met by the app, and reset, in %s', async (theme) => {
  const actor = await opened.as('site-admin');
  await actor.theme(theme);
  await actor.goto.globalSettings();
  await actor.page.getByRole('tab').first().waitFor();
  await press(actor.page, actor.page.getByRole('button', { name: 'Break', exact: true }));
  await actor.page.getByText('Confluence is down').click();
  await actor.page.getByText('Confluence is down: on.').waitFor();
  expect(await actor.axe()).toEqual([]);
  expect(await actor.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(800);
  await actor.screenshot(`break-${theme}`);
  await actor.page.keyboard.press('Escape');
  await actor.page.reload();
  await actor.page.getByRole('button', { name: 'Break: 1 on' }).waitFor();
  await expect.poll(() => opened.sandbox.requests().at(-1)?.status).toBe(503);
  await actor.page.getByRole('button', { name: 'Reset', exact: true }).click();
  await actor.page.getByRole('dialog', { name: 'Reset the site?' }).waitFor();
  expect(await actor.axe()).toEqual([]);
  await actor.screenshot(`reset-${theme}`);
  await actor.page.getByRole('button', { name: 'Reset the site' }).click();
  await actor.page.getByText(/^The site is as it was at first/).waitFor();
  await actor.page.getByRole('tab').first().waitFor();
  expect(opened.sandbox.faults.list()).toEqual([]);
  expect(await actor.page.evaluate(() => document.activeElement?.textContent)).toBe('Reset');
  await actor.assertClean();
});

test.for(['light', 'dark'] as const)(
  'the list of people opens by keyboard and finds somebody, in %s',
  async (theme) => {
    const actor = await opened.as('site-admin');
    await actor.theme(theme);
    await actor.goto.home();
    await press(actor.page, actor.page.getByRole('button', { name: 'Be somebody else' }));
    await actor.page.getByRole('option').first().waitFor();
    expect(await actor.axe()).toEqual([]);
    await actor.screenshot(`be-somebody-else-${theme}`);
    await pickPerson(actor.page, 'Search by name', 'Priya Raman');
    await actor.page.getByText('You are Priya Raman now.').waitFor();
    expect(await actor.page.evaluate(() => document.activeElement?.textContent)).toBe('Be somebody else');
    await actor.assertClean();
  },
);

// Every modelled UI Kit component, drawn in a real browser in both themes.
import { afterAll, beforeAll, expect, test } from 'vitest';

import { FIXTURE_BUILD } from '../support/fixtures/build-paths';
import { openSandbox } from './harness';
import type { OpenSandbox } from './harness';

let opened: OpenSandbox;
beforeAll(async () => {
  opened = await openSandbox({ paths: FIXTURE_BUILD });
});
afterAll(async () => opened.close());

test.for(['light', 'dark'] as const)('every component is drawn and accessible in %s', async (theme) => {
  const actor = await opened.as('site-admin');
  await actor.theme(theme);
  await actor.goto.globalSettings();
  for (const tab of ['Words', 'Fields', 'Lists']) {
    await actor.page.getByRole('tab', { name: tab }).click();
    await actor.page.getByRole('tabpanel', { name: tab }).waitFor();
    await actor.page.waitForTimeout(300);
    await actor.screenshot(`catalogue-${tab.toLowerCase()}-${theme}`);
    expect.soft(await actor.axe()).toEqual([]);
  }
  await actor.assertClean();
});

test('a label is bold: the atomic CSS is sorted', async () => {
  const actor = await opened.as('site-admin');
  await actor.goto.globalSettings();
  const weight = await actor.page
    .getByText('bold', { exact: true })
    .evaluate((node) => getComputedStyle(node).fontWeight);
  expect(Number(weight)).toBeGreaterThan(500);
});

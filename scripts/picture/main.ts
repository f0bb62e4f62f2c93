// `npm run picture`: takes the README's pictures of the start page and of the space page, in light and in dark, each from a sandbox of its own.
import type { Browser } from 'playwright-core';

import { createSandbox } from '../../sandbox/sandbox';
import { demoSeed } from '../../sandbox/site/seeds/demo';
import { PERSON_COOKIE, THEME_COOKIE } from '../../sandbox/web/boot';
import { buildPages } from '../../sandbox/web/build-child';
import { serveSandbox } from '../../sandbox/web/server';
import { launchChromium } from '../../test/support/chromium';
import { takeStartPage } from './start-page';

const SPACE = 'DEMO';
const GROUP = 'writers';
const PEOPLE = ['member', 'other-admin', 'dev-admin', 'org-admin', 'person-01', 'person-02'];
const SIZE = { width: 1200, height: 1240 };
/** Leaves out the navigation: the page is long enough without it. */
const BESIDE_NAVIGATION = { x: 240, y: 98, width: 960, height: 1142 };

await buildPages();
const sandbox = await createSandbox({ seed: demoSeed, app: await import('../../src/index') });
await preparePage();
const [{ url, close }, browser] = await Promise.all([serveSandbox({ sandbox, port: 0 }), launchChromium()]);
for (const theme of ['light', 'dark']) await takePicture(browser, theme);
await takeStartPage(browser);
await browser.close();
await close();

/** Picks a privileged user, and gives the space a group with people in it. */
async function preparePage(): Promise<void> {
  await call('site-admin', 'global-settings', 'savePrivilegedUser', { accountId: idOf('site-admin'), version: 0 });
  const created = await call('space-admin', 'space-settings', 'createGroup', { name: GROUP });
  const { groupId } = created as { groupId: string };
  await call('space-admin', 'space-settings', 'addMembers', {
    groupId,
    accountIds: PEOPLE.map(idOf),
  });
}

async function call(handle: string, moduleKey: string, functionKey: string, payload: object): Promise<unknown> {
  const space = sandbox.site.spaces().find(({ key }) => key === SPACE);
  const context = { extension: { space } };
  const result = await sandbox.invoke({ moduleKey, functionKey, payload, accountId: idOf(handle), context });
  const { ok, value } = result as { ok: boolean; value?: unknown };
  if (!ok) throw new Error(`${functionKey} was answered ${JSON.stringify(result)}`);
  return value;
}

async function takePicture(from: Browser, theme: string): Promise<void> {
  const context = await from.newContext({ viewport: SIZE, reducedMotion: 'reduce' });
  const cookies = { [PERSON_COOKIE]: idOf('space-admin'), [THEME_COOKIE]: theme };
  await context.addCookies(
    Object.entries(cookies).map(([name, value]) => ({ name, value: encodeURIComponent(value), url })),
  );
  const page = await context.newPage();
  await page.goto(`${url}/wiki/spaces/${SPACE}/settings/apps/groups`);
  const row = page.getByRole('row', { name: `${SPACE.toLowerCase()}-${GROUP}` });
  await row.getByRole('button').last().click();
  await page.getByRole('row', { name: nameOf(PEOPLE.at(-1) ?? '') }).waitFor();
  // The product loads names one by one.
  await page.getByText('…', { exact: true }).first().waitFor({ state: 'detached' });
  await page.mouse.move(0, 0);
  const path = new URL(`../../docs/images/space-page-${theme}.png`, import.meta.url).pathname;
  await page.screenshot({ path, animations: 'disabled', clip: BESIDE_NAVIGATION });
  await context.close();
}

function idOf(handle: string): string {
  return personOf(handle).accountId;
}

function nameOf(handle: string): string {
  return personOf(handle).name;
}

function personOf(handle: string) {
  const person = sandbox.site.people().find((one) => one.handle === handle);
  if (person === undefined) throw new Error(`The seed has no person ${handle}.`);
  return person;
}

// How long a browser takes from the address to what a page of the app is opened for. Real time: the site answers at once.
import type { Browser } from 'playwright-core';

import type { AppModule } from '../../sandbox/contract/forge';
import { createSandbox } from '../../sandbox/sandbox';
import { demoSeed } from '../../sandbox/site/seeds/demo';
import { PERSON_COOKIE } from '../../sandbox/web/boot';
import { serveSandbox } from '../../sandbox/web/server';
import { launchChromium } from '../../test/support/chromium';
import { doorsOf } from '../stories/doors';
import { setUp } from './set-up';
import { percentile } from './statistics';

const LOADS = 10;
const GROUP = 'visible';

interface Opened {
  handle: string;
  path: string;
  /** A text that is there once the page shows what it's opened for. */
  shows: string;
}

const PAGES: Readonly<Record<'global page' | 'space page', Opened>> = {
  'global page': { handle: 'confluence-admin', path: '/wiki/admin/apps/global-settings', shows: 'Overview' },
  'space page': { handle: 'space-admin', path: '/wiki/spaces/DEMO/settings/apps/groups', shows: `demo-${GROUP}` },
};

/** Milliseconds until content is visible, by page: in the middle of ten loads after one that fills caches. */
export type Visible = Readonly<Record<string, number>>;

/** Opens the pages in Chromium. */
export async function measureVisible(app: AppModule): Promise<Visible> {
  const sandbox = await createSandbox({ seed: demoSeed, app });
  await setUp(sandbox);
  await doorsOf(sandbox, 'DEMO').space('space-admin', 'createGroup', { name: GROUP });
  const [{ url, close }, browser] = await Promise.all([serveSandbox({ sandbox, port: 0 }), launchChromium()]);
  const visible: Record<string, number> = {};
  for (const [name, opened] of Object.entries(PAGES)) {
    const accountId = sandbox.site.model.accountOf(opened.handle).accountId;
    visible[name] = await openAgainAndAgain(browser, url, { ...opened, accountId });
  }
  await browser.close();
  await close();
  return visible;
}

async function openAgainAndAgain(
  browser: Browser,
  url: string,
  { accountId, path, shows }: Opened & { accountId: string },
): Promise<number> {
  const context = await browser.newContext();
  await context.addCookies([{ name: PERSON_COOKIE, value: encodeURIComponent(accountId), url }]);
  const page = await context.newPage();
  const loads: number[] = [];
  for (let load = 0; load <= LOADS; load += 1) {
    const from = performance.now();
    await page.goto(url + path, { waitUntil: 'commit' });
    await page.getByText(shows, { exact: true }).first().waitFor();
    if (load > 0) loads.push(performance.now() - from);
  }
  await context.close();
  return percentile(loads, 0.5);
}

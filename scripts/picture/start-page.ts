// The picture of the page on which `npm start` opens: its stories.
import type { Browser } from 'playwright-core';

import { createResettable } from '../../sandbox/resettable';
import { createSandbox } from '../../sandbox/sandbox';
import type { Sandbox } from '../../sandbox/sandbox';
import { demoSeed } from '../../sandbox/site/seeds/demo';
import { createStories } from '../../sandbox/stories/served-stories';
import { THEME_COOKIE } from '../../sandbox/web/boot';
import { serveSandbox } from '../../sandbox/web/server';

const SIZE = { width: 1200, height: 870 };

/** Leaves out the navigation, which shows no story. */
const BESIDE_NAVIGATION = { x: 240, y: 98, width: 960, height: 772 };

/** Takes the picture in both themes, from a sandbox of its own. */
export async function takeStartPage(browser: Browser): Promise<void> {
  const sandbox = await createResettable(create);
  const stories = createStories({ sandbox, create, parts: { app: {} } });
  const { url, close } = await serveSandbox({ sandbox, stories, port: 0 });
  for (const theme of ['light', 'dark']) await takePicture(browser, url, theme);
  await close();
}

async function create(): Promise<Sandbox> {
  return createSandbox({ seed: demoSeed, app: {} });
}

async function takePicture(browser: Browser, url: string, theme: string): Promise<void> {
  const context = await browser.newContext({ viewport: SIZE, reducedMotion: 'reduce' });
  await context.addCookies([{ name: THEME_COOKIE, value: theme, url }]);
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole('heading', { name: 'Begin with a story' }).waitFor();
  const path = new URL(`../../docs/images/start-page-${theme}.png`, import.meta.url).pathname;
  await page.screenshot({ path, animations: 'disabled', clip: BESIDE_NAVIGATION });
  await context.close();
}

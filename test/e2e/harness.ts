// Browser tests: a fresh sandbox on a free port, and pages that act as the seeded people.
import type { Browser, BrowserContext } from 'playwright-core';

import { createResettable } from '../../sandbox/resettable';
import { createSandbox } from '../../sandbox/sandbox';
import type { Sandbox, SandboxParts } from '../../sandbox/sandbox';
import { demoSeed } from '../../sandbox/site/seeds/demo';
import { createStories } from '../../sandbox/stories/served-stories';
import { addressOf } from '../../sandbox/web/address';
import { readAppPages } from '../../sandbox/web/app-pages';
import { PERSON_COOKIE, THEME_COOKIE } from '../../sandbox/web/boot';
import type { BuildPaths } from '../../sandbox/web/build-child';
import type { FramePolicy } from '../../sandbox/web/frame-policy';
import { serveSandbox } from '../../sandbox/web/server';
import { launchChromium } from '../support/chromium';
import { TEST_BUILD } from '../support/fixtures/build-paths';
import { watchPage } from '../support/watched-page';
import type { WatchedPage } from '../support/watched-page';

/** A person's browser. */
export interface Actor extends WatchedPage {
  goto: {
    home: () => Promise<void>;
    globalSettings: () => Promise<void>;
    spaceSettings: (spaceKey: string) => Promise<void>;
    /** Of the customers, in Jira's administration. */
    customerSettings: () => Promise<void>;
    /** In the queues of a service project. */
    customers: (projectKey: string) => Promise<void>;
  };
  /** Changes who is signed in, from the next page on. */
  as: (handle: string) => Promise<void>;
  /** Changes the theme, from the next page on. */
  theme: (colorMode: 'light' | 'dark') => Promise<void>;
}

/** A served sandbox and a browser. */
export interface OpenSandbox {
  sandbox: Sandbox;
  url: string;
  /** Opens a page in a browser profile of its own, signed in as the person with this handle. */
  as: (handle: string, isExpected?: (problem: string) => boolean) => Promise<Actor>;
  accountOf: (handle: string) => string;
  /** Calls the app as a page of the space DEMO does, for the person with this handle. */
  call: (moduleKey: string, handle: string, functionKey: string, payload: unknown) => Promise<unknown>;
  close: () => Promise<void>;
}

/** What a test may want otherwise. */
export interface Wishes {
  seed?: typeof demoSeed;
  paths?: BuildPaths;
  viewport?: { width: number; height: number };
  /** Without a connection to Jira the sandbox has Confluence alone. */
  jira?: NonNullable<SandboxParts['jira']>;
  /** Opens on the stories, as `npm start` does. */
  stories?: boolean;
  /** Whether Frames may save files. */
  downloads?: FramePolicy['downloads'];
  /** Whether pages of settings get a history. */
  history?: boolean;
}

async function createActor(
  context: BrowserContext,
  url: string,
  accountOf: (handle: string) => string,
  paths: BuildPaths,
  isExpected?: (problem: string) => boolean,
): Promise<Actor> {
  const page = await context.newPage();
  const { pages } = readAppPages(paths.manifest);
  async function keep(name: string, value: string): Promise<void> {
    return context.addCookies([{ name, value: encodeURIComponent(value), url }]);
  }
  async function open(type: string, key?: string): Promise<void> {
    const found = pages.find((other) => other.type === type);
    if (found === undefined) throw new Error(`${paths.manifest} has no ${type}.`);
    await page.goto(url + addressOf(found, key));
  }
  return {
    ...watchPage(page, isExpected),
    goto: {
      home: async () => void (await page.goto(url)),
      globalSettings: async () => open('confluence:globalSettings'),
      spaceSettings: async (spaceKey) => open('confluence:spaceSettings', spaceKey),
      customerSettings: async () => open('jira:adminPage'),
      customers: async (projectKey) => open('jiraServiceManagement:queuePage', projectKey),
    },
    as: async (handle) => keep(PERSON_COOKIE, accountOf(handle)),
    theme: async (colorMode) => keep(THEME_COOKIE, colorMode),
  };
}

/** Starts a sandbox with the app on it, and a browser. The pages must have been built. */
export async function openSandbox({
  seed = demoSeed,
  paths = TEST_BUILD,
  viewport = { width: 1200, height: 800 },
  jira = 'connected',
  stories = false,
  downloads = 'allowed',
  history = false,
}: Wishes = {}): Promise<OpenSandbox> {
  const app = await import('../../src/index');

  async function create(): Promise<Sandbox> {
    return createSandbox({ seed, app, jira });
  }

  const sandbox = await createResettable(create);
  const told = stories && { stories: createStories({ sandbox, create, parts: { app, jira } }) };
  const [{ url, close }, browser] = await Promise.all([
    serveSandbox({ sandbox, port: 0, paths, frames: { downloads }, history, ...told }),
    launchChromium(),
  ]);
  function accountOf(handle: string): string {
    const person = sandbox.site.people().find((other) => other.handle === handle);
    if (person === undefined) throw new Error(`The seed has no person ${handle}.`);
    return person.accountId;
  }
  return {
    sandbox,
    url,
    accountOf,
    async call(moduleKey, handle, functionKey, payload) {
      const space = sandbox.site.spaces().find(({ key }) => key === 'DEMO');
      const context = { extension: { space } };
      return sandbox.invoke({ moduleKey, functionKey, payload, accountId: accountOf(handle), context });
    },
    async as(handle, isExpected) {
      const context = await (browser satisfies Browser).newContext({ viewport, reducedMotion: 'reduce' });
      context.setDefaultTimeout(10_000);
      const actor = await createActor(context, url, accountOf, paths, isExpected);
      await actor.as(handle);
      return actor;
    },
    async close() {
      await browser.close();
      await close();
    },
  };
}

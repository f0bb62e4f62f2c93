// A browser page that remembers what must not happen: errors, requests to other machines, and what the sandbox does not model.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const screenshots = new URL('../e2e/screenshots', import.meta.url).pathname;

const LOCAL = /^(?:data:|blob:|about:|http:\/\/(?:127\.0\.0\.1|localhost)[:/])/;

type Axe = { run: () => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };

/** A page of the sandbox in a browser. */
export interface WatchedPage {
  page: Page;
  /** Serious and critical accessibility violations, as `rule: markup`. */
  axe: () => Promise<string[]>;
  /** Takes a picture of the whole page into test/e2e/screenshots. */
  screenshot: (name: string) => Promise<void>;
  /** Fails if anything happened that must not. */
  assertClean: () => Promise<void>;
}

/** Watches a page from now on. `isExpected` tells console errors that the test provokes. */
export function watchPage(page: Page, isExpected: (problem: string) => boolean = () => false): WatchedPage {
  const problems: string[] = [];
  function note(problem: string): void {
    if (!isExpected(problem)) problems.push(problem);
  }
  page.on('pageerror', (error) => {
    note(`uncaught: ${error.message}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') note(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!LOCAL.test(request.url())) note(`request to another machine: ${request.url()}`);
  });
  return {
    page,
    async axe() {
      // A colour that is still fading in is judged as it is for a moment. Spinners never end.
      await page.waitForFunction(() =>
        document
          .getAnimations()
          .every(({ playState, effect }) => playState !== 'running' || effect?.getTiming().iterations === Infinity),
      );
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(async () => (globalThis as unknown as { axe: Axe }).axe.run());
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    },
    async screenshot(name) {
      mkdirSync(screenshots, { recursive: true });
      await page.evaluate(() => {
        scrollTo(0, 0); // the top bar sticks to where the page was scrolled
      });
      await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true, animations: 'disabled' });
    },
    async assertClean() {
      const unmodelled = await page.evaluate(() => (globalThis as { __unmodelled?: string[] }).__unmodelled ?? []);
      expect([...problems, ...unmodelled]).toEqual([]);
    },
  };
}

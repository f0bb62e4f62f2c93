// A page as it looks in each theme and on a narrow screen, and what must hold of it.
import { expect } from 'vitest';

import type { Actor, OpenSandbox } from './harness';

/** Something that somebody does on a page. */
export type Visit = (actor: Actor) => Promise<void>;
/** What is drawn, for whom, how one comes there, and what shows that it is all there. */
export type View = [name: string, handle: string, goTo: Visit, arrive: Visit];

const LOOKS = ['light', 'dark', 'narrow'] as const;
type Look = (typeof LOOKS)[number];

/** Each view in each look, for a test's title. */
export function inEachLook(views: readonly View[]): [name: string, look: Look, view: View][] {
  return views.flatMap((view) => LOOKS.map((look): [string, Look, View] => [view[0], look, view]));
}

/** What is wrong with a drawn page. */
interface Flaws {
  axe: string[];
  /** By how many pixels it is wider than the window. */
  overflow: number;
}

export const NO_FLAWS: Flaws = { axe: [], overflow: 0 };

/** Goes there and takes a picture. Fails if anything happened that must not. */
export async function draw(opened: OpenSandbox, [name, handle, goTo, arrive]: View, look: Look): Promise<Flaws> {
  const actor = await opened.as(handle);
  if (look === 'narrow') await actor.page.setViewportSize({ width: 800, height: 800 });
  await actor.theme(look === 'dark' ? 'dark' : 'light');
  await goTo(actor);
  await arrive(actor);
  // Names come one by one from the product.
  await expect.poll(() => actor.page.getByText('…', { exact: true }).count()).toBe(0);
  const flaws = await flawsOf(actor);
  await actor.screenshot(`${name}-${look}`);
  await actor.assertClean();
  await actor.page.context().close();
  return flaws;
}

/** Takes a picture of what is shown now. Fails if it has flaws. */
export async function lookAt(actor: Actor, name: string): Promise<void> {
  expect(await flawsOf(actor)).toEqual(NO_FLAWS);
  await actor.screenshot(name);
}

async function flawsOf({ axe, page }: Actor): Promise<Flaws> {
  const flaws = await axe();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return { axe: flaws, overflow: Math.max(0, overflow) };
}

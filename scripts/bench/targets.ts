// What the numbers must be. Nothing here is a test: another computer has another CPU.
import type { Beside } from './beside/beside';
import type { Month } from './month';
import { floorOf, type JourneyResult, type SiteResults } from './results';
import type { Visible } from './visible';

/** One number with its limit. */
export interface Target {
  name: string;
  isMet: boolean;
  /** The number, or all that miss the limit. */
  says: string;
}

const COSTS = ['calls', 'chain', 'points'] as const;
const MOST_OVER_FLOOR = 1.15;
/** Part of a chain of a list in the queue. */
const CHAIN_DIFFERS = 0.1;
const MOST_RESOLVER_MS = 3;
const MOST_GB_SECONDS = 200;
const MOST_BYTES_WRITTEN = 12e6;
/** Ten at once, each answered after that long, are the 25 a second that a list may send. */
const PACED_FOR = '400 ms an answer';
const LEAST_TIMES_FASTER = 6;
const MOST_VISIBLE_MS = 600;

/** Compares each journey with its floor; what is above it on purpose doesn't count. */
export function nearFloors(site: string, results: SiteResults): Target {
  const missed = Object.entries(results).flatMap(([name, { ratio }]) =>
    COSTS.filter((cost) => ratio[cost] > MOST_OVER_FLOOR && floorOf(name).above?.[cost] === undefined).map(
      (cost) => `${name}: ${ratio[cost].toFixed(2)} × the floor of ${cost}`,
    ),
  );
  return target(`calls, chain and points are at most 1.15 × their floor on ${site}`, missed);
}

/** Compares what can be counted on both sites. */
export function alikeOnBoth(demo: SiteResults, large: SiteResults): Target {
  const missed = Object.entries(demo).flatMap(([name, one]) =>
    COSTS.filter((cost) => !isAlike(one, large[name], cost)).map(
      (cost) => `${name}: ${said(one, cost)} and ${said(large[name], cost)} ${cost}`,
    ),
  );
  return target('calls, chain and points are the same on large as on demo', missed);
}

/** Holds the CPU time of a resolver apart from what it waits for. */
export function quickResolvers(p50: number): Target {
  const says = `${p50.toFixed(2)} ms`;
  return {
    name: `a resolver takes at most ${String(MOST_RESOLVER_MS)} ms of CPU (p50)`,
    isMet: p50 <= MOST_RESOLVER_MS,
    says,
  };
}

/** Holds what a month of a large site takes with nobody present, and what it stores. */
export function cheapMonth({ backgroundGbSeconds, bytesWritten }: Month): Target {
  const isMet = backgroundGbSeconds <= MOST_GB_SECONDS && bytesWritten <= MOST_BYTES_WRITTEN;
  const says = `${backgroundGbSeconds.toFixed(0)} GB-seconds and ${(bytesWritten / 1e6).toFixed(1)} MB`;
  return { name: 'a month takes at most 200 GB-seconds in the background and writes at most 12 MB', isMet, says };
}

/** Holds how soon somebody sees what they opened a page for. */
export function soonVisible(visible: Visible): Target {
  const missed = Object.entries(visible).filter(([, ms]) => ms > MOST_VISIBLE_MS);
  const says = Object.entries(visible).map(([page, ms]) => `${page} ${ms.toFixed(0)} ms`);
  return {
    name: 'content is visible in Chromium within 0.6 s (p50)',
    isMet: missed.length === 0,
    says: says.join(', '),
  };
}

/** Holds a list of people against a script that adds one after the other, on the same site, where answers take as long as the pace is made for. */
export function fasterThanScripts(beside: Beside): Target {
  const missed = memberships(beside).flatMap(({ work, oneByOne, app }) => {
    const times = oneByOne.ms / app.ms;
    return !work.endsWith(PACED_FOR) || times >= LEAST_TIMES_FASTER ? [] : [`${work}: ${times.toFixed(1)} times`];
  });
  return target('1,000 memberships are at least 6 times as fast as one after the other', missed);
}

/** Holds that nobody is missing after a list, nor told otherwise than the site does, however the site answers. */
export function losesNothing(beside: Beside): Target {
  const missed = memberships(beside).flatMap(({ work, app: { missing, toldWrongly } }) =>
    missing + toldWrongly === 0 ? [] : [`${work}: ${String(missing)} missing, ${String(toldWrongly)} told wrongly`],
  );
  return target('of 1,000 memberships, none is lost and none is told wrongly', missed);
}

function memberships(beside: Beside) {
  return Object.entries(beside).flatMap(([work, [oneByOne, , app]]) =>
    work.includes('memberships') && oneByOne !== undefined && app !== undefined ? [{ work, oneByOne, app }] : [],
  );
}

/** A list that goes on in the queue may wait a little otherwise: who's first of those that are under way at once is chance. */
function isAlike(one: JourneyResult, other: JourneyResult | undefined, cost: (typeof COSTS)[number]): boolean {
  const most = cost === 'chain' && one.counted.backgroundGbSeconds > 0 ? CHAIN_DIFFERS : 0;
  return Math.abs((other?.counted[cost] ?? Infinity) - one.counted[cost]) <= most * one.counted[cost];
}

function target(name: string, missed: readonly string[]): Target {
  return { name, isMet: missed.length === 0, says: missed.length === 0 ? 'all' : missed.join('; ') };
}

function said(result: JourneyResult | undefined, cost: (typeof COSTS)[number]): string {
  return String(result?.counted[cost] ?? 'no');
}

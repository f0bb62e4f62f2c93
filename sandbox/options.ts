// Options of `npm start`.
import { parseArgs } from 'node:util';

import type { Quota } from './contract/site';
import type { Seed } from './site/seed';

export interface Options {
  port: number;
  watch: boolean;
  latencyMs: number;
  quota: Quota;
  jira: 'connected' | 'absent';
  downloads: 'allowed' | 'off';
  /** Modules get a history where nobody documents it. */
  history: boolean;
  /** Folder that keeps the state. */
  data?: string;
  /** Moves the kept state aside first. */
  reset: boolean;
  /** Names the site that the state belongs to. */
  seed: string;
  readSeed: () => Promise<Seed>;
  /** Offers the stories: only where no option chose the site. */
  stories: boolean;
}

/** Ends the process with a sentence instead of a stack trace. */
export function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

const HELP = `npm start -- [--port N] [--seed NAME] [--latency MS] [--quota N] [--burst N] [--data DIR [--reset]] [--without-jira] [--roles] [--empty] [--no-downloads] [--history] [--watch]

  --port N       the port to serve on; 0 picks a free one (8080 unless given)
  --seed NAME    the site: demo, or large with 50,000 people (demo unless given)
  --latency MS   how long every REST call takes, in milliseconds (0 unless given)
  --quota N      points that the app may spend in an hour, as Atlassian counts them (no limit unless given; Atlassian gives 65000)
  --burst N      calls of one operation that the app may make in a second (no limit unless given; Atlassian publishes no number)
  --data DIR     keep what changes in DIR/state.json, and begin with it the next time (nothing is kept unless given)
  --reset        move DIR/state.json aside and begin anew
  --without-jira the app is not connected to Jira (it is, if its manifest allows it, unless given)
  --roles        the site has space roles in place of single permissions
  --empty        the app was just installed: nothing is stored from an earlier version
  --no-downloads resources in Frames may not save files (they may, unless given)
  --history      pages of settings get a history, so what is open has an address (they don't, unless given)
  --watch        rebuild the pages when their sources change, and reload open ones`;

const MAX_LATENCY_MS = 60_000;
const MAX_QUOTA = 1_000_000_000;

/** Loads the seeds by name; only the requested one is built. */
const SEEDS = {
  demo: async (): Promise<Seed> => (await import('./site/seeds/demo')).demoSeed,
  large: async (): Promise<Seed> => (await import('./site/seeds/large')).largeSeed,
};

export function readOptions(): Options {
  try {
    const values = parse();
    if (values.help) {
      console.log(HELP);
      process.exit(0);
    }
    const port = wholeNumber(values.port, 65_535, 'port');
    const latencyMs = wholeNumber(values.latency, MAX_LATENCY_MS, 'latency');
    const quota = {
      ...(values.quota !== undefined && { pointsPerHour: wholeNumber(values.quota, MAX_QUOTA, 'quota') }),
      ...(values.burst !== undefined && { callsPerSecond: wholeNumber(values.burst, MAX_QUOTA, 'burst limit') }),
    };
    if (!isSeed(values.seed)) return stop(`"${values.seed}" is no seed: give ${Object.keys(SEEDS).join(' or ')}.`);
    const { watch, seed, data, reset, roles, empty, history } = values;
    if (reset && data === undefined) return stop('--reset needs --data: it moves the state in that folder aside.');
    const jira = values['without-jira'] ? 'absent' : 'connected';
    return {
      port,
      watch,
      latencyMs,
      quota,
      jira,
      downloads: values['no-downloads'] ? 'off' : 'allowed',
      history,
      seed: [seed, roles && 'with roles', empty && 'empty'].filter((part) => part !== false).join(' '),
      reset,
      stories: seed === 'demo' && jira === 'connected' && !roles && !empty && data === undefined,
      readSeed: async () => changed(await SEEDS[seed](), { roles, empty }),
      ...(data !== undefined && { data }),
    };
  } catch (error) {
    return stop(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  }
}

function changed(seed: Seed, { roles, empty }: { roles: boolean; empty: boolean }): Seed {
  return { ...seed, ...(roles && { mode: 'ROLES' }), ...(empty && { appStorage: { plain: {}, secret: {} } }) };
}

function parse() {
  return parseArgs({
    options: {
      port: { type: 'string', default: '8080' },
      seed: { type: 'string', default: 'demo' },
      latency: { type: 'string', default: '0' },
      quota: { type: 'string' },
      burst: { type: 'string' },
      data: { type: 'string' },
      reset: { type: 'boolean', default: false },
      'without-jira': { type: 'boolean', default: false },
      roles: { type: 'boolean', default: false },
      empty: { type: 'boolean', default: false },
      'no-downloads': { type: 'boolean', default: false },
      history: { type: 'boolean', default: false },
      watch: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  }).values;
}

function wholeNumber(text: string, max: number, what: string): number {
  const value = Number(text);
  return /^\d+$/.test(text) && value <= max
    ? value
    : stop(`"${text}" is no ${what}: give a number from 0 to ${String(max)}.`);
}

function isSeed(name: string): name is keyof typeof SEEDS {
  return Object.hasOwn(SEEDS, name);
}

// What `npm start` can be told.
import { parseArgs } from 'node:util';

import type { Seed } from './site/seed';

const HELP = `npm start -- [--port N] [--seed NAME] [--watch]

  --port N      the port to serve on; 0 picks a free one (8080 unless given)
  --seed NAME   the site: demo, or large with 50,000 people (demo unless given)
  --watch       rebuild the pages when their sources change, and reload open ones`;

/** The sites there are; only the one that is asked for is made. */
const SEEDS = {
  demo: async (): Promise<Seed> => (await import('./site/seeds/demo')).demoSeed,
  large: async (): Promise<Seed> => (await import('./site/seeds/large')).largeSeed,
};

interface Options {
  port: number;
  watch: boolean;
  readSeed: () => Promise<Seed>;
}

/** Ends the process with a sentence instead of a stack. */
export const stop = (sentence: string): never => {
  console.error(sentence);
  process.exit(1);
};

const isSeed = (name: string): name is keyof typeof SEEDS => Object.hasOwn(SEEDS, name);

const parse = () =>
  parseArgs({
    options: {
      port: { type: 'string', default: '8080' },
      seed: { type: 'string', default: 'demo' },
      watch: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  }).values;

export const readOptions = (): Options => {
  try {
    const values = parse();
    if (values.help) {
      console.log(HELP);
      process.exit(0);
    }
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65_535)
      stop(`"${values.port}" is no port: give a number from 0 to 65535.`);
    if (!isSeed(values.seed)) return stop(`"${values.seed}" is no seed: give ${Object.keys(SEEDS).join(' or ')}.`);
    return { port, watch: values.watch, readSeed: SEEDS[values.seed] };
  } catch (error) {
    return stop(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  }
};

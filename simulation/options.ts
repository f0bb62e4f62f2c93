// Options of `npm run simulate`.
import { parseArgs } from 'node:util';

import { numberOption } from './number-option';

const HELP = `npm run simulate -- [--seed N] [--steps N] [--seeds N] [--seconds N] [--workers N] [--json FILE] [--coverage FILE] [--replay FILE] [--shrink] [--write FILE] [--aimless] [--slowly]

  --seed N       the first world (1 unless given)
  --steps N      draws of a world before it settles (2000 unless given)
  --seeds N      as many worlds, each with the next seed (1 unless given, or as many as the seconds allow)
  --seconds N    begin no world after so many seconds
  --workers N    processes at once (2 unless given)
  --json FILE    write what each world reached, a line of JSON each
  --coverage FILE  write a page of what was hit: operation × fault × outcome
  --replay FILE  take the choices of a file, as a failure names it, in place of the seed's
  --shrink       look for the fewest choices that fail in the same way, for a minute each, and print the first world as a test
  --write FILE   write that test to a file
  --aimless      let no world aim at one operation: more goes wrong then
  --slowly       wait at random in earnest, to show that it changes nothing`;

/** As good as no limit. */
const MOST_SEEDS = '1000000';
const A_DAY = '86400';

export interface Options {
  seed: number;
  steps: number;
  seeds: number;
  seconds: number;
  workers: number;
  json: string | undefined;
  coverage: string | undefined;
  /** The packed app: for the processes of worlds. */
  app: string | undefined;
  replay: string | undefined;
  shrink: boolean;
  write: string | undefined;
  aimless: boolean;
  slowly: boolean;
}

/** Reads the options, or ends the process with a sentence. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '1' },
      steps: { type: 'string', default: '2000' },
      seeds: { type: 'string' },
      seconds: { type: 'string' },
      workers: { type: 'string', default: '2' },
      json: { type: 'string' },
      coverage: { type: 'string' },
      app: { type: 'string' },
      replay: { type: 'string' },
      shrink: { type: 'boolean', default: false },
      write: { type: 'string' },
      aimless: { type: 'boolean', default: false },
      slowly: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    process.exit(0);
  }
  return {
    seed: numberOption('seed', values.seed),
    steps: numberOption('steps', values.steps),
    seeds: numberOption('seeds', values.seeds ?? (values.seconds === undefined ? '1' : MOST_SEEDS)),
    seconds: numberOption('seconds', values.seconds ?? A_DAY),
    workers: Math.max(1, numberOption('workers', values.workers)),
    json: values.json,
    coverage: values.coverage,
    app: values.app,
    replay: values.replay,
    shrink: values.shrink || values.write !== undefined,
    write: values.write,
    aimless: values.aimless,
    slowly: values.slowly,
  };
}

// Options of `npm run mutants`.
import { parseArgs } from 'node:util';

import { numberOption } from '../simulation/number-option';

const HELP = `npm run mutants -- [--seed N] [--count N] [--only FILE|ID]... [--tests-only] [--workers N] [--json FILE]

  --seed N      chooses the mutants (1 unless given)
  --count N     so many, evenly over the kinds (250 unless given)
  --only X      all mutants of a file of src, or the one of that id; as often as you like
  --tests-only  simulate nothing
  --workers N   so many at once (2 unless given)
  --json FILE   write what came of each`;

export interface Options {
  seed: number;
  count: number;
  only: readonly string[];
  testsOnly: boolean;
  workers: number;
  json: string | undefined;
}

/** Reads the options, or ends the process with a sentence. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '1' },
      count: { type: 'string', default: '250' },
      only: { type: 'string', multiple: true, default: [] },
      'tests-only': { type: 'boolean', default: false },
      workers: { type: 'string', default: '2' },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    process.exit(0);
  }
  return {
    seed: numberOption('seed', values.seed),
    count: numberOption('count', values.count),
    only: values.only,
    testsOnly: values['tests-only'],
    workers: Math.max(1, numberOption('workers', values.workers)),
    json: values.json,
  };
}

// `npm run compare`: compares the sandbox with a real site. Exits with 0: no difference; 1: differences; 2: it couldn't compare.
import { clientOf } from './client';
import { compare } from './compare';
import { readOptions } from './options';
import { readPeople } from './people';
import { reportOf } from './report';
import { KINDS } from './sandbox';

const [options, complaint] = readOptions(process.argv.slice(2));
if (options === undefined) {
  (complaint.isHelp ? console.log : console.error)(complaint.text);
  process.exit(complaint.isHelp ? 0 : 2);
}

let isEnded = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => (isEnded = true));

try {
  const client = clientOf(options.origin, readPeople(process.env, KINDS), fetch);
  const comparison = await compare(options, client, () => isEnded);
  for (const line of reportOf(comparison, options.origin)) console.log(line);
  process.exitCode = comparison.differences.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}

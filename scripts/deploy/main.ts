// `npm run deploy`: brings the app to an Atlassian site with the Forge CLI, step by step.
import { setTimeout } from 'node:timers/promises';

import { buildFrame } from './build-frame';
import { readOptions } from './options';
import { isStop } from './stop';
import { walk } from './walk';

const [options, complaint] = readOptions(process.argv.slice(2));
if (options === undefined) {
  (complaint.isHelp ? console.log : console.error)(complaint.text);
  process.exit(complaint.isHelp ? 0 : 1);
}

try {
  await walk(options, {
    folder: process.cwd(),
    env: process.env,
    isTerminal: process.stdin.isTTY && process.stdout.isTTY,
    print: console.log,
    build: buildFrame,
    sleep: setTimeout,
  });
} catch (error) {
  if (!isStop(error)) throw error;
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}

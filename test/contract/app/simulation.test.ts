// What must hold in simulated worlds is told, and CI simulates some.
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

import { expect, test } from 'vitest';

import { invariants } from '../../../simulation/oracle/invariants';

const root = new URL('../../../', import.meta.url);
const files = globSync('simulation/oracle/invariants/*.ts', { cwd: root }).map((file) => basename(file));

test('every invariant has its line in the page of the simulation, and is checked', () => {
  const named = [...read('docs/simulation.md').matchAll(/^\| `([\w-]+\.ts)` /gm)].map(([, file]) => file);
  expect(new Set(named)).toEqual(new Set(files));
  expect(invariants).toHaveLength(files.length);
});

test('what CI runs is what the README says', () => {
  const runs = read('.ci/run').match(/^npm .+$/gm) ?? [];
  const said = /^`\.ci\/run` runs (.+)\.$/m.exec(read('README.md'))?.[1] ?? '';
  const commands = [...said.matchAll(/`([^`]+)`/g)].map(([, command]) => command);
  expect(runs.map((command) => command.replace('npm run -s', 'npm run'))).toEqual(commands);
  expect(commands).toContainEqual(expect.stringContaining('npm run simulate -- --seconds 60'));
});

function read(file: string): string {
  return readFileSync(new URL(file, root), 'utf8');
}

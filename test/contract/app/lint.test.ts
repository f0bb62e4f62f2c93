// The lint rules that hold the layers and catch a forgotten await, shown to be awake: each of these must be found.
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

import { afterAll, beforeAll, expect, test, vi } from 'vitest';

/** Each probe is a run of the linter. */
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lint-probe-'));
  for (const file of ['.oxlintrc.json', 'tsconfig.json', 'package.json']) copyFileSync(file, join(folder, file));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function lint(file: string, source: string): Promise<string> {
  mkdirSync(join(folder, dirname(file)), { recursive: true });
  writeFileSync(join(folder, file), source);
  return new Promise((done) => {
    execFile(resolve('node_modules/.bin/oxlint'), ['-f', 'unix', file], { cwd: folder }, (_error, stdout) =>
      done(stdout),
    );
  });
}

function importing(path: string): string {
  return `import { thing } from '${path}';\nexport const it = thing;\n`;
}

test.for([
  ['src/broker/probe.ts', importing('../platform/kvs/settings')],
  ['src/broker/probe.ts', importing('../groups/policy')],
  ['src/broker/audit/probe.ts', importing('../../customers/facts')],
  ['src/broker/probe.ts', importing('../shared/groups/payloads')],
  ['src/broker/probe.ts', importing('@forge/api')],
  ['src/broker/probe.ts', importing('../ports-for')],
  ['src/groups/members/probe.ts', importing('../../platform/kvs/settings')],
  ['src/groups/members/probe.ts', importing('../../customers/policy')],
  ['src/groups/probe.ts', importing('../entry/call/endpoint')],
  ['src/groups/probe.ts', importing('../ports-for')],
  ['src/groups/probe.ts', importing('../shared/customers/payloads')],
  ['src/customers/probe.ts', importing('../groups/policy')],
  ['src/customers/probe.ts', importing('../ports-for')],
  ['src/customers/creation/probe.ts', importing('../../shared/groups/views')],
  ['src/customers/creation/probe.ts', importing('../../platform/kvs/settings')],
  ['src/entry/probe.ts', importing('../platform/kvs/settings')],
  ['src/entry/call/probe.ts', importing('../../platform/kvs/settings')],
  ['src/entry/call/probe.ts', importing('../../ports-for')],
  ['src/entry/call/probe.ts', importing('@forge/api')],
  ['src/entry/probe.ts', importing('@forge/resolver')],
  ['src/entry/probe.ts', importing('../../static/queue-page/order')],
  ['src/entry/call/probe.ts', importing('../../../sandbox/site/site')],
  ['src/groups/members/probe.ts', importing('@forge/resolver')],
  ['src/platform/probe.ts', importing('@forge/resolver')],
  ['src/index.ts', importing('@forge/resolver')],
  ['src/platform/kvs/probe.ts', importing('../../entry/call/endpoint')],
  ['src/platform/kvs/probe.ts', importing('../../ports-for')],
  ['src/shared/probe.ts', importing('../groups/policy')],
  ['src/shared/broker/probe.ts', importing('../groups/views')],
  ['src/shared/broker/probe.ts', importing('../../broker/grant')],
  ['src/shared/groups/probe.ts', importing('../customers/views')],
  ['src/shared/customers/probe.ts', importing('../groups/views')],
  ['src/shared/words/probe.ts', importing('../groups/views')],
  ['src/shared/words/probe.ts', importing('zod')],
  ['src/shared/groups/probe.ts', importing('zod')],
  ['src/shared/words/probe.ts', "import type { thing } from '../../groups/policy';\nexport type It = thing;\n"],
  ['static/probe.ts', importing('../src/groups/policy')],
  ['static/queue-page/probe.ts', importing('../../src/customers/policy')],
  ['static/queue-page/probe.ts', importing('../space-settings/page')],
  ['static/feedback/probe.ts', importing('../queue-page/order')],
  ['static/hooks/probe.ts', importing('../../src/broker/grant')],
  ['sandbox/site/probe.ts', importing('../../src/groups/policy')],
  ['sandbox/site/core/probe.ts', importing('../../../src/groups/policy')],
  ['sandbox/site/core/probe.ts', importing('../confluence/model')],
  ['sandbox/site/core/probe.ts', importing('../products')],
  ['sandbox/site/people/probe.ts', importing('../core/call')],
  ['sandbox/site/confluence/operations/probe.ts', importing('../../jira/model')],
  ['sandbox/site/jira/operations/probe.ts', importing('../../confluence/rules')],
  ['sandbox/site/jira/probe.ts', importing('../jsm/model')],
  ['sandbox/site/jsm/probe.ts', importing('../confluence/model')],
  ['mutants/probe.ts', importing('../src/broker/age')],
  ['mutants/coverage/probe.ts', importing('../../test/support/journeys')],
  ['simulation/driver/probe.ts', importing('../../src/groups/policy')],
  ['simulation/driver/probe.ts', importing('../../src/shared/ids')],
  ['simulation/actors/probe.ts', importing('../../src/groups/policy')],
  ['simulation/oracle/probe.ts', importing('../../src/shared/ids')],
  ['simulation/oracle/invariants/probe.ts', importing('../../../sandbox/forge/json')],
  ['simulation/oracle/probe.ts', importing('../world/world')],
] as const)('%s may not do this: %s', async ([file, source]) => {
  expect(await lint(file, source)).toContain('no-restricted-imports');
});

const OUTER = 'export function outer(): number {\n  const inner = (): number => 1;\n  return inner();\n}\n';
const ASYNC = 'const isAdmin = async (): Promise<boolean> => Promise.resolve(true);\n';

test.for([
  [
    'a guard that nobody waits for',
    `${ASYNC}export const go = (): void => {\n  isAdmin();\n};\n`,
    'no-floating-promises',
  ],
  [
    'a promise taken for a no',
    `${ASYNC}export const go = (): void => {\n  if (!isAdmin()) throw new Error('no');\n};\n`,
    'no-misused-promises',
  ],
] as const)('%s is found', async ([, source, rule]) => {
  expect(await lint('src/groups/probe.ts', source)).toContain(rule);
});

test.for([
  ['a function in a constant', 'export const go = (): number => 1;\n', 'func-style'],
  ['a function in a constant within another', OUTER, 'func-style'],
  ['a constant that is used above it', 'export const all = [ONE];\nconst ONE = 1;\n', 'no-use-before-define'],
] as const)('%s is found in a page', async ([, source, rule]) => {
  expect(await lint('static/probe.ts', source)).toContain(rule);
});

/** A function of so many lines, and as many blank ones and comments. */
function ofLines(lines: number): string {
  const body = Array.from({ length: lines - 2 }, (_, index) => `  // Counts.\n\n  it.count(${index});\n`).join('');
  return `export function count(it: { count: (line: number) => void }): void {\n${body}}\n`;
}

test.for(['src/groups/probe.ts', 'static/probe.ts', 'sandbox/probe.ts', 'scripts/probe.ts', 'mutants/probe.ts'])(
  'a function of more than 40 lines is found in %s',
  async (file) => {
    expect(await lint(file, ofLines(41))).toContain('max-lines-per-function');
    expect(await lint(file, ofLines(40))).not.toContain('max-lines-per-function');
  },
);

test('a constant whose type is given may hold a function, and a function may be used above it', async () => {
  const source = `export const go: () => number = () => one();\n\nfunction one(): number {\n  return 1;\n}\n`;
  expect(await lint('static/probe.ts', source)).not.toMatch(/func-style|no-use-before-define/);
});

test.for(['static', 'src/groups', 'sandbox', 'scripts', 'simulation', 'mutants', 'test/contract'])(
  'two files in %s that know each other are found, also where only types go round',
  async (room) => {
    const other = `import type { One } from './one';\n\nexport interface Other {\n  one: One;\n}\n`;
    await lint(`${room}/other.ts`, other);
    const one = `import type { Other } from './other';\n\nexport interface One {\n  other: Other;\n}\n`;
    expect(await lint(`${room}/one.ts`, one)).toContain('no-cycle');
  },
);

test.for([
  ['src/broker/audit/probe.ts', importing('../../shared/broker/audit')],
  ['src/groups/members/probe.ts', importing('../../broker/grant')],
  ['src/customers/creation/probe.ts', importing('../../shared/customers/results')],
  ['src/entry/call/probe.ts', importing('../../groups/policy')],
  ['src/entry/call/probe.ts', importing('@forge/resolver')],
  ['src/index.ts', importing('./platform/kvs/settings')],
  ['src/shared/groups/probe.ts', importing('../broker/views')],
  ['src/shared/words/probe.ts', importing('./format')],
  ['src/shared/words/probe.ts', "import type { thing } from '../groups/views';\nexport type It = thing;\n"],
  ['static/queue-page/probe.ts', importing('../feedback/loading')],
  ['static/audit/probe.ts', importing('../feedback/loading')],
  ['mutants/probe.ts', importing('../simulation/pool')],
  ['simulation/probe.ts', importing('../src/index')],
  ['simulation/actors/probe.ts', importing('../../src/shared/groups/payloads')],
  ['simulation/oracle/invariants/probe.ts', importing('../history')],
] as const)('%s may do this: %s', async ([file, source]) => {
  expect(await lint(file, source)).not.toContain('no-restricted-imports');
});

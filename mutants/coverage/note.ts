// Tests that run on code which notes its lines.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Lines of files within src, by file. */
export type Lines = Readonly<Record<string, readonly number[]>>;

/** Lines that one test file passed. */
export interface Noted {
  lines: Lines;
  /** Those that it passed before its first test. */
  loading: Lines;
}

/** Runs test files, and returns what each passed. What fails runs once more; if it fails again, throws. */
export async function note(tests: readonly string[]): Promise<Map<string, Noted>> {
  const notes = join(mkdtempSync(join(tmpdir(), 'passed-lines-')), 'lines');
  const failed = await run(tests, notes);
  const again = failed.length === 0 ? [] : await run(failed, notes);
  if (again.length > 0) throw new Error(`Tests fail without any mutant: ${again.join(', ')}`);
  const lines = existsSync(notes) ? readFileSync(notes, 'utf8').trim().split('\n') : [];
  return new Map(
    lines.map((line) => {
      const { test, ...noted } = JSON.parse(line) as { test: string } & Noted;
      return [test.slice(root.length), noted];
    }),
  );
}

/** Runs test files that note their lines in a file. Returns those that fail. */
async function run(tests: readonly string[], notes: string): Promise<string[]> {
  const vitest = `${root}node_modules/vitest/vitest.mjs`;
  const options = ['run', '--config', `${root}mutants/vitest.config.mts`, '--reporter', 'dot', '--passWithNoTests'];
  const child = spawn(process.execPath, [vitest, ...options, ...tests], {
    cwd: root,
    env: { ...process.env, NOTED_LINES: notes, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  child.stdout.on('data', (some) => said.push(String(some)));
  child.stderr.on('data', (some) => said.push(String(some)));
  const code = await new Promise<number | null>((resolve) => void child.on('close', resolve));
  if (code === 0) return [];
  const failed = new Set(
    [...said.join('').matchAll(/^\s*FAIL .*?(test\/\S+\.test\.ts)/gm)].map(([, file = '']) => file),
  );
  if (failed.size === 0) throw new Error(`Tests broke: ${said.join('').slice(-2000)}`);
  return [...failed];
}

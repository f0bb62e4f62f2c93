// Which test file passes which lines of src: noted once, and kept until src or that file changes.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const kept = `${root}node_modules/.cache/mutants`;

/** Lines of files within src, by file. */
type Lines = Readonly<Record<string, readonly number[]>>;

/** Lines of src that test files pass. */
export interface PassedLines {
  /** By test file. */
  files: ReadonlyMap<string, Lines>;
  /** Passed before the first test of some file: what is loaded once may serve other files, too. */
  loading: Lines;
}

interface Noted {
  lines: Lines;
  loading: Lines;
}

interface Kept {
  /** Hash of all that tests share. */
  shared: string;
  files: Record<string, Noted & { hash: string }>;
}

/** Returns the lines that each test file passes. Runs the tests whose lines aren't known; throws if one of them fails. */
export async function passedLines(): Promise<PassedLines> {
  const shared = hashOf([
    'src/**/*.ts',
    'sandbox/**/*.ts',
    'test/support/**',
    'manifest.yml',
    'vitest.config.mts',
    'mutants/coverage/*',
  ]);
  const before = readKept();
  const files = before?.shared === shared ? before.files : {};
  const tests = globSync('test/{unit,integration,contract}/**/*.test.ts', { cwd: root }).toSorted();
  const hashes = new Map(tests.map((test) => [test, hashOf([test])]));
  const unknown = tests.filter((test) => files[test]?.hash !== hashes.get(test));
  const noted =
    unknown.length === 0 ? new Map<string, Noted>() : await note(unknown.length === tests.length ? [] : unknown);
  const now: Kept = { shared, files: {} };
  for (const [test, hash] of hashes) {
    const known = noted.get(test) ?? (unknown.includes(test) ? undefined : files[test]);
    now.files[test] = { hash, lines: known?.lines ?? {}, loading: known?.loading ?? {} };
  }
  mkdirSync(kept, { recursive: true });
  writeFileSync(`${kept}/lines.json`, JSON.stringify(now));
  return passedIn(now);
}

function passedIn({ files }: Kept): PassedLines {
  const loading = new Map<string, Set<number>>();
  for (const { loading: some } of Object.values(files)) {
    for (const [file, lines] of Object.entries(some)) {
      const all = loading.get(file) ?? new Set();
      loading.set(file, all);
      for (const line of lines) all.add(line);
    }
  }
  return {
    files: new Map(Object.entries(files).map(([test, { lines }]) => [test, lines])),
    loading: Object.fromEntries([...loading].map(([file, lines]) => [file, [...lines]])),
  };
}

function readKept(): Kept | undefined {
  try {
    return JSON.parse(readFileSync(`${kept}/lines.json`, 'utf8')) as Kept;
  } catch {
    return undefined;
  }
}

function hashOf(patterns: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of globSync(patterns, { cwd: root, withFileTypes: true }).filter((entry) => entry.isFile())) {
    const path = join(file.parentPath, file.name);
    hash.update(path).update(readFileSync(path));
  }
  return hash.digest('hex');
}

/** Runs tests that note their lines. No names: all tests. */
async function note(tests: readonly string[]): Promise<Map<string, Noted>> {
  const folder = mkdtempSync(join(tmpdir(), 'passed-lines-'));
  const notes = join(folder, 'lines');
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
  const failures = said
    .join('')
    .split('\n')
    .filter((line) => /^\s*FAIL/.test(line));
  if (code !== 0) throw new Error(`Tests fail without any mutant:\n${failures.join('\n')}`);
  const lines = readFileSync(notes, 'utf8').trim().split('\n');
  rmSync(folder, { recursive: true });
  return new Map(
    lines.map((line) => {
      const { test, ...noted } = JSON.parse(line) as { test: string } & Noted;
      return [test.slice(root.length), noted];
    }),
  );
}

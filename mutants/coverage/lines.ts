// Which test file passes which lines of src: noted once, and kept until src or that file changes.
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { note, type Lines, type Noted } from './note';

const root = fileURLToPath(new URL('../../', import.meta.url));
const kept = `${root}node_modules/.cache/mutants`;

/** Files on which the lines of all tests depend. */
const SHARED = [
  'src/**/*.ts',
  'sandbox/**/*.ts',
  'test/support/**',
  'manifest.yml',
  'vitest.config.mts',
  'mutants/coverage/{places,noting,note-lines}.ts',
];

/** Lines of src that test files pass. */
export interface PassedLines {
  /** By test file. */
  files: ReadonlyMap<string, Lines>;
  /** Passed before the first test of some file: what is loaded once may serve other files, too. */
  loading: Lines;
}

interface Kept {
  /** Hash of all that tests share. */
  shared: string;
  files: Record<string, Noted & { hash: string }>;
}

/** Returns the lines that each test file passes. Runs the tests whose lines aren't known; throws if one of them fails. */
export async function passedLines(): Promise<PassedLines> {
  const shared = hashOf(SHARED);
  const before = readKept();
  const files = before?.shared === shared ? before.files : {};
  const tests = globSync('test/{unit,integration,contract}/**/*.test.ts', { cwd: root }).toSorted();
  const hashes = new Map(tests.map((test) => [test, hashOf([test])]));
  const unknown = tests.filter((test) => files[test]?.hash !== hashes.get(test));
  const noted = unknown.length === 0 ? new Map<string, Noted>() : await note(unknown);
  const now: Kept = { shared, files: {} };
  for (const [test, hash] of hashes) {
    const known = noted.get(test) ?? (unknown.includes(test) ? undefined : files[test]);
    now.files[test] = { hash, lines: known?.lines ?? {}, loading: known?.loading ?? {} };
  }
  mkdirSync(kept, { recursive: true });
  writeFileSync(`${kept}/lines.json`, JSON.stringify(now));
  return passedIn(now);
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
  for (const file of globSync(patterns, { cwd: root }).toSorted()) {
    if (statSync(root + file).isFile()) hash.update(file).update(readFileSync(root + file));
  }
  return hash.digest('hex');
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

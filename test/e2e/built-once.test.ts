// Pages are built when something has changed, and only then.
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { buildPages } from '../../sandbox/web/build-child';
import { isUpToDate } from '../../sandbox/web/built-from';
import { FIXTURE_BUILD } from '../support/fixtures/build-paths';

const root = `${join(import.meta.dirname, '../..')}/`;
const paths = { manifest: FIXTURE_BUILD.manifest, out: '.sandbox/built-once' };
const note = join(root, paths.out, 'built-from.json');

async function builtAt(): Promise<number> {
  return (await stat(join(root, paths.out, 'manifest.json'))).mtimeMs;
}
async function noted() {
  return JSON.parse(await readFile(note, 'utf8')) as Record<string, string>;
}

beforeAll(async () => buildPages(paths));
afterAll(async () => rm(join(root, paths.out), { recursive: true }));

test('they are not built again while nothing has changed', async () => {
  const before = await builtAt();
  await buildPages(paths);
  expect(await builtAt()).toBe(before);
});

test('they are built again when a source has changed', async () => {
  const before = await builtAt();
  const [source = ''] = Object.keys(await noted());
  await writeFile(note, JSON.stringify({ ...(await noted()), [source]: 'another time' }));
  await buildPages(paths);
  expect(await builtAt()).toBeGreaterThan(before);
});

test('pages, the server’s part of the browser, packages and the manifest are sources', async () => {
  const sources = Object.keys(await noted()).map((file) => file.replace(root, ''));
  expect(sources).toEqual(
    expect.arrayContaining([
      'test/support/fixtures/catalogue.tsx',
      'sandbox/web/chrome/main.tsx',
      'sandbox/web/chrome/chrome.css',
      'sandbox/web/build.ts',
      'package-lock.json',
      paths.manifest,
    ]),
  );
});

test('a build is out of date without its note, and when a source is gone', async () => {
  await writeFile(note, JSON.stringify({ ...(await noted()), [join(root, 'static/gone.tsx')]: '1 1' }));
  expect(await isUpToDate(root, paths.out)).toBe(false);
  await rm(note);
  expect(await isUpToDate(root, paths.out)).toBe(false);
});

// What a browser loads to show a page of the app: its entry and all chunks that it imports, compressed as they are served.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { expect, test } from 'vitest';

import { frameOut } from '../../sandbox/web/frame-out';
import { TEST_BUILD } from '../support/fixtures/build-paths';

interface Chunk {
  name?: string;
  file: string;
  isEntry?: boolean;
  imports?: string[];
}

const out = join(import.meta.dirname, '../..', TEST_BUILD.out);
const chunks = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')) as Record<string, Chunk>;

/** The chunk and all that it imports, however far. */
function withImports(key: string, seen = new Set<string>()): Set<string> {
  if (!seen.has(key)) {
    seen.add(key);
    chunks[key]?.imports?.forEach((imported) => withImports(imported, seen));
  }
  return seen;
}

const pages = Object.keys(chunks).filter((key) => chunks[key]?.isEntry && key.startsWith('static/'));

test('there are the pages of both products', () => {
  expect(pages.toSorted()).toEqual([
    'static/customer-action.tsx',
    'static/customer-settings.tsx',
    'static/global-settings.tsx',
    'static/queue-page.tsx',
    'static/space-settings.tsx',
  ]);
});

test.for(pages)('%s is at most 130 KiB', async (page, { expect }) => {
  const files = [...withImports(page)].map((key) => join(out, chunks[key]?.file ?? ''));
  const sizes = await Promise.all(files.map(async (file) => gzipSync(await readFile(file)).length));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  expect(total).toBeLessThanOrEqual(130 * 1024);
});

test('the Frame for files is at most 50 KiB', async () => {
  const folder = join(import.meta.dirname, '../..', frameOut(TEST_BUILD.out, 'file-frame'));
  const names = (await readdir(folder)).filter((name) => /\.(?:js|css|html)$/.test(name));
  const sizes = await Promise.all(names.map(async (name) => gzipSync(await readFile(join(folder, name))).length));
  expect(names.length).toBeGreaterThan(2);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(50 * 1024);
});

// What a browser loads to show the Frame for files, compressed as it is served. `test/contract/app/bundle.test.ts` measures the pages.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { expect, test } from 'vitest';

import { frameOut } from '../../sandbox/web/frame-out';
import { TEST_BUILD } from '../support/fixtures/build-paths';

test('the Frame for files is at most 50 KiB', async () => {
  const folder = join(import.meta.dirname, '../..', frameOut(TEST_BUILD.out, 'file-frame'));
  const names = (await readdir(folder)).filter((name) => /\.(?:js|css|html)$/.test(name));
  const sizes = await Promise.all(names.map(async (name) => gzipSync(await readFile(join(folder, name))).length));
  expect(names.length).toBeGreaterThan(2);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(50 * 1024);
});

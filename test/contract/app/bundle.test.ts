// How large the app is as Forge bundles it: the back end, and each page.
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import react from '@vitejs/plugin-react';
import { build, type InlineConfig, type Rolldown } from 'vite';
import { beforeAll, expect, test, vi } from 'vitest';

import { readAppPages } from '../../../sandbox/web/app-pages';

const KIB = 1024;
const root = join(import.meta.dirname, '../../..');
const { sources } = readAppPages(join(root, 'manifest.yml'));

// That of a test runner would make React a development build.
beforeAll(() => void vi.stubEnv('NODE_ENV', 'production'));

/** Bundles the app's code, and returns its files. */
async function bundled(config: InlineConfig): Promise<Rolldown.OutputChunk[]> {
  const built = await build({ configFile: false, root, logLevel: 'error', ...config });
  return (built as Rolldown.RolldownOutput).output.filter((file) => file.type === 'chunk');
}

test('the back end is at most 450 KiB', { timeout: 60_000 }, async () => {
  const files = await bundled({
    ssr: { noExternal: true },
    build: { ssr: 'src/index.ts', write: false, minify: true },
  });
  const bytes = files.reduce((sum, { code }) => sum + Buffer.byteLength(code), 0);
  expect(bytes).toBeLessThanOrEqual(450 * KIB);
  // Nothing was left out.
  expect(bytes).toBeGreaterThan(50 * KIB);
});

test('there are the pages of both products', () => {
  expect(Object.keys(sources).toSorted()).toEqual([
    'customer-action-form',
    'customers-page',
    'pages/customer-settings',
    'pages/global-settings',
    'pages/space-settings',
  ]);
});

// Forge's bundler is webpack in production mode: one file for a page that is a resource of its own, and for pages of one resource
// (`entry`) what they share in files beside it (out/config/nativeui.js of https://www.npmjs.com/package/@forge/bundler 7.3.0).
// Bundled by it on 29 November 2026, the files of the space page were 120 KiB of gzip together; the one file here was 121.
test.for(Object.entries(sources))('%s is at most 130 KiB', { timeout: 60_000 }, async ([, source], { expect }) => {
  const files = await bundled({
    plugins: [react()],
    build: { write: false, modulePreload: { polyfill: false }, rolldownOptions: { input: source } },
  });
  // What a page loads later, if it ever does: the bridge has such a file.
  const [page, ...later] = files.toSorted((one, other) => Number(other.isEntry) - Number(one.isEntry));
  expect(page?.imports).toEqual([]);
  expect(later.every(({ isDynamicEntry }) => isDynamicEntry)).toBe(true);
  expect(gzipSync(page?.code ?? '').length).toBeLessThanOrEqual(130 * KIB);
  expect(gzipSync(page?.code ?? '').length).toBeGreaterThan(50 * KIB);
});

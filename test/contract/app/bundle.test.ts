// How large the back end is when everything that it imports is bundled with it, as Forge does.
import { join } from 'node:path';

import { build, type Rolldown } from 'vite';
import { expect, test } from 'vitest';

const KIB = 1024;
const root = join(import.meta.dirname, '../../..');

test('the back end is at most 450 KiB', { timeout: 60_000 }, async () => {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: 'src/index.ts', write: false, minify: true },
  });
  const { output } = built as Rolldown.RolldownOutput;
  const bytes = output.reduce((sum, chunk) => sum + ('code' in chunk ? Buffer.byteLength(chunk.code) : 0), 0);
  expect(bytes).toBeLessThanOrEqual(450 * KIB);
  // Nothing was left out.
  expect(bytes).toBeGreaterThan(50 * KIB);
});

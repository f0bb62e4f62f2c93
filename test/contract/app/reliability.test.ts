// docs/reliability.md names the test that proves each promise; here the name leads somewhere.
import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

function read(path: string): string {
  return readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
}

const proofs = [...read('docs/reliability.md').matchAll(/\| ([a-z/-]+): "(.+?)"\s*\|/g)].map(
  ([, file = '', name = '']) => [file, name] as const,
);

test('the page names proofs', () => {
  expect(proofs.length).toBeGreaterThan(15);
});

test.for(proofs)('%s proves: %s', ([file, name]) => {
  const folder = file.startsWith('unit/') ? 'test' : 'test/integration';
  expect(read(`${folder}/${file}.test.ts`)).toContain(name);
});

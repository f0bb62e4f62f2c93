// What docs/security.md says of scopes and roles is what the tables of operations say.
import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { withScopesAndRoles } from '../../../scripts/docs/scopes-and-roles';

const page = readFileSync(new URL('../../../docs/security.md', import.meta.url), 'utf8');

test('the committed tables are what the operations print: else run "npm run docs"', () => {
  expect(page).toBe(withScopesAndRoles(page));
});

test('a document without a place for the tables is refused', () => {
  expect(() => withScopesAndRoles('# Security')).toThrow('no place');
});

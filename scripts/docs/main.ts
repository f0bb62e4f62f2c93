// `npm run docs`: writes docs/sandbox-coverage.md, and the tables of docs/security.md. Both are committed, and tests compare them.
import { readFileSync, writeFileSync } from 'node:fs';

import { coveragePage } from './coverage-page';
import { withScopesAndRoles } from './scopes-and-roles';

const SECURITY = new URL('../../docs/security.md', import.meta.url);

writeFileSync(new URL('../../docs/sandbox-coverage.md', import.meta.url), coveragePage());
writeFileSync(SECURITY, withScopesAndRoles(readFileSync(SECURITY, 'utf8')));

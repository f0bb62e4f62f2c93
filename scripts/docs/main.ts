// `npm run docs`: writes docs/sandbox-coverage.md. The page is committed, and a test compares it.
import { writeFileSync } from 'node:fs';

import { coveragePage } from './coverage-page';

writeFileSync(new URL('../../docs/sandbox-coverage.md', import.meta.url), coveragePage());

// Writes docs/sandbox-coverage.md. Run by `npm run docs`; the page is committed, and a test compares it.
import { writeFileSync } from 'node:fs';

import { coveragePage } from './coverage-page';

writeFileSync(new URL('../../docs/sandbox-coverage.md', import.meta.url), coveragePage());

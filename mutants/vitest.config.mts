// The project's own tests, on code that was written otherwise: with mutants, or noting which of its lines are passed.
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

import project from '../vitest.config.mjs';
import type { Mutant } from './generate/mutant';
import { otherwise } from './running/otherwise';

/** Contract tests of other things than what the code of src does. */
const WITHOUT = ['test/contract/app/{lint,bundle,install,documents,words}.test.ts', 'test/contract/sandbox/**'];

/** Only what hangs takes so long, beside another process that runs tests, too. */
const HANGS_MS = 60_000;

const isNoting = process.env['NOTED_LINES'] !== undefined;
const noteLines = new URL('./coverage/note-lines.ts', import.meta.url).pathname;

export default defineConfig({
  ...project,
  root: new URL('..', import.meta.url).pathname,
  plugins: [otherwise(() => JSON.parse(process.env['MUTANTS'] ?? '[]') as Mutant[])],
  test: {
    ...project.test,
    reporters: [],
    fsModuleCache: false,
    cache: false,
    bail: isNoting ? 0 : 1,
    maxWorkers: isNoting ? 2 : 1,
    projects: (project.test?.projects ?? []).flatMap((one) => layerOf(one as TestProjectInlineConfiguration)),
  },
});

/** Returns the layers that run: pages and browsers take too long. */
function layerOf({ test = {}, ...one }: TestProjectInlineConfiguration): TestProjectInlineConfiguration[] {
  if (typeof test.name !== 'string' || !['unit', 'integration', 'contract'].includes(test.name)) return [];
  const setupFiles = [...(isNoting ? [noteLines] : []), test.setupFiles ?? []].flat();
  return [{ ...one, test: { ...test, setupFiles, exclude: WITHOUT, testTimeout: HANGS_MS, hookTimeout: HANGS_MS } }];
}

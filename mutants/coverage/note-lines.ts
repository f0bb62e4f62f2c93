// After each test file: which lines of src it has passed.
import { appendFileSync } from 'node:fs';

import { afterAll, expect } from 'vitest';

declare global {
  var passedLines: Record<string, Set<number>> | undefined;
}

afterAll(() => {
  const lines = Object.entries(globalThis.passedLines ?? {}).flatMap(([file, passed]) =>
    passed.size === 0 ? [] : [[file, [...passed]] as const],
  );
  const { testPath } = expect.getState();
  appendFileSync(
    process.env['NOTED_LINES'] ?? '',
    `${JSON.stringify({ test: testPath, lines: Object.fromEntries(lines) })}\n`,
  );
  for (const passed of Object.values(globalThis.passedLines ?? {})) passed.clear();
});

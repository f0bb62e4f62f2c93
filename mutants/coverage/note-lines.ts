// After each test file: which lines of src it has passed, and which of them before its first test.
import { appendFileSync } from 'node:fs';

import { afterAll, beforeAll, expect } from 'vitest';

declare global {
  var passedLines: Record<string, Set<number>> | undefined;
}

let loading: Record<string, number[]> = {};

beforeAll(() => {
  loading = passed();
});

afterAll(() => {
  const { testPath } = expect.getState();
  const note = JSON.stringify({ test: testPath, lines: passed(), loading });
  appendFileSync(process.env['NOTED_LINES'] ?? '', `${note}\n`);
  for (const lines of Object.values(globalThis.passedLines ?? {})) lines.clear();
});

function passed(): Record<string, number[]> {
  const all = Object.entries(globalThis.passedLines ?? {}).filter(([, lines]) => lines.size > 0);
  return Object.fromEntries(all.map(([file, lines]) => [file, [...lines]]));
}

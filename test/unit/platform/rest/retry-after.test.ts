import { describe, it } from 'vitest';

import { retryAfterMs } from '../../../../src/platform/rest/retry-after';

const NOW = Date.parse('2026-11-22T10:00:00Z');

describe('Retry-After', () => {
  it.for([
    [null, undefined],
    ['', undefined],
    ['soon', undefined],
    ['-5', undefined],
    ['0', 0],
    ['7', 7000],
    [' 7 ', 7000],
    ['1.5', 1500],
    ['Sun, 22 Nov 2026 10:00:03 GMT', 3000],
    ['2026-11-22T10:01:00Z', 60_000],
    ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
  ] as const)('%s is %s ms', ([header, expected], { expect }) => {
    expect(retryAfterMs(header, NOW)).toBe(expected);
  });
});

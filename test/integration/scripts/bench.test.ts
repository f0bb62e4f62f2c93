// The bench: its numbers of numbers, and that its floors are those of docs/performance.md. Its targets are held by `npm run bench` alone.
import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { factorsOf } from '../../../scripts/bench/answer-times';
import { longestChain } from '../../../scripts/bench/chain';
import { FLOORS } from '../../../scripts/bench/floors';
import { JOURNEYS } from '../../../scripts/bench/journeys';
import { percentile, ratio } from '../../../scripts/bench/statistics';
import { storedBytes } from '../../../scripts/bench/stored-bytes';

const page = readFileSync(new URL('../../../docs/performance.md', import.meta.url), 'utf8');

/** Cells of all rows of tables on the page, by what the first one says. */
const rows = new Map(
  page
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, name = '', ...cells]) => [name, cells]),
);

describe('the floors', () => {
  it.for(
    Object.entries(FLOORS).flatMap(([name, { row, ...floor }]) => (row === undefined ? [] : [{ name, row, floor }])),
  )('of $name are those of the page', ({ row, floor }) => {
    // Before its floor stands what it costs.
    const [, calls, , chain, points = ''] = rows.get(row) ?? [];
    const isAbove = floor.above?.points !== undefined;
    expect({ calls, chain, points }).toEqual({
      calls: String(floor.calls),
      chain: String(floor.chain),
      points: isAbove ? points : String(floor.points),
    });
  });

  it('are there for each journey, and for nothing else', () => {
    expect(Object.keys(FLOORS).toSorted()).toEqual(JOURNEYS.map(({ name }) => name).toSorted());
  });
});

describe('numbers of numbers', () => {
  it.for([
    [[3, 1, 2], 0.5, 2],
    [[4, 1, 3, 2], 0.5, 2],
    [[4, 1, 3, 2], 0.95, 4],
    [[7], 0.5, 7],
    [[7], 0, 7],
  ] as const)('of %j at most %d are %d', ([values, part, value]) => {
    expect(percentile(values, part)).toBe(value);
  });

  it('a ratio of nothing to nothing is 1', () => {
    expect([ratio(0, 0), ratio(3, 2), ratio(1, 0)]).toEqual([1, 1.5, Infinity]);
  });
});

describe('the longest chain', () => {
  it.for([
    { spans: [], length: 0 },
    {
      spans: [
        [0, 100],
        [0, 100],
        [0, 100],
      ],
      length: 1,
    },
    {
      spans: [
        [0, 100],
        [100, 200],
        [50, 150],
        [200, 300],
      ],
      length: 3,
    },
    {
      spans: [
        [0, 500],
        [0, 100],
        [100, 200],
        [200, 300],
      ],
      length: 3,
    },
    {
      spans: [
        [200, 300],
        [0, 100],
        [150, 400],
      ],
      length: 2,
    },
  ])('of $spans is $length', ({ spans, length }) => {
    expect(longestChain(spans.map(([startedAt = 0, endedAt = 0]) => ({ startedAt, endedAt })))).toBe(length);
  });
});

describe('times of answers', () => {
  it('differ from a half to three times by their seed, half of them shorter', () => {
    const draw = factorsOf({ jitterSeed: 7 });
    const drawn = Array.from({ length: 2000 }, draw);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0.5);
    expect(Math.max(...drawn)).toBeLessThanOrEqual(3);
    expect(Math.min(...drawn)).toBeLessThan(0.52);
    expect(Math.max(...drawn)).toBeGreaterThan(2.9);
    expect(percentile(drawn, 0.5)).toBeCloseTo(1, 1);
    const again = factorsOf({ jitterSeed: 7 });
    expect(drawn.slice(0, 5)).toEqual(Array.from({ length: 5 }, again));
    expect(factorsOf({ jitterSeed: 8 })()).not.toBe(drawn[0]);
  });

  it('are alike without a seed', () => {
    expect(factorsOf({})()).toBe(1);
  });
});

it('what is stored is keys and values, in whatever request', () => {
  const set = { key: 'ab', value: { c: 1 } };
  const [row, request] = [9, { ...set, entityName: 'setting', options: { ttl: { value: 1, unit: 'DAYS' } } }];
  expect(storedBytes(JSON.stringify(request))).toBe(row);
  expect(storedBytes(JSON.stringify({ set: [request, request], delete: [{ key: 'ab' }] }))).toBe(2 * row);
  expect(storedBytes(JSON.stringify([request]))).toBe(row);
  expect(storedBytes(JSON.stringify({ key: 'ab', entityName: 'setting' }))).toBe(0);
  expect(storedBytes(undefined)).toBe(0);
});

// The bench: its numbers of numbers, and that its floors are those of docs/performance.md. Its targets are held by `npm run bench` alone.
import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { factorsOf } from '../../../scripts/bench/answer-times';
import { blindly, inTurns } from '../../../scripts/bench/beside/blind-retry';
import type { Outcome } from '../../../scripts/bench/beside/contender';
import { longestChain } from '../../../scripts/bench/chain';
import { FLOORS } from '../../../scripts/bench/floors';
import { JOURNEYS } from '../../../scripts/bench/journeys';
import { percentile, ratio } from '../../../scripts/bench/statistics';
import { storedBytes } from '../../../scripts/bench/stored-bytes';
import { fasterThanScripts, losesNothing } from '../../../scripts/bench/targets';

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

describe('a script that sends again blindly', () => {
  function failing(statuses: readonly number[]) {
    const [left, waited] = [[...statuses], [] as number[]];
    const clock = { wait: async (ms: number) => void waited.push(ms) };
    async function send(): Promise<string> {
      const status = left.shift();
      if (status === undefined) return 'done';
      throw Object.assign(new Error('refused'), { status });
    }
    return { waited, sent: async () => blindly(clock, send) };
  }

  it('does so three times after 429 and 5xx, a second later', async () => {
    const { sent, waited } = failing([429, 502, 503]);
    expect(await sent()).toBe('done');
    expect(waited).toEqual([1000, 1000, 1000]);
  });

  it('gives up after the third time, and at once after another status', async () => {
    const often = failing([429, 429, 429, 429]);
    await expect(often.sent()).rejects.toMatchObject({ status: 429 });
    const refused = failing([400]);
    await expect(refused.sent()).rejects.toMatchObject({ status: 400 });
    expect([often.waited.length, refused.waited.length]).toEqual([3, 0]);
  });

  it('works for so many at a time, and tells for whom it failed', async () => {
    let [under, most] = [0, 0];
    const told = await inTurns(['a', 'b', 'c', 'd', 'e'], 2, async (who) => {
      under += 1;
      most = Math.max(most, under);
      await Promise.resolve();
      under -= 1;
      if (who === 'd') throw new Error('no');
    });
    expect(most).toBe(2);
    expect(told.toSorted((a, b) => a.who.localeCompare(b.who)).map(({ isDone }) => isDone)).toEqual([
      true,
      true,
      true,
      false,
      true,
    ]);
  });
});

describe('the targets beside scripts', () => {
  const one: Outcome = { name: 'by one', ms: 600_000, calls: 1000, missing: 0, toldWrongly: 0, repeated: 0 };
  const app = { ...one, name: 'app', ms: 100_000 };

  it.for([
    { work: '1,000 memberships, 400 ms an answer', beside: [one, one, app], isMet: true },
    { work: '1,000 memberships, 400 ms an answer', beside: [one, one, { ...app, ms: 100_001 }], isMet: false },
    { work: '1,000 memberships, slow', beside: [one, one, { ...app, ms: 100_001 }], isMet: true },
  ])(
    'six times the speed, where ten at once are all that may be sent: $work, $beside.2.ms',
    ({ work, beside, isMet }) => {
      expect(fasterThanScripts({ [work]: beside }).isMet).toBe(isMet);
    },
  );

  it.for([
    { beside: [one, one, app], isMet: true },
    { beside: [one, one, { ...app, missing: 1 }], isMet: false },
    { beside: [one, one, { ...app, toldWrongly: 1 }], isMet: false },
  ])('nothing lost, however the site answers: $beside.2', ({ beside, isMet }) => {
    expect(losesNothing({ '1,000 memberships, slow': beside }).isMet).toBe(isMet);
  });
});

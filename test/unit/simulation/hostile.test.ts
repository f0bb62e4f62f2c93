// Payloads that no page sends.
import { describe, expect, it } from 'vitest';

import { bent, orBent } from '../../../simulation/actors/hostile';
import type { Seen } from '../../../simulation/actors/seen';
import { randomChoices, replayedChoices } from '../../../simulation/choices';
import { createRandom } from '../../../simulation/deterministic/random';

const SEEN = {
  people: () => ['bob'],
  groupIds: () => ['g1'],
  spaces: () => [{ id: '1' }],
  runs: () => [{ runId: 'r1' }],
} as unknown as Seen;

const PAYLOAD = { groupId: 'g2', people: [{ line: 1, accountId: 'ada' }], confirmSelf: false };

function many(seed: number): string[] {
  const choices = randomChoices(createRandom(seed, 'choices'));
  return Array.from({ length: 2000 }, () => JSON.stringify(bent(SEEN, choices, PAYLOAD)));
}

describe('a hostile payload', () => {
  it('is the same for a seed, and leaves the one that it was made of alone', () => {
    expect(many(7)).toEqual(many(7));
    expect(PAYLOAD).toEqual({ groupId: 'g2', people: [{ line: 1, accountId: 'ada' }], confirmSelf: false });
  });

  it.for([
    ['another type at any depth', /"line":(?!1[,}])/],
    ['no object at all', /^(null|true|"|-?\d|\[)/],
    ['a prototype of its own', /"__proto__":/],
    ['marks of direction', /\u202E/],
    ['control characters', /\\u0000/],
    ['half a character', /\\ud800/],
    ["somebody else's id as a claim", /"actAs":"(bob|g1|1|r1)"/],
    ['an id of somebody else', /"accountId":"bob"/],
    ['a text longer than anything', /x{20000}/],
    ['a query that goes on', /OR type = page OR/],
    ['a list longer than anything', /"2499"/],
  ] as const)('has %s', ([, form]) => {
    expect(many(1).filter((text) => form.test(text)).length).toBeGreaterThan(0);
  });

  it('comes now and then', () => {
    const choices = randomChoices(createRandom(3, 'choices'));
    const sent = Array.from({ length: 1000 }, () => orBent(SEEN, choices, PAYLOAD));
    const count = sent.filter(({ isBent }) => isBent).length;
    expect(count).toBeGreaterThan(20);
    expect(count).toBeLessThan(90);
    expect(sent.every(({ payload, isBent }) => isBent || payload === PAYLOAD)).toBe(true);
    expect(bent(SEEN, replayedChoices([]), {})).not.toEqual({});
  });
});

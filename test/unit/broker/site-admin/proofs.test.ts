import fc from 'fast-check';
import { describe, it } from 'vitest';

import {
  NO_PROOFS,
  peopleIn,
  provedUntil,
  waitBeforeTry,
  withoutGroups,
  withoutOld,
  withoutPeople,
  withoutProof,
  withProof,
  withTry,
  type SiteAdminProofs,
} from '../../../../src/broker/site-admin/proofs';
import { ann, bob, NOW, person } from '../../../support/ports/builders';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
function triedBy(...moments: [name: string, agoMs: number][]): SiteAdminProofs {
  return moments.reduce((stored, [name, ago]) => withTry(stored, person(name), `g-${name}`, NOW - ago), NO_PROOFS);
}

describe('a proof', () => {
  it.for([
    [0, true],
    [59 * MINUTE, true],
    [HOUR - 1, true],
    [HOUR, false],
    [2 * HOUR, false],
  ] as const)('that is %i ms old holds: %s', ([age, holds], { expect }) => {
    const until = provedUntil(withProof(NO_PROOFS, ann, NOW - age), ann, NOW);
    expect(until).toBe(holds ? new Date(NOW - age + HOUR).toISOString() : undefined);
  });

  it('is of one person only', ({ expect }) => {
    expect(provedUntil(withProof(NO_PROOFS, ann, NOW), bob, NOW)).toBeUndefined();
  });

  it('ends with the next try of the same person, which must show it again', ({ expect }) => {
    const stored = withProof(withProof(NO_PROOFS, ann, NOW), bob, NOW);
    const tried = withTry(stored, ann, 'g-1', NOW);
    expect(provedUntil(tried, ann, NOW)).toBeUndefined();
    expect(provedUntil(tried, bob, NOW)).toBeDefined();
  });

  it('replaces an older one, and can be deleted', ({ expect }) => {
    const stored = withProof(withProof(NO_PROOFS, ann, NOW - MINUTE), ann, NOW);
    expect(stored.proofs).toHaveLength(1);
    expect(provedUntil(withoutProof(stored, ann), ann, NOW)).toBeUndefined();
  });
});

describe('a try', () => {
  it('may be made at first, and again by the same person after a minute', ({ expect }) => {
    expect(waitBeforeTry(NO_PROOFS, ann, NOW)).toBe(0);
    expect(waitBeforeTry(triedBy(['ann', 10 * SECOND]), ann, NOW)).toBe(50 * SECOND);
    expect(waitBeforeTry(triedBy(['ann', MINUTE]), ann, NOW)).toBe(0);
    expect(waitBeforeTry(triedBy(['bob', 10 * SECOND]), ann, NOW)).toBe(0);
  });

  it('may be made five times an hour on a site, by whomever', ({ expect }) => {
    const five = triedBy(['a', 50 * MINUTE], ['b', 40 * MINUTE], ['c', 30 * MINUTE], ['d', 20 * MINUTE], ['e', MINUTE]);
    expect(waitBeforeTry(five, ann, NOW)).toBe(10 * MINUTE);
    expect(waitBeforeTry(five, ann, NOW + 10 * MINUTE)).toBe(0);
  });

  it('never comes sooner than the limits allow, however somebody tries', ({ expect }) => {
    const presses = fc.array(fc.record({ who: fc.constantFrom('ann', 'bob', 'cy'), after: fc.nat(20 * MINUTE) }), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(presses, (all) => {
        let now = NOW;
        let stored = NO_PROOFS;
        const made: { who: string; at: number }[] = [];
        for (const { who, after } of all) {
          now += after;
          if (waitBeforeTry(stored, person(who), now) > 0) continue;
          stored = withTry(stored, person(who), 'g', now);
          made.push({ who, at: now });
        }
        for (const { who, at } of made) {
          const within = made.filter((other) => other.at > at - HOUR && other.at <= at);
          expect(within.length).toBeLessThanOrEqual(5);
          expect(within.filter((other) => other.who === who && other.at > at - MINUTE)).toHaveLength(1);
        }
      }),
    );
  });

  it('names its group, which stays known until it is gone', ({ expect }) => {
    const stored = triedBy(['ann', 2 * HOUR], ['bob', 0]);
    expect(stored.openGroups.map(({ groupName }) => groupName)).toEqual(['g-ann', 'g-bob']);
    expect(withoutGroups(stored, ['g-ann']).openGroups.map(({ groupName }) => groupName)).toEqual(['g-bob']);
  });
});

describe('what is stored about people', () => {
  it('goes after the hour in which it counts', ({ expect }) => {
    const stored = withProof(triedBy(['ann', HOUR], ['bob', MINUTE]), ann, NOW - HOUR);
    expect(peopleIn(withoutOld(stored, NOW))).toEqual([bob]);
  });

  it('goes for those whose accounts are closed', ({ expect }) => {
    const stored = withProof(withProof(triedBy(['ann', MINUTE], ['bob', MINUTE]), ann, NOW), bob, NOW);
    expect(peopleIn(withoutPeople(stored, new Set([ann])))).toEqual([bob, bob]);
  });
});

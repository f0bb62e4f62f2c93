import { describe, expect, test } from 'vitest';

import type { LineVerdict } from '../../../../src/shared/groups/lists';
import {
  askedChanges,
  sortLines,
  UNDECIDED,
  unsettled,
  type ResolvedLine,
} from '../../../../static/space-settings/lists/decisions';
import { account } from '../../answers';

const ada = account('ada');
const ben = account('ben');

function line(
  number: number,
  outcome: LineVerdict,
  operation: 'addMember' | 'removeMember' = 'addMember',
): ResolvedLine {
  return { item: { number, line: number, kind: 'name', text: `Person ${String(number)}`, operation }, outcome };
}

describe('what a list asks for', () => {
  test('is whom it surely names; others only once somebody decided', () => {
    const sorted = sortLines([
      line(1, { is: 'found', accountId: ada }),
      line(2, { is: 'confirm', accountId: ben, how: 'suggested' }),
      line(3, { is: 'choose', accountIds: [account('cleo'), account('sam')] }),
      line(4, { is: 'none' }),
    ]);
    expect(askedChanges(sorted, UNDECIDED).people.map(({ accountId }) => accountId)).toEqual(['ada']);
    expect(unsettled(sorted, UNDECIDED)).toBe(3);
    const decided = { confirmed: new Set([2]), chosen: new Map([[3, account('sam')]]) };
    expect(askedChanges(sorted, decided).people).toEqual([
      { line: 1, accountId: 'ada', operation: 'addMember' },
      { line: 2, accountId: 'ben', operation: 'addMember' },
      { line: 3, accountId: 'sam', operation: 'addMember' },
    ]);
    expect(unsettled(sorted, decided)).toBe(1);
  });

  test('names everybody once', () => {
    const sorted = sortLines([1, 2].map((number) => line(number, { is: 'found', accountId: ada })));
    expect(askedChanges(sorted, UNDECIDED)).toMatchObject({ people: [{ line: 1 }], repeated: 1, contradictory: 0 });
  });

  test('leaves alone whoever is to be added and to be removed', () => {
    const sorted = sortLines([
      line(1, { is: 'found', accountId: ada }),
      line(2, { is: 'found', accountId: ada }, 'removeMember'),
      line(3, { is: 'found', accountId: ben }),
    ]);
    expect(askedChanges(sorted, UNDECIDED)).toMatchObject({ people: [{ accountId: 'ben' }], contradictory: 1 });
  });

  test('removes people who could not be added', () => {
    const verdict = { is: 'cantBeAdded', accountId: ada, why: 'ACCOUNT_NOT_ELIGIBLE' } as const;
    const sorted = sortLines([line(1, verdict), line(2, { ...verdict, accountId: ben }, 'removeMember')]);
    expect(sorted.cantBeAdded).toHaveLength(1);
    expect(askedChanges(sorted, UNDECIDED).people).toEqual([{ line: 2, accountId: 'ben', operation: 'removeMember' }]);
  });
});

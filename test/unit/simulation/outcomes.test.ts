// That what the app stores of its calls is what they did, whenever they do it, and that they do it once.
import { describe, expect, it } from 'vitest';

import { effectsHappenOnce } from '../../../simulation/oracle/invariants/effects-happen-once';
import { outcomesAreTrue } from '../../../simulation/oracle/invariants/outcomes-are-true';
import {
  ADDED,
  adding,
  ATTEMPT,
  GROUP,
  REFUSED,
  saidOf,
  SITE,
  stored,
  TO_STORAGE,
  type Happens,
} from './small-history';

describe('outcomes in the audit', () => {
  it.for<[string, Happens[]]>([
    ['a success that took effect', [ADDED, stored('succeeded')]],
    ['a failure that had none', [REFUSED, stored('failed', { code: 'ATLASSIAN_REFUSED' })]],
    ['of an attempt that the store didn’t take', [stored('failed', { code: 'NOT_ATTEMPTED' }, 'a9')]],
    ['nobody’s knowledge, whatever happened', [stored('unknown'), ADDED]],
  ])('may be %s', ([, happens]) => {
    expect(saidOf(outcomesAreTrue, [SITE, ...adding(), ...happens])).toEqual([]);
  });

  it.for<[string, Happens[], string]>([
    [
      'a success that wasn’t',
      [REFUSED, stored('succeeded')],
      "the audit says succeeded of addMember a1, and it didn't happen",
    ],
    ['a failure that was none', [ADDED, stored('failed')], 'the audit says failed of addMember a1, and it took effect'],
    [
      'a failure that took effect later',
      [stored('failed'), ADDED],
      'the audit says failed of addMember a1, and addUserToGroupByGroupId took effect later',
    ],
    [
      'a change that is told as none',
      [ADDED, stored('unchanged')],
      'the audit says unchanged of addMember a1, and it took effect',
    ],
    [
      'one that becomes another',
      [
        ADDED,
        { rows: [{ entity: 'audit-outcome', key: 'a1', was: { outcome: 'unknown' }, is: { outcome: 'succeeded' } }] },
      ],
      'the outcome of a1 was unknown and became succeeded',
    ],
    ['one of no attempt', [stored('unknown', {}, 'a9')], 'there is an outcome of a9, and no such attempt'],
    [
      'one of no attempt that says more than that it failed',
      [stored('unknown', { code: 'NOT_ATTEMPTED' }, 'a9')],
      'there is an outcome of a9, and no such attempt',
    ],
  ])('are never %s', ([, happens, what]) => {
    expect(saidOf(outcomesAreTrue, [SITE, ...adding(), ...happens])).toEqual([what]);
  });

  it('of people of one domain belong each to its own search, of which a failed one is made again', () => {
    const about = { method: 'GET', operationId: 'findUsers', body: undefined };
    const [first, second] = ['ada', 'bob'].map((name) => ({ ...about, path: `/x?query=${name}%40acme.example` }));
    const { groupId: _groupId, accountId: _accountId, ...attempt } = ATTEMPT;
    const finds = { ...attempt, action: 'findCustomer', domain: 'acme.example' };
    const happens: Happens[] = [
      { began: [{}], sent: [TO_STORAGE] },
      { rows: ['a1', 'a2'].map((key) => ({ key, is: finds })), sent: [first, second].map((one) => one ?? {}) },
      { performed: [{ call: 1 }], answered: [{ call: 1, status: 200 }] },
      { answered: [{ call: 2, status: 503 }] },
      { sent: [second ?? {}] },
      { performed: [{ call: 3 }] },
      stored('succeeded', {}, 'a2'),
    ];
    expect(saidOf(outcomesAreTrue, [SITE, ...happens])).toEqual([]);
  });

  it('of a removal say that they aren’t a member afterwards, not that they were', () => {
    const removes = {
      method: 'DELETE',
      operationId: 'removeMemberFromGroupByGroupId',
      path: '/x?groupId=g1&accountId=bob',
      body: undefined,
    };
    const removal = adding({ ...ATTEMPT, action: 'removeMember' }, removes);
    expect(
      saidOf(outcomesAreTrue, [SITE, ...removal, { performed: [{ call: 1, status: 204 }] }, stored('succeeded')]),
    ).toEqual([]);
    expect(saidOf(outcomesAreTrue, [SITE, ...removal, stored('succeeded')])).toHaveLength(1);
  });

  it('of a deletion without a call are of a group that is gone', () => {
    const deletion = adding({ ...ATTEMPT, action: 'deleteGroup', accountId: undefined }, TO_STORAGE);
    const gone: Happens = { changes: [{ what: 'group', groupId: 'g1', was: GROUP, is: undefined }] };
    expect(saidOf(outcomesAreTrue, [SITE, ...deletion, gone, stored('succeeded')])).toEqual([]);
    expect(saidOf(outcomesAreTrue, [SITE, ...deletion, stored('succeeded')])).toHaveLength(1);
  });

  it('of a creation name the group that it made', () => {
    const creates = { operationId: 'createGroup', path: '/wiki/rest/api/group', body: { name: 'demo-new' } };
    const creation = adding(
      { ...ATTEMPT, action: 'createGroup', groupId: undefined, groupName: 'demo-new', accountId: undefined },
      creates,
    );
    const made: Happens = {
      performed: [{ call: 1, status: 201, body: { id: 'g2' } }],
      changes: [{ what: 'group', groupId: 'g2', was: undefined, is: { ...GROUP, groupId: 'g2' }, call: 1 }],
    };
    expect(saidOf(outcomesAreTrue, [SITE, ...creation, made, stored('succeeded', { groupId: 'g2' })])).toEqual([]);
    expect(saidOf(outcomesAreTrue, [SITE, ...creation, made, stored('succeeded', { groupId: 'g3' })])).toEqual([
      "the outcome of a1 names g3, which it didn't make",
    ]);
  });
});

describe('lines of a list', () => {
  const part = { entity: 'run-part', key: 'r1#0', is: { runId: 'r1', content: { lines: [{ number: 4 }] } } };
  const line = { ...ATTEMPT, runId: 'r1' };

  function ends(outcome: string): NonNullable<Happens['rows']>[number] {
    const content = { part: 0, lines: { 0: { attempt: 1, lost: 0, outcome } } };
    return { entity: 'run-part-state', key: 'r1#0', is: { runId: 'r1', content } };
  }

  it('end as their attempts do in the audit', () => {
    const before = [SITE, { rows: [part] }, ...adding(line, {}, 'r1#4#1'), ADDED];
    const outcome = { entity: 'audit-outcome', key: 'r1#4#1', is: { at: '', outcome: 'succeeded' } };
    expect(saidOf(outcomesAreTrue, [...before, { rows: [outcome, ends('succeeded')] }])).toEqual([]);
    expect(saidOf(outcomesAreTrue, [...before, { rows: [ends('left')] }])).toEqual([]);
    expect(saidOf(outcomesAreTrue, [...before, { rows: [outcome, ends('unknown')] }])).toEqual([
      'a line ended as unknown, and its attempt r1#4#1 as succeeded',
    ]);
    expect(saidOf(outcomesAreTrue, [...before, { rows: [ends('succeeded')] }])).toHaveLength(1);
  });
});

describe('effects', () => {
  it('of one attempt are one', () => {
    const again: Happens = { sent: [{}] };
    const removed: Happens = { changes: [{ what: 'member', groupId: 'g1', accountId: 'bob', isMember: false }] };
    const second: Happens = {
      performed: [{ call: 2, status: 201 }],
      changes: [{ what: 'member', groupId: 'g1', accountId: 'bob', isMember: true, call: 2 }],
    };
    expect(
      saidOf(effectsHappenOnce, [SITE, ...adding(), again, ADDED, { performed: [{ call: 2, status: 400 }] }]),
    ).toEqual([]);
    expect(saidOf(effectsHappenOnce, [SITE, ...adding(), again, ADDED, removed, second])).toEqual([
      'the attempt a1 had two effects',
    ]);
  });
});

describe('attempts of a line', () => {
  function attempt(number: number, minutes: number, more: Happens['rows'] = []): Happens {
    const at = new Date(minutes * 60_000).toISOString();
    return { rows: [{ key: `r1#4#${number}`, is: { ...ATTEMPT, at, runId: 'r1' } }, ...more] };
  }

  function ends(number: number, outcome: string, code?: string) {
    return { entity: 'audit-outcome', key: `r1#4#${number}`, is: { at: '', outcome, code } };
  }

  it.for<[string, Happens[]]>([
    [
      'three minutes apart, as the first ends as unknown with the second',
      [attempt(1, 0), attempt(2, 3, [ends(1, 'unknown')])],
    ],
    [
      'as many as weren’t sent',
      [
        attempt(1, 0),
        { rows: [ends(1, 'failed', 'RATE_LIMITED')] },
        attempt(2, 1),
        { rows: [ends(2, 'failed', 'NOT_ATTEMPTED')] },
        attempt(3, 1),
      ],
    ],
    [
      'one more where the second wasn’t sent',
      [
        attempt(1, 0),
        attempt(2, 3, [ends(1, 'unknown')]),
        { rows: [ends(2, 'failed', 'NOT_ATTEMPTED')] },
        attempt(3, 4),
      ],
    ],
  ])('may be %s', ([, happens]) => {
    expect(saidOf(effectsHappenOnce, happens)).toEqual([]);
  });

  it.for<[string, Happens[], string]>([
    ['sooner', [attempt(1, 0), attempt(2, 2)], 'too early after another one that may take effect'],
    ['three', [attempt(1, 0), attempt(2, 3), attempt(3, 6)], 'after two others that may have taken effect'],
    [
      'more once it has ended, though one in between wasn’t sent',
      [attempt(1, 0), attempt(2, 3, [ends(1, 'unknown')]), { rows: [ends(2, 'unknown')] }, attempt(3, 9)],
      'after its line had ended',
    ],
    [
      'more once it has ended',
      [attempt(1, 0), { rows: [ends(1, 'succeeded')] }, attempt(2, 9)],
      'after its line had ended',
    ],
  ])('are never %s', ([, happens, what]) => {
    expect(saidOf(effectsHappenOnce, happens).at(-1)).toBe(
      `the attempt r1#4#${happens.some((one) => one.rows?.[0]?.key === 'r1#4#3') ? 3 : 2} came ${what}`,
    );
  });
});

// What the app stores and answers: facts of memberships, rows with a version, bounds, and failures of a closed list.
import { describe, expect, it } from 'vitest';

import { answersAreTyped } from '../../../simulation/oracle/invariants/answers-are-typed';
import { attemptsEnd } from '../../../simulation/oracle/invariants/attempts-end';
import { bounded } from '../../../simulation/oracle/invariants/bounded';
import { factsMatch } from '../../../simulation/oracle/invariants/facts-match';
import { noChangeIsLost } from '../../../simulation/oracle/invariants/no-change-is-lost';
import { ADDED, adding, ATTEMPT, BOB, GROUP, saidOf, SITE, stored, TO_STORAGE, type Happens } from './small-history';

const EPOCH = '1970-01-01T00:00:00.000Z';

describe('facts of memberships', () => {
  const fact = { groupId: 'g1', accountId: 'bob', since: EPOCH, by: 'ada', attemptId: 'a1' };
  const added = [SITE, ...adding(), ADDED, stored('succeeded')];

  function said(happens: readonly Happens[], facts: Record<string, object>): string[] {
    return saidOf(factsMatch, happens, { 'membership-fact': facts });
  }

  it('stand for an addition that took effect, by whom and since when', () => {
    expect(said(added, { 'g1:bob': fact })).toEqual([]);
    expect(said(added, { 'g1:bob': { ...fact, by: 'closed-account' } })).toEqual([]);
  });

  it.for<[string, readonly Happens[], object, string]>([
    ['no attempt', added, { attemptId: 'a9' }, "names the attempt a9, which there isn't"],
    ['another membership', added, { accountId: 'eve' }, 'names the attempt a1, which is about something else'],
    [
      'nobody’s knowledge',
      [SITE, ...adding(), ADDED, stored('unknown')],
      {},
      'names the attempt a1, which ended as unknown',
    ],
    [
      'nothing that happened',
      [SITE, ...adding(), stored('succeeded')],
      {},
      'names the attempt a1, which had no effect',
    ],
    ['somebody else', added, { by: 'eve' }, 'says that eve added them, who is ada'],
    [
      'another time',
      added,
      { since: '1971-01-01T00:00:00.000Z' },
      "says since 1971-01-01T00:00:00.000Z, which isn't when the attempt a1 was made",
    ],
  ])('never stand for %s', ([, happens, more, what]) => {
    expect(said(happens, { 'g1:bob': { ...fact, ...more } })[0]).toBe(`the fact g1:bob ${what}`);
  });

  it('come back with an undo as they were', () => {
    const prior = { since: '1969-05-05T00:00:00.000Z', by: 'eve' };
    const removed: Happens = { rows: [{ key: 'a0', is: { ...ATTEMPT, action: 'removeMember' } }] };
    const undo = [
      SITE,
      removed,
      stored('succeeded', { prior }, 'a0'),
      ...adding({ ...ATTEMPT, undoes: 'a0' }),
      ADDED,
      stored('succeeded'),
    ];
    expect(said(undo, { 'g1:bob': { ...fact, ...prior } })).toEqual([]);
    expect(said(undo, { 'g1:bob': fact })).toHaveLength(1);
  });

  it('never stay where the app removed somebody later', () => {
    const left = { rows: [{ entity: 'membership-fact', key: 'g1:bob', is: fact }] };
    const removed: Happens[] = [
      { rows: [{ key: 'a2', is: { ...ATTEMPT, action: 'removeMember' } }] },
      stored('succeeded', {}, 'a2'),
    ];
    const what = 'the fact g1:bob is still there, though the attempt a2 removed them';
    expect(said([...added, left, ...removed], { 'g1:bob': fact })).toEqual([what]);
    // They were added again while they were removed, or the app says that it couldn't store it.
    expect(said([...added, ...removed, left], { 'g1:bob': fact })).toEqual([]);
    const told = { ...removed[1], logs: ['"membershipNotStored"'] };
    expect(said([...added, left, ...removed.slice(0, 1), told], { 'g1:bob': fact })).toEqual([]);
  });

  it('are missed where an addition surely happened', () => {
    expect(said(added, {})).toEqual(['nothing is known of the membership that the attempt a1 made']);
  });

  it.for<[string, Happens]>([
    [
      'they were removed since',
      {
        rows: [{ key: 'a2', is: { ...ATTEMPT, action: 'removeMember' } }],
        sent: [
          {
            method: 'DELETE',
            operationId: 'removeMemberFromGroupByGroupId',
            path: '/x?groupId=g1&accountId=bob',
            body: undefined,
          },
        ],
      },
    ],
    ['the group is gone', { changes: [{ what: 'group', groupId: 'g1', was: GROUP, is: undefined }] }],
    [
      'the account is closed',
      { changes: [{ what: 'account', accountId: 'bob', was: BOB, is: { ...BOB, status: 'closed' } }] },
    ],
    [
      'the group isn’t managed anymore',
      { rows: [{ entity: 'group-record', key: 'g1', was: { spaceId: '1' }, is: undefined }] },
    ],
  ])('aren’t missed where %s', ([, after]) => {
    expect(said([...added, after], {})).toEqual([]);
  });
});

describe('attempts', () => {
  const [began, sends] = adding();
  const HOUR = 3_600_000;

  it('end within a day, and an hour', () => {
    expect(saidOf(attemptsEnd, [began ?? {}, sends ?? {}, { at: 25 * HOUR }])).toEqual([]);
    expect(saidOf(attemptsEnd, [began ?? {}, sends ?? {}, { at: 26 * HOUR }])).toHaveLength(1);
    expect(saidOf(attemptsEnd, [began ?? {}, sends ?? {}, stored('unknown'), { at: 26 * HOUR }])).toEqual([]);
    // The store lost the attempt, the app said that it wasn't tried, and then the attempt arrived.
    const untried = stored('failed', { code: 'NOT_ATTEMPTED' });
    expect(saidOf(attemptsEnd, [began ?? {}, untried, sends ?? {}, { at: 26 * HOUR }])).toEqual([]);
    // Nobody looks at one that reaches the store when everything of its time was looked at.
    expect(saidOf(attemptsEnd, [began ?? {}, { ...sends, at: HOUR }, { at: 26 * HOUR }])).toEqual([]);
  });

  it('leave no event in the queue but of changes that wait', () => {
    const event = { queueName: 'runs', jobId: 'j', body: { runId: 'r1' }, dueAt: 0, retryCount: 0 };
    const [waits, done] = ['waiting', 'done'].map((state): Happens => ({
      rows: [{ entity: 'run', key: 'r1', is: { by: 'ada', place: '1', state } }],
    }));
    expect(saidOf(attemptsEnd, [waits ?? {}], {}, [event])).toEqual([]);
    expect(saidOf(attemptsEnd, [done ?? {}], {}, [event])).toEqual(['the event j waits, and its change r1 is done']);
  });
});

describe('rows with a version', () => {
  function replaced(entity: string, key: string, versions: [number, number]): Happens {
    const [was, is] = versions.map((version) => ({ version, content: {} }));
    return { rows: [{ entity, key, was, is }] };
  }

  it('are replaced by what was made from them, and by nothing else', () => {
    expect(saidOf(noChangeIsLost, [replaced('run-part-state', 'r1#0', [3, 4])])).toEqual([]);
    expect(saidOf(noChangeIsLost, [replaced('run-part-state', 'r1#0', [4, 4])])).toEqual([
      'the row run-part-state r1#0 had the version 4, and was replaced by 4',
    ]);
    expect(saidOf(noChangeIsLost, [replaced('setting', 'rules', [2, 1])])).toHaveLength(1);
    expect(saidOf(noChangeIsLost, [replaced('setting', 'last-seen', [1, 1])])).toEqual([]);
  });
});

describe('bounds', () => {
  function stores(entityName: string, ttl?: object): Happens {
    const item = { key: 'k', entityName, value: {}, ...(ttl && { options: { ttl } }) };
    return { sent: [{ ...TO_STORAGE, body: { set: [item] } }] };
  }

  it('are a time for all rows but settings, records and facts', () => {
    expect(saidOf(bounded, [stores('audit-entry', { value: 364, unit: 'DAYS' }), stores('setting')])).toEqual([]);
    expect(saidOf(bounded, [stores('run', { value: 31, unit: 'DAYS' })])).toEqual([
      'the row run k is kept for 31 days',
    ]);
    expect(saidOf(bounded, [stores('audit-outcome')])).toEqual(['the row audit-outcome k is kept for Infinity days']);
  });

  it('are a size of rows and a number of lines in the log', () => {
    const large = { entity: 'run-part', key: 'k', is: { text: 'x'.repeat(250 * 1024) } };
    expect(saidOf(bounded, [{ rows: [large] }])).toHaveLength(1);
    const lines = Array.from({ length: 70 }, () => 'line');
    expect(saidOf(bounded, [{ logs: lines }])).toEqual(['70 lines of 0 functions are in the log']);
    expect(saidOf(bounded, [{ began: [{}, {}], logs: lines }])).toEqual([]);
  });
});

describe('answers', () => {
  function answers(value: unknown, moduleKey = 'space-settings'): Happens[] {
    return [{ began: [{ moduleKey }] }, { ended: [{ invocation: 0, value }] }];
  }

  it.for<[string, Happens[]]>([
    ['a value', answers({ ok: true, value: {} })],
    ['a failure of the list', answers({ ok: false, error: { code: 'RATE_LIMITED', retryAfterSeconds: 1 } })],
    ['a problem', answers({ statusCode: 403, body: '{"code":"FORBIDDEN"}' }, 'find-customer-route')],
    ['a schedule’s', answers({ statusCode: 204 }, 'hourly-audit-settling')],
    [
      'a lost connection in the log',
      [{ logs: ['{"causeName":"TypeError","stack":"at lost (/sandbox/lost.ts:1:1)"}'] }],
    ],
  ])('may be %s', ([, happens]) => {
    expect(saidOf(answersAreTyped, happens)).toEqual([]);
  });

  it.for<[string, Happens[]]>([
    ['a failure of the code itself', answers({ ok: false, error: { code: 'INTERNAL' } })],
    ['nothing', answers(undefined)],
    ['a problem without a code', answers({ statusCode: 500, body: '' }, 'create-customer-route')],
    [
      'a broken line in the log',
      [{ logs: ['{"event":"broke","causeName":"TypeError","stack":"at take (/app/src/runs.ts:1:1)"}'] }],
    ],
  ])('are never %s', ([, happens]) => {
    expect(saidOf(answersAreTyped, happens)).toHaveLength(1);
  });
});

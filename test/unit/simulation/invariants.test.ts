// What the oracle says of a history in which something is wrong, and that it says nothing of one in which nothing is.
import { describe, expect, it } from 'vitest';

import { invalidChangesNothing } from '../../../simulation/oracle/invariants/invalid-changes-nothing';
import { nothingPersonal } from '../../../simulation/oracle/invariants/nothing-personal';
import { settles } from '../../../simulation/oracle/invariants/settles';
import { writesAreRecorded } from '../../../simulation/oracle/invariants/writes-are-recorded';
import { adding, ATTEMPT, BOB, saidOf, stored, TO_STORAGE, type Happens } from './small-history';

describe('privileged calls', () => {
  it('are in order after an attempt of the same function that names who asked, as whom, what and to whom', () => {
    expect(saidOf(writesAreRecorded, adding())).toEqual([]);
  });

  it('need none where they only read, or name nobody', () => {
    const reads = [{ method: 'GET', operationId: 'getGroups' }, { operationId: 'createBulkUserLookup' }];
    const as = { kind: 'caller', accountId: 'ada' } as const;
    const trial = { as, operationId: 'addUsersToOrganization', body: { accountIds: [] } };
    expect(saidOf(writesAreRecorded, [{ began: [{}], sent: [...reads, trial] }])).toEqual([]);
  });

  it.for<[string, Happens[]]>([
    ['no attempt', [{ began: [{}], sent: [{}] }]],
    ['a refusal', adding({ ...ATTEMPT, kind: 'refusal' })],
    ['an attempt about somebody else', adding({ ...ATTEMPT, accountId: 'eve' })],
    ['an attempt about another group', adding({ ...ATTEMPT, groupId: 'g2' })],
    ['an attempt of something else', adding({ ...ATTEMPT, action: 'removeMember' })],
    ['an attempt of another function', [...adding(ATTEMPT, TO_STORAGE), { began: [{}], sent: [{ invocation: 1 }] }]],
    ['an attempt that has ended before it was stored', [stored('failed', { code: 'NOT_ATTEMPTED' }), ...adding()]],
    ['an attempt that is stored later', [{ began: [{}], sent: [TO_STORAGE, {}] }, { rows: [{ is: ATTEMPT }] }]],
  ])('are found with %s', ([, happens]) => {
    expect(saidOf(writesAreRecorded, happens)).toEqual([
      'addUserToGroupByGroupId was sent without an attempt that names it',
    ]);
  });

  it.for<[string, object, string]>([
    ['caller', { caller: 'eve' }, 'the attempt a1 names eve as its caller, who is ada'],
    ['identity', { actedAs: 'eve' }, 'the attempt a1 names eve, and was made as boss'],
    ['space', { spaceId: '2' }, 'the attempt a1 is of the space 2, and was asked for in 1'],
  ])('are found with an attempt that names another %s', ([, more, what]) => {
    expect(saidOf(writesAreRecorded, adding({ ...ATTEMPT, ...more }))).toEqual([what]);
  });

  it('are asked for by the author of a list, where nobody is present', () => {
    const { caller: _caller, spaceId: _spaceId, ...ofAll } = ATTEMPT;
    const line = { ...ofAll, runId: 'r1', lineBy: 'ada', lineSpaceId: '1' };
    const [began, ...rest] = adding(line);
    const run = { entity: 'run', key: 'r1', is: { by: 'ada', place: '1', state: 'running' } };
    const queued = { ...began, began: [{ accountId: undefined, context: undefined }] };
    expect(saidOf(writesAreRecorded, [{ rows: [run] }, queued, ...rest])).toEqual([]);
    expect(saidOf(writesAreRecorded, [{ rows: [{ ...run, is: { by: 'eve' } }] }, queued, ...rest])).toEqual([
      'the attempt a1 names ada as its caller, who is eve',
    ]);
  });
});

describe('personal data', () => {
  const known: Happens = { changes: [{ what: 'account', accountId: 'bob', was: undefined, is: BOB }] };

  it('is found in rows and in logs', () => {
    const rows = [
      { entity: 'run', key: 'k', is: { text: 'of Bob Nowak' } },
      { entity: 'setting', key: 'k', is: { by: 'a.nowak@example.com' } },
    ];
    const logs = ['{"event":"x","to":"Bearer abc"}'];
    expect(saidOf(nothingPersonal, [known, { rows, logs }])).toEqual([
      'the row run k holds Bob Nowak',
      'the row setting k holds a.nowak@example.com',
      'the log holds Bearer abc',
    ]);
  });

  it('may be told, and a token may not', () => {
    function told(value: object): Happens[] {
      return [{ began: [{}] }, { ended: [{ invocation: 0, value }] }];
    }
    expect(saidOf(nothingPersonal, told({ ok: true, value: { email: 'bob@example.com' } }))).toEqual([]);
    expect(saidOf(nothingPersonal, told({ ok: true, value: { by: 'Bearer abc' } }))).toEqual([
      'the answer of addMembers holds a token',
    ]);
  });

  it('may stand in the reason of a membership only', () => {
    const rows = [{ entity: 'membership-fact', is: { reason: 'asked by bob@example.com', accountId: 'bob' } }];
    expect(saidOf(nothingPersonal, [known, { rows }])).toEqual([]);
  });
});

describe('what is refused as invalid', () => {
  const began: Happens = { began: [{}], sent: [TO_STORAGE, {}] };
  const ended: Happens = { ended: [{ invocation: 0, value: { ok: false, error: { code: 'INVALID_INPUT' } } }] };

  it('leaves everything as it was, but for the record of it', () => {
    expect(saidOf(invalidChangesNothing, [began, { rows: [{ is: ATTEMPT }] }, ended])).toEqual([]);
  });

  it('has stored nothing, and changed nobody', () => {
    const rows = [{ entity: 'setting', key: 'rules', is: {} }];
    const changes = [{ what: 'member', groupId: 'g1', accountId: 'bob', isMember: true, call: 1 }] as const;
    expect(saidOf(invalidChangesNothing, [began, { rows, changes }, ended])).toEqual([
      'addMembers was invalid, and changed setting rules, member',
    ]);
    const refused = { ok: false, error: { code: 'CONFLICT' } };
    const otherwise: Happens = { ended: [{ invocation: 0, value: refused }] };
    expect(saidOf(invalidChangesNothing, [began, { rows, changes }, otherwise])).toEqual([]);
  });
});

describe('what settles', () => {
  const began: Happens = { began: [{ moduleKey: 'runs', functionKey: 'carry-on-runs' }] };
  const ended: Happens = { ended: [{ invocation: 0, value: {} }] };

  it('are functions that ended, and runs that ended or wait for a person', () => {
    const run = {
      a: { state: 'done', content: {} },
      b: { state: 'waiting', content: { why: 'PAUSED' } },
      c: { state: 'planned', content: {} },
    };
    expect(saidOf(settles, [began, ended], { run })).toEqual([]);
  });

  it('is neither a function under way, nor a run that is, or waits for nobody', () => {
    const run = { a: { state: 'running', content: {} }, b: { state: 'waiting', content: { why: 'RATE_LIMITED' } } };
    expect(saidOf(settles, [began], { run })).toEqual([
      'runs carry-on-runs is still under way',
      'the run a is running, without a reason',
      'the run b is waiting, RATE_LIMITED',
    ]);
  });

  it.for([
    [5, ['only 5 hours passed: something goes on and on']],
    [72, []],
  ] as const)('after %i hours finds out if time stood still', ([hours, found]) => {
    const settling: Happens = { at: 0, draw: { kind: 'settle' } };
    expect(saidOf(settles, [settling, { at: hours * 3_600_000 }])).toEqual(found);
  });
});

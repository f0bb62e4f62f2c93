// What the oracle says of a history in which something is wrong, and that it says nothing of one in which nothing is.
import { describe, expect, it } from 'vitest';

import type { Call, History, Invocation, RowChange, Step } from '../../../simulation/oracle/history';
import type { Invariant } from '../../../simulation/oracle/invariant';
import { nothingPersonal } from '../../../simulation/oracle/invariants/nothing-personal';
import { settles } from '../../../simulation/oracle/invariants/settles';
import { writesAreRecorded } from '../../../simulation/oracle/invariants/writes-are-recorded';

const ADA = {
  accountId: 'ada',
  accountType: 'atlassian',
  status: 'active',
  email: 'ada@example.com',
  name: 'Ada Nowak',
  usesConfluence: true,
  usesJira: false,
  managesGroups: false,
};

/** A history with one step, in which all of it happened. */
function historyOf(
  happened: Partial<Pick<History, 'calls' | 'invocations' | 'rows' | 'logs'>>,
  stored: Record<string, Record<string, unknown>> = {},
): History {
  const { calls = [], invocations = [], rows = [], logs = [] } = happened;
  const step: Step = {
    number: 0,
    at: 0,
    draw: { kind: 'nothing' },
    began: [],
    ended: [],
    sent: calls,
    performed: [],
    answered: [],
    changes: [],
    rows,
    logs,
  };
  const now = { groups: new Map(), accounts: new Map([['ada', ADA]]), spaces: new Map() };
  return {
    seed: 0,
    beganAt: 0,
    steps: [step],
    invocations,
    calls,
    rows,
    logs,
    site: { now, changes: [] },
    stored: () => ({ plain: {}, secret: {}, entities: stored }),
    waiting: () => [],
  };
}

function said(invariant: Invariant, history: History): string[] {
  return history.steps.flatMap((step) => invariant.check(history, step)).map(({ what }) => what);
}

function aStep({ steps: [step] }: History): Step {
  if (step === undefined) throw new Error('A history has a step');
  return step;
}

function aCall(id: number, more: Partial<Call> = {}): Call {
  return {
    id,
    invocation: 0,
    kind: 'rest',
    as: { kind: 'impersonated', accountId: 'boss' },
    method: 'POST',
    path: '/wiki/rest/api/group/userByGroupId?groupId=g1',
    operationId: 'addUserToGroupByGroupId',
    body: { accountId: 'ada' },
    sentAt: 0,
    sentStep: 0,
    ...more,
  };
}

function aRow(call: number, is: object, entity = 'audit-entry'): RowChange {
  return { at: 0, step: 0, call, entity, key: 'k', was: undefined, is };
}

const STORES = aCall(0, { kind: 'kvs', as: { kind: 'none' }, operationId: 'transaction' });
const ATTEMPT = { kind: 'attempt', groupId: 'g1', accountId: 'ada' };

describe('privileged writes', () => {
  it('are in order after an attempt of the same run that names group and account', () => {
    expect(said(writesAreRecorded, historyOf({ calls: [STORES, aCall(1)], rows: [aRow(0, ATTEMPT)] }))).toEqual([]);
    const reads = [aCall(0, { method: 'GET' }), aCall(1, { operationId: 'createBulkUserLookup' })];
    expect(said(writesAreRecorded, historyOf({ calls: reads }))).toEqual([]);
  });

  it.for([
    ['no attempt', []],
    ['a refusal', [aRow(0, { ...ATTEMPT, kind: 'refusal' })]],
    ['an attempt about somebody else', [aRow(0, { ...ATTEMPT, accountId: 'bob' })]],
    ['an attempt about another group', [aRow(0, { ...ATTEMPT, groupId: 'g2' })]],
    ['an attempt of another run', [aRow(2, ATTEMPT)]],
  ] as const)('are found with %s', ([, rows]) => {
    const calls = [STORES, aCall(1), { ...STORES, id: 2, invocation: 1 }];
    expect(said(writesAreRecorded, historyOf({ calls, rows }))).toHaveLength(1);
  });
});

describe('personal data', () => {
  it('is found in rows and in logs', () => {
    const rows = [aRow(0, { text: 'of Ada Nowak' }, 'run'), aRow(0, { by: 'a.nowak@example.com' }, 'setting')];
    const logs = [{ at: 0, step: 0, text: '{"event":"x","to":"Bearer abc"}' }];
    expect(said(nothingPersonal, historyOf({ rows, logs }))).toEqual([
      'the row run k holds Ada Nowak',
      'the row setting k holds a.nowak@example.com',
      'the log holds Bearer abc',
    ]);
  });

  it('may stand in the reason of a membership only', () => {
    const rows = [aRow(0, { reason: 'asked by ada@example.com', accountId: 'ada' }, 'membership-fact')];
    expect(said(nothingPersonal, historyOf({ rows }))).toEqual([]);
  });
});

describe('what settles', () => {
  const invocation: Invocation = {
    id: 0,
    moduleKey: 'runs',
    functionKey: 'carry-on-runs',
    accountId: undefined,
    payload: {},
    context: undefined,
    beganAt: 0,
    beganStep: 0,
  };
  const ended = { ...invocation, end: { at: 0, step: 0, how: 'answered' as const, value: {} } };

  it('are functions that ended, and runs that ended or wait for a person', () => {
    const run = {
      a: { state: 'done', content: {} },
      b: { state: 'waiting', content: { why: 'PAUSED' } },
      c: { state: 'planned', content: {} },
    };
    expect(said(settles, historyOf({ invocations: [ended] }, { run }))).toEqual([]);
  });

  it.for([
    [5, ['only 5 hours passed: something goes on and on']],
    [72, []],
  ] as const)('after %i hours finds out if time stood still', ([hours, found]) => {
    const history = historyOf({});
    const first = { ...aStep(history), draw: { kind: 'settle' as const } };
    const last = { ...first, draw: { kind: 'nothing' as const }, at: hours * 3_600_000 };
    const settled = { ...history, steps: [first, last] };
    expect(settles.check(settled, last).map(({ what }) => what)).toEqual(found);
  });

  it('is neither a function under way, nor a run that is, or waits for nobody', () => {
    const run = { a: { state: 'running', content: {} }, b: { state: 'waiting', content: { why: 'RATE_LIMITED' } } };
    expect(said(settles, historyOf({ invocations: [invocation] }, { run }))).toEqual([
      'runs carry-on-runs is still under way',
      'the run a is running, without a reason',
      'the run b is waiting, RATE_LIMITED',
    ]);
  });
});

// That what people are told of the app's calls is what these did, whenever they do it, and what the audit holds.
import { describe, expect, it } from 'vitest';

import { outcomesAreTrue } from '../../../simulation/oracle/invariants/outcomes-are-true';
import { ADDED, adding, ATTEMPT, GROUP, REFUSED, saidOf, SITE, stored, type Happens } from './small-history';

function told(outcome: string, more: object = {}): Happens {
  const people = [{ accountId: 'bob', outcome, ...more }];
  return { ended: [{ invocation: 0, value: { ok: true, value: { people } } }] };
}

describe('what a page is told', () => {
  it.for<[string, Happens[]]>([
    ['who was added', [ADDED, stored('succeeded'), told('added', { attemptId: 'a1' })]],
    ['that nobody knows', [told('unknown'), ADDED, stored('unknown')]],
    ['what couldn’t be stored, which ends as unknown', [ADDED, told('added', { attemptId: 'a1' }), stored('unknown')]],
  ])('may be %s', ([, happens]) => {
    expect(saidOf(outcomesAreTrue, [SITE, ...adding(), ...happens])).toEqual([]);
  });

  it.for<[string, Happens[], string]>([
    [
      'that somebody was added who wasn’t',
      [REFUSED, told('added')],
      "addMembers (0) said added of bob, and it didn't happen",
    ],
    [
      'that it failed, before it takes effect',
      [told('failed'), ADDED],
      'addMembers (0) said failed of bob, and addUserToGroupByGroupId took effect later',
    ],
    [
      'other than what is stored',
      [ADDED, stored('succeeded'), told('unknown')],
      'unknown was told of the attempt a1, and the audit says succeeded',
    ],
  ])('is never %s', ([, happens, what]) => {
    expect(saidOf(outcomesAreTrue, [SITE, ...adding(), ...happens])).toEqual([what]);
  });

  it('of a failure says nothing of the write test that follows it', () => {
    const deletes = {
      operationId: 'removeGroupById',
      method: 'DELETE',
      path: '/wiki/rest/api/group/by-id?id=g1',
      body: {},
    };
    const check = { ...ATTEMPT, action: 'writeTestDelete', accountId: undefined };
    const gone: Happens = {
      performed: [{ call: 1, status: 200 }],
      changes: [{ what: 'group', groupId: 'g1', was: GROUP, is: undefined, call: 1 }],
    };
    const error = { code: 'PRIVILEGED_USER_UNAVAILABLE' };
    const failed: Happens = { ended: [{ invocation: 0, value: { ok: false, error } }] };
    expect(saidOf(outcomesAreTrue, [SITE, ...adding(check, deletes), gone, failed])).toEqual([]);
    expect(
      saidOf(outcomesAreTrue, [SITE, ...adding({ ...check, action: 'deleteGroup' }, deletes), gone, failed]),
    ).toEqual(['addMembers (0) said PRIVILEGED_USER_UNAVAILABLE, and it took effect']);
  });

  it('of a failure that changed nothing stays true', () => {
    function failed(error: object): Happens {
      return { ended: [{ invocation: 0, value: { ok: false, error } }] };
    }
    const said = 'addMembers (0) said UPSTREAM_UNAVAILABLE, and addUserToGroupByGroupId took effect later';
    const nothing = failed({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' });
    expect(saidOf(outcomesAreTrue, [SITE, ...adding(), nothing, ADDED])).toEqual([said]);
    expect(
      saidOf(outcomesAreTrue, [SITE, ...adding(), failed({ code: 'UPSTREAM_UNAVAILABLE', changed: 'unknown' }), ADDED]),
    ).toEqual([]);
  });
});

describe('what an agent is told', () => {
  const attempt = {
    ...ATTEMPT,
    action: 'createCustomer',
    groupId: undefined,
    accountId: undefined,
    domain: 'acme.example',
  };
  const creates = {
    operationId: 'createCustomer',
    path: '/rest/servicedeskapi/customer',
    body: { email: 'new@acme.example' },
  };
  const began = { functionKey: 'createCustomers', payload: { people: [{ email: 'new@acme.example' }] } };
  const created: Happens = {
    performed: [{ call: 1, status: 201 }],
    changes: [{ what: 'account', accountId: 'new', was: undefined, is: undefined, call: 1 }],
  };

  function says(outcome: string): Happens {
    const value = { people: [{ account: { outcome }, project: 'notWanted', organizations: [] }] };
    return { ended: [{ invocation: 0, value: { ok: true, value } }] };
  }

  function creating(...after: Happens[]): Happens[] {
    const [begins, sends] = adding(attempt, creates);
    return [SITE, { ...begins, began: [began] }, sends ?? {}, ...after];
  }

  it('is what happened, or that nobody knows', () => {
    expect(saidOf(outcomesAreTrue, creating(created, says('created')))).toEqual([]);
    expect(saidOf(outcomesAreTrue, creating(says('unknown'), created))).toEqual([]);
    expect(saidOf(outcomesAreTrue, creating(says('created')))).toHaveLength(1);
    expect(saidOf(outcomesAreTrue, creating(says('notTried'), created))).toHaveLength(1);
  });
});

describe('what an agent is told of the project', () => {
  const adds = {
    operationId: 'addCustomers',
    path: '/rest/servicedeskapi/servicedesk/1/customer',
    body: { accountIds: ['new'] },
  };
  const began = { functionKey: 'createCustomers', payload: { people: [{ email: 'new@acme.example' }] } };
  const [begins, sends] = adding({ ...ATTEMPT, action: 'addToProject', groupId: undefined, accountId: 'new' }, adds);

  function toProject(project: string, accountId: string | undefined, ...after: Happens[]): Happens[] {
    const account = { outcome: 'thereNow', ...(accountId !== undefined && { accountId }) };
    const value = { ok: true, value: { people: [{ account, project }] } };
    return [SITE, { ...begins, began: [began] }, sends ?? {}, ...after, { ended: [{ invocation: 0, value }] }];
  }

  it('is what happened, also of somebody whose account isn’t named', () => {
    const added: Happens = { performed: [{ call: 1, status: 204 }] };
    expect(saidOf(outcomesAreTrue, toProject('added', 'new', added))).toEqual([]);
    expect(saidOf(outcomesAreTrue, toProject('added', undefined, added))).toEqual([]);
    expect(saidOf(outcomesAreTrue, toProject('failed', undefined, added))).toEqual([]);
    expect(saidOf(outcomesAreTrue, toProject('failed', 'new', added))).toHaveLength(1);
    expect(saidOf(outcomesAreTrue, toProject('added', undefined))).toHaveLength(1);
  });
});

describe('what a script or a rule is told', () => {
  const attempt = {
    ...ATTEMPT,
    action: 'createCustomer',
    groupId: undefined,
    accountId: undefined,
    domain: 'acme.example',
  };
  const email = 'new@acme.example';
  const creates = { operationId: 'createCustomer', path: '/rest/servicedeskapi/customer', body: { email } };
  const request = { method: 'POST', headers: {}, body: JSON.stringify({ email }) };
  const said = JSON.stringify({ account: { outcome: 'created' }, project: 'notWanted' });
  const created: Happens = {
    performed: [{ call: 1, status: 201 }],
    changes: [{ what: 'account', accountId: 'new', was: undefined, is: undefined, call: 1 }],
  };

  it.for<[string, object, unknown]>([
    ['a script', { functionKey: 'post-customer', payload: request }, { statusCode: 201, body: said }],
    ['a rule', { functionKey: 'customer-action', payload: { email } }, { outcome: 'created', project: 'notWanted' }],
  ])('is what happened, for %s', ([, began, value]) => {
    const [begins, sends] = adding(attempt, creates);
    const before = [SITE, { ...begins, began: [began] }, sends ?? {}];
    const answered: Happens = { ended: [{ invocation: 0, value }] };
    expect(saidOf(outcomesAreTrue, [...before, created, answered])).toEqual([]);
    expect(saidOf(outcomesAreTrue, [...before, answered])).toHaveLength(1);
  });

  it('may be of an earlier request with the same key', () => {
    const repeated = { ...request, headers: { 'idempotency-key': ['k'] } };
    const began = [{ functionKey: 'post-customer', payload: repeated }];
    const answered: Happens = { ended: [{ invocation: 0, value: { statusCode: 201, body: said } }] };
    expect(saidOf(outcomesAreTrue, [{ began }, answered])).toEqual([]);
  });
});

describe('what a page is told of a list’s lines', () => {
  const line = { ...ATTEMPT, caller: undefined, runId: 'r1', lineBy: 'ada', lineSpaceId: '1' };
  const reads: Happens = { began: [{ functionKey: 'readChangeLines', payload: { changeId: 'r1' } }] };

  function shows(outcome: string): Happens {
    const lines = [{ accountId: 'bob', groupId: 'g1', operation: 'addMember', outcome }];
    return { ended: [{ invocation: 1, value: { ok: true, value: { lines } } }] };
  }

  it.for<[string, Happens[], number]>([
    ['a success that took effect', [ADDED, reads, shows('succeeded')], 0],
    ['one that is left', [reads, shows('left'), ADDED], 0],
    ['a success that didn’t', [reads, shows('succeeded')], 1],
    ['a refusal of what took effect', [ADDED, reads, shows('refused')], 1],
    ['a failure that takes effect later', [reads, shows('failed'), ADDED], 1],
  ])('is true of %s, or found', ([, happens, found]) => {
    expect(saidOf(outcomesAreTrue, [SITE, ...adding(line, {}, 'r1#1#1'), ...happens])).toHaveLength(found);
  });
});

// What must allow a call as somebody who isn't present, and how old it may be.
import { describe, expect, it } from 'vitest';

import { givenBySiteAdmins } from '../../../simulation/oracle/invariants/given-by-site-admins';
import { protectedGroups } from '../../../simulation/oracle/invariants/protected-groups';
import { rightsHold } from '../../../simulation/oracle/invariants/rights-hold';
import type { GroupState } from '../../../simulation/oracle/site-history';
import { ADDED, adding, ATTEMPT, BOB, GROUP, saidOf, SITE, SPACE, TO_STORAGE, type Happens } from './small-history';

const LONG_AGO = 10_001;

/** The function begins, and sends its call later, after what happened meanwhile. */
function addingAfter(meanwhile: Happens, sentAt: number, attempt: object = ATTEMPT): Happens[] {
  const [began, sends] = adding(attempt);
  return [SITE, { ...began, at: 5000 }, { at: 5000, ...meanwhile }, { ...sends, at: sentAt }];
}

const WITHDRAWN: [string, Happens, string][] = [
  ['the caller’s right', space({ ...SPACE, admins: new Set() }), "ada didn't administer the space 1"],
  ['the space', space({ ...SPACE, status: 'archived' }), "the space 1 wasn't current"],
  ['admin access', group({ ...GROUP, grants: ['admin'] }), 'the group g1 is protected: it gives admin access'],
  ['a listing', group({ ...GROUP, listedAs: ['site-admin'] }), 'the group g1 is protected: it gives admin access'],
  ['a product', group({ ...GROUP, grants: ['user'] }), 'the group g1 is protected: it gives access to a product'],
  ['a directory', group({ ...GROUP, managedBy: 'EXTERNAL' }), 'the group g1 is protected: it is managed elsewhere'],
  ['a name', group({ ...GROUP, name: 'jira-users' }), 'the group g1 is protected: its name is reserved'],
  ['the group', group(undefined), 'there was no group g1'],
  ['the account', account({ ...BOB, status: 'inactive' }), "bob isn't an active person"],
];

function space(is: typeof SPACE): Happens {
  return { changes: [{ what: 'space', spaceId: '1', was: SPACE, is }] };
}

function group(is: GroupState | undefined): Happens {
  return { changes: [{ what: 'group', groupId: 'g1', was: GROUP, is }] };
}

function account(is: typeof BOB): Happens {
  return { changes: [{ what: 'account', accountId: 'bob', was: BOB, is }] };
}

function setting(key: string, content: object): Happens {
  return { rows: [{ entity: 'setting', key, is: { version: 2, content } }] };
}

describe('what Atlassian says', () => {
  it.for(WITHDRAWN)('of %s may be five seconds old, and no older', ([, change, what]) => {
    expect(saidOf(rightsHold, addingAfter(change, 10_000))).toEqual([]);
    expect(saidOf(rightsHold, addingAfter(change, LONG_AGO))).toEqual([
      `addUserToGroupByGroupId was sent though ${what}`,
    ]);
  });

  it('of before a wait that Atlassian asked for counts no more', () => {
    const [began, sends] = adding();
    const asked = { performed: [{ call: 1, status: 429 }], answered: [{ call: 1, status: 429 }] };
    const again: Happens = { at: 3000, sent: [{}] };
    const withdrawn = space({ ...SPACE, admins: new Set() });
    const before = [SITE, { ...began, at: 1000 }, { ...sends, at: 1000 }, { at: 1500, ...withdrawn }];
    expect(saidOf(rightsHold, [...before, again])).toEqual([]);
    expect(saidOf(rightsHold, [...before, { at: 1600, ...asked }, again])).toEqual([
      "addUserToGroupByGroupId was sent though ada didn't administer the space 1",
    ]);
    // Whatever changes after the wait may have been read just before.
    const waited = [SITE, { ...began, at: 1000 }, { ...sends, at: 1000 }, { at: 1600, ...asked }];
    expect(saidOf(rightsHold, [...waited, { at: 2700, ...withdrawn }, again])).toEqual([]);
    expect(saidOf(rightsHold, [...waited, { at: 2500, ...withdrawn }, again])).toHaveLength(1);
  });

  it('counts only since the function began, however little time has passed', () => {
    expect(saidOf(rightsHold, [SITE, group({ ...GROUP, grants: ['admin'] }), { at: 1 }, ...adding()])).toHaveLength(1);
  });
});

describe('what the app stores', () => {
  it.for<[string, Happens, string]>([
    [
      'record',
      { rows: [{ entity: 'group-record', key: 'g1', is: { spaceId: '2' } }] },
      "though the group g1 didn't belong to the space 1",
    ],
    ['privileged user', setting('privileged-user', { current: { accountId: 'eve' } }), ''],
    [
      'block list',
      setting('rules', { blockList: ['demo-*'] }),
      'though the group g1 is protected: its name is on the block list',
    ],
  ])('of the %s may be ten writes old, and no older', ([, change, what]) => {
    const [began, sends] = adding();
    const nine = Array.from({ length: 9 }, () => ({}));
    const before = [SITE, began ?? {}, change];
    expect(saidOf(rightsHold, [...before, { ...sends, sent: [...nine, {}] }])).toEqual([]);
    const eleventh = saidOf(rightsHold, [
      SITE,
      began ?? {},
      { ...sends, sent: [...nine, {}] },
      change,
      { sent: [{}] },
      ...Array.from({ length: 9 }, () => ({ sent: [{}] })),
      { sent: [{}] },
    ]);
    expect(eleventh).toHaveLength(1);
    expect(eleventh[0]).toContain(what === '' ? "was made as boss, who isn't the privileged user" : what);
  });

  it('of the pause may be five seconds old, for reads as well', () => {
    const paused = setting('privileged-user', { current: { accountId: 'boss' }, paused: { by: 'ada' } });
    expect(saidOf(rightsHold, addingAfter(paused, 10_000))).toEqual([]);
    expect(saidOf(rightsHold, addingAfter(paused, LONG_AGO))).toEqual([
      'addUserToGroupByGroupId was sent while all changes were paused',
    ]);
    const reads = { began: [{}], sent: [{ method: 'GET', operationId: 'getGroups' }] };
    expect(saidOf(rightsHold, [SITE, paused, { at: 1 }, reads])).toEqual([
      'getGroups was sent while all changes were paused',
    ]);
  });
});

describe('whoever isn’t present', () => {
  const reads = {
    method: 'GET',
    operationId: 'getSpaceOperations',
    as: { kind: 'impersonated', accountId: 'ada' },
  } as const;
  const paused = setting('privileged-user', { paused: { by: 'eve' } });
  const run = { rows: [{ entity: 'run', key: 'r1', is: { by: 'ada', place: '1', state: 'running' } }] };

  it('proves their right themselves, also while changes are paused', () => {
    const began = [{ accountId: undefined, payload: { runId: 'r1' }, context: undefined }];
    expect(saidOf(rightsHold, [run, paused, { at: 9 }, { began, sent: [reads] }])).toEqual([]);
  });

  it('is the author of the list, and nobody else', () => {
    const began = [{ accountId: undefined, payload: { runId: 'r2' }, context: undefined }];
    expect(saidOf(rightsHold, [run, paused, { at: 9 }, { began, sent: [reads] }])).toHaveLength(1);
  });
});

describe('groups that are given to a space', () => {
  const HOUR = 3_600_000;
  const proof = setting('site-admin-proofs', { proofs: [{ accountId: 'ada', at: new Date(0).toISOString() }] });
  const adopted = { spaceId: '1', origin: 'adopted', deletable: false };

  function gives(at: number, is: object, was?: object): Happens[] {
    return [
      { at, began: [{}], sent: [TO_STORAGE] },
      { at, rows: [{ entity: 'group-record', key: 'g1', was, is }] },
    ];
  }

  it.for<[string, object, object | undefined]>([
    ['taken over', adopted, undefined],
    ['transferred', { ...adopted, spaceId: '2' }, adopted],
    ['made deletable', { ...adopted, deletable: true }, adopted],
  ])('are %s within an hour of the proof, and not later', ([, is, was]) => {
    expect(saidOf(givenBySiteAdmins, [proof, ...gives(HOUR, is, was)])).toEqual([]);
    expect(saidOf(givenBySiteAdmins, [proof, ...gives(HOUR + 1, is, was)])).toHaveLength(1);
    expect(saidOf(givenBySiteAdmins, gives(HOUR, is, was))).toHaveLength(1);
  });

  it('need no proof where the app created them', () => {
    expect(saidOf(givenBySiteAdmins, gives(0, { ...adopted, origin: 'created', deletable: true }))).toEqual([]);
  });

  it('are the author’s in the queue, whose proof is looked at with each batch', () => {
    const run = { rows: [{ entity: 'run', key: 'r1', is: { by: 'ada', place: 'site', state: 'running' } }] };
    const queued = { began: [{ accountId: undefined, payload: { runId: 'r1' } }] };
    function givesInQueue(at: number): Happens[] {
      const [begins, stores] = gives(at, adopted);
      return [proof, run, { ...begins, ...queued }, stores ?? {}];
    }
    expect(saidOf(givenBySiteAdmins, givesInQueue(HOUR + 5000))).toEqual([]);
    expect(saidOf(givenBySiteAdmins, givesInQueue(HOUR + 5001))).toHaveLength(1);
  });
});

describe('check groups', () => {
  const attempt = {
    ...ATTEMPT,
    action: 'writeTestCreate',
    spaceId: 'global',
    groupId: undefined,
    accountId: undefined,
  };
  function call(name: string) {
    return { operationId: 'createGroup', path: '/wiki/rest/api/group', body: { name } };
  }

  it('need no space, and nothing else does without', () => {
    const own = 'space-steward-check-0123abcd';
    expect(saidOf(rightsHold, [SITE, ...adding({ ...attempt, groupName: own }, call(own))])).toEqual([]);
    expect(saidOf(rightsHold, [SITE, ...adding({ ...attempt, groupName: 'demo' }, call('demo'))])).toEqual([
      'createGroup was sent without a space for demo',
    ]);
  });
});

describe('customers', () => {
  const attempt = {
    ...ATTEMPT,
    action: 'createCustomer',
    groupId: undefined,
    accountId: undefined,
    projectId: '7',
    domain: 'acme.example',
  };
  const creates = {
    operationId: 'createCustomer',
    path: '/rest/servicedeskapi/customer',
    body: { email: 'new@acme.example' },
  };
  const proves = { method: 'GET', operationId: 'getMyPermissions', as: { kind: 'caller', accountId: 'ada' } } as const;
  const agent = { permissions: { SERVICEDESK_AGENT: { havePermission: true } } };

  function creating(enabled: boolean, body: object, provedAt: number): Happens[] {
    const policy = setting('customer-policy:7', { enabled });
    const proved = { at: provedAt, performed: [{ call: 1, body }] };
    const sends = { at: 6000, performed: [{ call: 0 }], rows: [{ is: attempt }], sent: [creates] };
    return [SITE, policy, { began: [{}], sent: [TO_STORAGE, proves] }, proved, sends];
  }

  it('are created for an agent, as Jira has just said, where the policy allows it', () => {
    expect(saidOf(rightsHold, creating(true, agent, 1000))).toEqual([]);
  });

  it.for<[string, Happens[]]>([
    ['nobody who is an agent', creating(true, { permissions: {} }, 1000)],
    ['somebody who was one a while ago', creating(true, agent, 999)],
    ['an agent whose project has it turned off', creating(false, agent, 1000)],
  ])('aren’t for %s', ([, happens]) => {
    expect(saidOf(rightsHold, happens)).toHaveLength(1);
  });
});

describe('effects', () => {
  it('on a group that was protected all the while are found, and on one that became so later aren’t', () => {
    const protectedGroup = group({ ...GROUP, grants: ['site-admin'] });
    expect(saidOf(protectedGroups, [SITE, ...adding(), protectedGroup, ADDED])).toEqual([]);
    expect(saidOf(protectedGroups, [SITE, protectedGroup, { at: 3 }, ...adding(), ADDED])).toEqual([
      'addUserToGroupByGroupId: changed the group g1, though it gives admin access',
    ]);
  });

  it('on a membership of the privileged user are found', () => {
    const boss = setting('privileged-user', { current: { accountId: 'bob' } });
    expect(saidOf(protectedGroups, [SITE, boss, { at: 3 }, ...adding(), ADDED])).toEqual([
      "addUserToGroupByGroupId: changed the privileged user's membership of g1",
    ]);
  });
});

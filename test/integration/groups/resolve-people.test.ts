// The people of a list, found on a site: as whom each is searched for, what it shows, and what stays of it.
import { beforeEach, describe, expect, it } from 'vitest';

import type { LineVerdict, ListedPerson } from '../../../src/shared/groups/lists';
import { errorOf, openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
});

type Line = readonly [kind: ListedPerson['kind'], text: string];

function resolve(lines: readonly Line[], on = world) {
  const people = lines.map(([kind, text], index) => ({ line: index + 1, kind, text }));
  return on.asSpace('space-admin', 'DEMO', 'resolvePeople', { people });
}
async function verdictOn(...line: Line): Promise<LineVerdict | undefined> {
  return valueOf(await resolve([line])).people[0]?.verdict;
}
function letSearchInJira(): void {
  world.model.addMember(world.groupId('jira-software-users'), world.id('space-admin'));
}
function emailOf(handle: string): string {
  return world.model.accountOf(handle).email;
}
function operations() {
  return world.requests().map(({ operationId }) => String(operationId));
}

describe('emails', () => {
  it('are certain where they show, probable where they hide, and nobody’s without an account', async () => {
    letSearchInJira();
    world.model.showEmail(world.id('person-01'));
    const found = await resolve([
      ['email', emailOf('person-01').toUpperCase()],
      ['email', emailOf('person-02')],
      ['email', 'nobody@acme.example'],
    ]);
    expect(valueOf(found)).toEqual({
      people: [
        { line: 1, verdict: { is: 'found', accountId: world.id('person-01') } },
        { line: 2, verdict: { is: 'confirm', accountId: world.id('person-02'), how: 'probable' } },
        { line: 3, verdict: { is: 'none' } },
      ],
      emails: 'lookedUp',
    });
  });

  it('never lead to whoever is called so', async () => {
    letSearchInJira();
    world.model.accountOf('person-03').name = 'boss@acme.example';
    world.model.accountOf('person-04').name = 'Boss@acme.example (CEO)';
    expect(await verdictOn('email', 'boss@acme.example')).toEqual({ is: 'none' });
    expect(await verdictOn('name', 'boss@acme.example')).toEqual({ is: 'none' });
  });

  it('of portal-only customers and of the privileged user say that they can’t be added', async () => {
    letSearchInJira();
    expect(await verdictOn('email', emailOf('acme-customer'))).toEqual({
      is: 'cantBeAdded',
      accountId: world.id('acme-customer'),
      why: 'ACCOUNT_NOT_ELIGIBLE',
    });
    expect(await verdictOn('email', emailOf('site-admin'))).toEqual({
      is: 'cantBeAdded',
      accountId: world.id('site-admin'),
      why: 'PRIVILEGED_USER_NOT_ADDED',
    });
  });

  it('aren’t looked up for somebody who may not search people in Jira, and nobody else is asked in their place', async () => {
    const lines: Line[] = [
      ['email', emailOf('person-01')],
      ['name', 'Priya Raman'],
    ];
    expect(valueOf(await resolve(lines))).toEqual({
      people: [
        { line: 1, verdict: { is: 'notLookedUp' } },
        { line: 2, verdict: { is: 'confirm', accountId: world.id('space-admin'), how: 'suggested' } },
      ],
      emails: 'mayNotSearch',
    });
    expect(operations()).not.toContain('findUsers');
    expect(world.privilegedCalls()).toEqual([]);
  });

  it('nor for somebody who uses Jira without the right to browse users', async () => {
    letSearchInJira();
    world.model.revokeAccess(world.groupId('jira-software-users'), 'user-picker');
    expect(valueOf(await resolve([['email', emailOf('person-01')]])).emails).toBe('mayNotSearch');
    expect(operations()).not.toContain('findUsers');
  });

  it('aren’t looked up on a site without Jira, which isn’t called; names are', async () => {
    const alone = await openSandbox({}, { jira: 'absent' });
    await alone.configure();
    const lines: Line[] = [
      ['email', emailOf('person-01')],
      ['name', 'Priya Raman'],
    ];
    expect(valueOf(await resolve(lines, alone))).toEqual({
      people: [
        { line: 1, verdict: { is: 'notLookedUp' } },
        { line: 2, verdict: { is: 'confirm', accountId: alone.id('space-admin'), how: 'suggested' } },
      ],
      emails: 'jiraNotConnected',
    });
    expect(alone.requests().filter(({ path }) => path.startsWith('/rest/'))).toEqual([]);
  });
});

describe('names and account IDs', () => {
  it('of two people of one name are a choice, of a part of it too', async () => {
    world.model.accountOf('person-05').name = 'Zoe Quill';
    world.model.accountOf('person-06').name = 'Zoe Quillfeather';
    const accountIds = [world.id('person-05'), world.id('person-06')];
    expect(await verdictOn('name', 'Quill, Zoe')).toEqual({ is: 'choose', accountIds });
    expect(await verdictOn('name', 'zoe quillf')).toEqual({
      is: 'confirm',
      accountId: world.id('person-06'),
      how: 'suggested',
    });
  });

  it.each(['deactivated', 'app', 'customer'])('of %s can’t be added', async (handle) => {
    const accountId = world.id(handle);
    expect(await verdictOn('accountId', accountId)).toEqual({
      is: 'cantBeAdded',
      accountId,
      why: 'ACCOUNT_NOT_ELIGIBLE',
    });
  });
});

describe('whatever is asked', () => {
  const all: () => Line[] = () => [
    ['email', emailOf('person-01')],
    ['name', 'Nobody Knows'],
    ['accountId', world.id('person-02')],
  ];

  it('is asked as the caller alone, reads, and leaves nothing in storage or audit', async () => {
    letSearchInJira();
    const stored = JSON.stringify(world.forge.kvs.dump());
    valueOf(await resolve(all()));
    const rows = world.requests();
    const caller = { kind: 'user', accountId: world.id('space-admin'), impersonated: false };
    for (const { identity } of rows) expect(identity).toMatchObject(caller);
    expect(operations().toSorted()).toEqual([
      'createBulkUserLookup',
      'findUsers',
      'getMyPermissions',
      'getSpaceOperations',
      'getSpaces',
      'searchUser',
    ]);
    expect(JSON.stringify(world.forge.kvs.dump())).toBe(stored);
  });

  it('goes on where Jira puts a search off: the rest is found, and the answer says when to go on', async () => {
    letSearchInJira();
    world.faults.add({
      on: 'rest',
      operationId: 'findUsers',
      status: 429,
      headers: { 'retry-after': '40' },
      times: 60,
    });
    const emails = Array.from({ length: 8 }, (_, index): Line => ['email', emailOf(`person-0${String(index + 1)}`)]);
    const { people, stoppedBy } = valueOf(await resolve([...emails, ['name', 'Priya Raman']]));
    expect(people.map(({ verdict }) => verdict.is)).toEqual([...emails.map(() => 'notLookedUp'), 'confirm']);
    expect(stoppedBy).toEqual({ code: 'RATE_LIMITED', retryAfterSeconds: 40 });
    expect(operations().filter((operation) => operation === 'findUsers')).toHaveLength(5);
  });

  it('is refused for more than 25 lines, and for what isn’t what its line says', async () => {
    for (const lines of [
      Array.from({ length: 26 }, (): Line => ['name', 'Ann']),
      [['email', 'not an email']],
      [['accountId', 'bob&admin=true']],
      [['name', ' ']],
    ] as const) {
      expect(errorOf(await resolve(lines))).toMatchObject({ code: 'INVALID_INPUT' });
    }
    expect(world.requests()).toEqual([]);
  });
});

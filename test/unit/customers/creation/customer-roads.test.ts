// The roads for scripts: one request with an idempotency key, a lookup, and an automation rule.
import { describe, it } from 'vitest';

import { createAndComment } from '../../../../src/customers/creation/create-and-comment';
import { createOneCustomer } from '../../../../src/customers/creation/create-one-customer';
import { findCustomer } from '../../../../src/customers/lookup/find-customer';
import { answerLost, failureFrom, person, refusedByAtlassian } from '../../../support/ports/builders';
import { acme, aPolicy, globex } from '../../../support/ports/customers';
import { aWorld, type World } from '../../../support/ports/world';

const ADA = 'ada@example.com';
const KEY = 'key-12345678';

function post(world: World, more: object = {}) {
  return createOneCustomer(world.ports, world.inSup('api'), {
    email: ADA,
    displayName: 'Ada',
    organizationIds: [acme],
    idempotencyKey: KEY,
    ...more,
  });
}

describe('a repeated request', () => {
  it('with the same key and body gets the first answer, and asks nobody', async ({ expect }) => {
    const world = aWorld();
    const first = await post(world);
    world.journal.entries.length = 0;
    expect(await post(world)).toEqual(first);
    expect(first.account.outcome).toBe('created');
    expect(world.journal.lines('findAccount', 'createCustomer', 'addToProject', 'addToOrganization')).toEqual([]);
  });

  it('is told nothing any more once customers are switched off', async ({ expect }) => {
    const world = aWorld();
    await post(world);
    world.jiraState.policy = aPolicy({ enabled: false });
    expect(await failureFrom(post(world))).toEqual({ code: 'FORBIDDEN', reason: 'CUSTOMERS_OFF' });
  });

  it('with another body is refused', async ({ expect }) => {
    const world = aWorld();
    await post(world);
    for (const other of [{ email: 'bob@example.com' }, { displayName: 'Bob' }, { organizationIds: [] }]) {
      expect(await failureFrom(post(world, other))).toEqual({ code: 'CONFLICT', what: 'requestBody' });
    }
  });

  it('while the first one has no answer yet is told so', async ({ expect }) => {
    const world = aWorld();
    const { repeatedRequests } = world;
    world.ports.repeatedRequests = {
      ...repeatedRequests,
      begin: async (fingerprint, body) => {
        await repeatedRequests.begin(fingerprint, body);
        return repeatedRequests.begin(fingerprint, body);
      },
    };
    expect(await failureFrom(post(world))).toEqual({ code: 'CONFLICT', what: 'requestRunning' });
    expect(world.jiraState.accounts.size).toBe(0);
  });

  it('runs again if the first came to nothing that is final', async ({ expect }) => {
    const world = aWorld();
    world.journal.fail('createCustomer', refusedByAtlassian);
    expect((await post(world)).account).toMatchObject({ outcome: 'failed' });
    expect((await post(world)).account).toMatchObject({ outcome: 'created' });
  });

  it('runs again if a later step failed, and finds the account that is there', async ({ expect }) => {
    const world = aWorld();
    world.journal.fail('addToOrganization', answerLost);
    expect(await post(world)).toMatchObject({
      account: { outcome: 'thereNow' },
      organizations: [{ outcome: 'unknown' }],
    });
    expect(await post(world)).toMatchObject({ account: { outcome: 'existed' }, organizations: [{ outcome: 'added' }] });
  });

  it('runs again if the first broke', async ({ expect }) => {
    const world = aWorld();
    world.jiraState.policy = aPolicy({ enabled: false });
    expect(await failureFrom(post(world))).toMatchObject({ reason: 'CUSTOMERS_OFF' });
    world.jiraState.policy = aPolicy();
    expect((await post(world)).account.outcome).toBe('created');
  });

  it('keeps no email address that could be read', async ({ expect }) => {
    const world = aWorld();
    world.ports.digests = { of: (text) => String(text.length) };
    await post(world);
    expect(JSON.stringify([...world.jiraState.requests])).not.toContain('ada');
  });

  it('of another person is another one', async ({ expect }) => {
    const world = aWorld();
    await post(world);
    const other = { ...world.inSup('api'), caller: person('bob') };
    const request = { email: 'bob@example.com', organizationIds: [], idempotencyKey: KEY };
    expect((await createOneCustomer(world.ports, other, request)).account.outcome).toBe('created');
  });
});

describe('a lookup', () => {
  function look(world: World, email = ADA) {
    return findCustomer(world.ports, world.inSup('api'), { email });
  }
  const hidden = { code: 'NOT_FOUND', what: 'account' };

  it('answers what the caller can see', async ({ expect }) => {
    const world = aWorld();
    world.jiraState.accounts.set(ADA, { accountId: person('qm:1'), kind: 'customer', active: true });
    expect(await look(world)).toEqual({ accountId: 'qm:1', kind: 'customer' });
  });

  it('is the same for nobody, for somebody hidden, and for whom the policy does not allow', async ({ expect }) => {
    const world = aWorld();
    expect(await failureFrom(look(world))).toEqual(hidden);
    world.jiraState.accounts.set(ADA, { accountId: person('qm:1'), kind: 'customer', active: true, hidden: true });
    expect(await failureFrom(look(world))).toEqual(hidden);
    world.jiraState.accounts.set(ADA, { accountId: person('a'), kind: 'atlassian', active: true });
    expect(await failureFrom(look(world))).toEqual(hidden);
    world.jiraState.policy = aPolicy({ deniedDomains: ['example.com'] });
    expect(await failureFrom(look(world))).toEqual(hidden);
    expect(world.journal.lines('findCustomer', 'takeQuota')).toEqual([]);
  });
});

describe('an automation rule', () => {
  function rule(world: World, more: object = {}) {
    return createAndComment(world.ports, world.inSup('rule'), {
      issueKey: 'SUP-7',
      email: ADA,
      organizationId: acme,
      ...more,
    });
  }

  it('does nothing where rules are not switched on', async ({ expect }) => {
    expect(await failureFrom(rule(aWorld()))).toEqual({ code: 'FORBIDDEN', reason: 'RULES_OFF' });
  });

  it('creates, and writes what came of it into the work item, without the address', async ({ expect }) => {
    const world = aWorld();
    world.jiraState.policy = aPolicy({ rules: true });
    expect(await rule(world)).toMatchObject({ result: { account: { outcome: 'created' } }, commented: true });
    expect(world.jiraState.comments).toEqual([
      {
        issueKey: 'SUP-7',
        lines: [
          'Space Steward: Customer account created.',
          'Account: qm:1',
          'Customer of this project: added.',
          'Organization 1: added.',
        ],
      },
    ]);
    expect(world.auditLog.attempts.map(({ via }) => via)).toEqual(['rule', 'rule', 'rule', 'rule']);
  });

  it('has its own quota, which bounds all that it does, also for people who have an account', async ({ expect }) => {
    const world = aWorld();
    world.jiraState.policy = aPolicy({ rules: true, dailyByRules: 1 });
    world.jiraState.accounts.set(ADA, { accountId: person('qm:1'), kind: 'customer', active: true });
    expect((await rule(world)).result.account).toMatchObject({ outcome: 'existed' });
    expect((await rule(world)).result).toMatchObject({
      account: { outcome: 'notAllowed', rule: 'RULES_QUOTA_REACHED' },
      project: 'notTried',
    });
    expect(world.jiraState.comments[1]?.lines[0]).toContain('RULES_QUOTA_REACHED');
  });

  it('with a quota of nothing is off', async ({ expect }) => {
    const world = aWorld();
    world.jiraState.policy = aPolicy({ rules: true, dailyByRules: 0 });
    expect(await failureFrom(rule(world))).toEqual({ code: 'FORBIDDEN', reason: 'RULES_OFF' });
  });

  it('about a work item that its owner may not comment on does nothing', async ({ expect }) => {
    const world = aWorld();
    world.jiraState.policy = aPolicy({ rules: true });
    world.jiraState.seesIssues = false;
    expect(await failureFrom(rule(world))).toEqual({ code: 'NOT_FOUND', what: 'issue' });
    expect(world.jiraState.accounts.size).toBe(0);
  });

  it('whose comment was not answered does not know whether it is there', async ({ expect }) => {
    const world = aWorld();
    world.jiraState.policy = aPolicy({ rules: true });
    world.journal.failAfter('comment', answerLost);
    expect((await rule(world)).commented).toBe('unknown');
  });

  it('whose comment fails has still done what it did', async ({ expect }) => {
    const world = aWorld();
    world.jiraState.policy = aPolicy({ rules: true });
    world.journal.fail('comment', refusedByAtlassian);
    expect(await rule(world)).toMatchObject({ result: { account: { outcome: 'created' } }, commented: false });
  });

  it('takes an empty organization for none, and another project’s for not allowed', async ({ expect }) => {
    const world = aWorld();
    world.jiraState.policy = aPolicy({ rules: true });
    expect((await rule(world, { organizationId: '' })).result.organizations).toEqual([]);
    expect((await rule(world, { organizationId: globex, email: 'b@example.com' })).result.account).toMatchObject({
      rule: 'ORGANIZATION_NOT_ALLOWED',
    });
  });
});

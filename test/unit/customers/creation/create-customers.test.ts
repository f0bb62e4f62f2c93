import { describe, it } from 'vitest';

import { answerLost, fails, refusedByAtlassian } from '../../../support/ports/builders';
import { acme, aPolicy, supId } from '../../../support/ports/customers';
import { aWorld } from '../../../support/ports/world';
import { ADA, ada, knows, one, run } from './asking-for-customers';

describe('somebody who has no account', () => {
  it('gets one, as the privileged user, and their places', async ({ expect }) => {
    const world = aWorld();
    expect(await one(world)).toEqual({
      account: { outcome: 'created', accountId: ada, kind: 'customer' },
      project: 'added',
      organizations: [{ organizationId: acme, outcome: 'added' }],
    });
    expect(world.jiraState.customersOfProject).toEqual(new Set([ada]));
    expect(world.jiraState.members.get(acme)).toEqual(new Set([ada]));
  });

  it('is asked for as the caller first, and each step is recorded before it is taken', async ({ expect }) => {
    const world = aWorld();
    await one(world);
    expect(
      world.journal.lines('findAccount', 'takeQuota', 'attempt', 'createCustomer', 'addToProject', 'addToOrganization'),
    ).toEqual([
      'findAccount ada@example.com',
      'takeQuota page',
      'attempt createCustomer',
      'createCustomer ada@example.com as boss',
      'attempt findCustomer',
      // These two go side by side.
      'attempt addToProject qm:1, addToOrganization qm:1',
      'addToProject qm:1 as boss',
      'addToOrganization 1 qm:1',
    ]);
  });

  it('leaves no email address in the audit, but its domain', async ({ expect }) => {
    const world = aWorld();
    await one(world);
    expect(JSON.stringify([world.auditLog.attempts, [...world.auditLog.outcomes.values()]])).not.toContain('ada@');
    expect(world.auditLog.attempts[0]).toMatchObject({
      caller: 'ann',
      actedAs: 'boss',
      projectId: supId,
      domain: 'example.com',
      via: 'page',
    });
    expect(world.auditLog.attempts.find(({ action }) => action === 'addToOrganization')).not.toHaveProperty('actedAs');
    expect([...world.auditLog.outcomes.values()][0]).toMatchObject({ outcome: 'succeeded', accountId: ada });
  });

  it('is not added to the project where the policy does not want it', async ({ expect }) => {
    const world = aWorld();
    world.jiraState.policy = aPolicy({ addToProject: false });
    expect((await one(world))?.project).toBe('notWanted');
    expect(world.jiraState.customersOfProject.size).toBe(0);
  });
});

describe('asking again', () => {
  it('changes nothing: who is there is told and recorded as that', async ({ expect }) => {
    const world = aWorld();
    await one(world);
    const again = await one(world);
    expect(again).toEqual({
      account: { outcome: 'existed', accountId: ada, kind: 'customer' },
      project: 'alreadyThere',
      organizations: [{ organizationId: acme, outcome: 'alreadyThere' }],
    });
    expect(world.auditLog.lines().slice(-2)).toEqual([
      `addToProject ${ada} unchanged`,
      `addToOrganization ${ada} unchanged`,
    ]);
    expect(world.jiraState.accounts.size).toBe(1);
    expect(world.jiraState.taken.agent).toBe(1);
  });

  it('in one paste makes one account', async ({ expect }) => {
    const world = aWorld();
    const { people } = await run(world, [{ email: ADA }, { email: ` ${ADA.toUpperCase().replace('ADA@', 'ada@')}` }]);
    expect(people.map(({ account }) => account.outcome).toSorted()).toEqual(['created', 'existed']);
    expect(world.jiraState.accounts.size).toBe(1);
  });
});

describe('a conflict', () => {
  it('is settled by a look as the privileged user, recorded by itself', async ({ expect }) => {
    const world = aWorld();
    knows(world, { hidden: true });
    expect((await one(world))?.account).toEqual({ outcome: 'existed', accountId: ada, kind: 'customer' });
    expect(world.auditLog.lines()).toEqual([
      'createCustomer unchanged CONFLICT',
      'findCustomer succeeded',
      `addToProject ${ada} succeeded`,
      `addToOrganization ${ada} succeeded`,
    ]);
  });

  it('tells of an Atlassian account only that it is not allowed, where it is not', async ({ expect }) => {
    const world = aWorld();
    knows(world, { hidden: true, kind: 'atlassian' });
    expect(await one(world)).toEqual({
      account: { outcome: 'notAllowed', rule: 'EXISTING_ACCOUNT_NOT_ALLOWED' },
      project: 'notTried',
      organizations: [{ organizationId: acme, outcome: 'notTried' }],
    });
  });

  it('with an account that nobody is shown says so', async ({ expect }) => {
    const world = aWorld();
    world.ports.customerWriter = { ...world.customerWriter, create: async () => 'exists' };
    expect((await one(world))?.account).toEqual({ outcome: 'existsNotVisible' });
  });

  it('that a site calls 400 is found out', async ({ expect }) => {
    const world = aWorld();
    knows(world, { hidden: true });
    world.ports.customerWriter = { ...world.customerWriter, create: async () => 'rejected' };
    expect((await one(world))?.account).toMatchObject({ outcome: 'existed' });
    world.jiraState.accounts.clear();
    expect((await one(world))?.account).toEqual({ outcome: 'emailRejected' });
  });
});

describe('a creation that was surely not made', () => {
  it.for([
    ['Jira has had no time for it', { code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' }],
    ['Jira asks to wait for long', { code: 'RATE_LIMITED', retryAfterSeconds: 3600, changed: 'nothing' }],
    ['Jira refuses it', { code: 'ATLASSIAN_REFUSED', changed: 'nothing' }],
  ] as const)('costs nothing of the quota: %s', async ([_what, failure], { expect }) => {
    const world = aWorld();
    world.journal.fail('createCustomer', fails(failure));
    expect((await one(world))?.account).toMatchObject({ outcome: 'failed', code: failure.code });
    expect(world.jiraState.taken).toEqual({ agent: 0, rule: 0, site: 0 });
  });

  it('costs its part if nobody knows whether it was made', async ({ expect }) => {
    const world = aWorld();
    world.journal.fail('createCustomer', answerLost);
    await one(world);
    expect(world.jiraState.taken).toEqual({ agent: 1, rule: 0, site: 1 });
  });
});

describe('a lost answer', () => {
  it('after which there is an account: it is used, and nobody claims to have created it', async ({ expect }) => {
    const world = aWorld();
    world.journal.failAfter('createCustomer', answerLost);
    expect(await one(world)).toMatchObject({
      account: { outcome: 'thereNow', accountId: ada, kind: 'customer' },
      project: 'added',
    });
    expect(world.auditLog.lines().slice(0, 2)).toEqual(['createCustomer open', 'findCustomer succeeded']);
    expect(world.jiraState.accounts.size).toBe(1);
  });

  it.for([
    ['an Atlassian account', { kind: 'atlassian' }, 'EXISTING_ACCOUNT_NOT_ALLOWED'],
    ['somebody who was deactivated', { active: false }, 'ACCOUNT_NOT_ELIGIBLE'],
  ] as const)('behind which %s is found obeys the policy', async ([_what, more, rule], { expect }) => {
    const world = aWorld();
    knows(world, { hidden: true, ...more });
    world.journal.fail('createCustomer', answerLost);
    expect((await one(world))?.account).toEqual({ outcome: 'notAllowed', rule });
    expect(world.jiraState.customersOfProject.size).toBe(0);
  });

  it('after which there is none is not known, and stays open in the audit', async ({ expect }) => {
    const world = aWorld();
    world.journal.fail('createCustomer', answerLost);
    expect((await one(world))?.account).toEqual({ outcome: 'unknown' });
    expect(world.auditLog.lines()).toEqual(['createCustomer open', 'findCustomer succeeded NOT_FOUND']);
  });

  it('and a lookup that fails too are not known', async ({ expect }) => {
    const world = aWorld();
    world.journal.fail('createCustomer', answerLost);
    world.journal.fail('findCustomer', refusedByAtlassian);
    expect((await one(world))?.account).toEqual({ outcome: 'unknown' });
  });

  it('that could not be read is a creation, and has its own word if nobody is shown the account', async ({
    expect,
  }) => {
    const unread = fails({ code: 'UPSTREAM_CONTRACT', changed: 'unknown' });
    const world = aWorld();
    world.journal.failAfter('createCustomer', unread);
    expect((await one(world))?.account).toMatchObject({ outcome: 'created' });
    // Jira said that it created it: nothing is left to be settled.
    expect(world.auditLog.lines().slice(0, 2)).toEqual(['createCustomer succeeded', 'findCustomer succeeded']);
    const other = aWorld();
    other.journal.fail('createCustomer', unread);
    expect((await one(other))?.account).toEqual({ outcome: 'createdNotFound' });
    expect(other.auditLog.lines()).toEqual(['createCustomer succeeded', 'findCustomer succeeded NOT_FOUND']);
  });

  it('of a later step does not hide that there is an account, and does not tell whether it was there before', async ({
    expect,
  }) => {
    const world = aWorld();
    world.journal.failAfter('addToProject', answerLost);
    world.journal.fail('addToOrganization', refusedByAtlassian);
    expect(await one(world)).toEqual({
      account: { outcome: 'thereNow' },
      project: 'unknown',
      organizations: [{ organizationId: acme, outcome: 'refused' }],
    });
  });
});

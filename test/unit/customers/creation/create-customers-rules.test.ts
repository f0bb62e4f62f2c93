import { describe, it } from 'vitest';

import { auditDown, failureFrom, fails, rateLimited, refusedByAtlassian } from '../../../support/ports/builders';
import { aPolicy, globex, supId, supportTeam } from '../../../support/ports/customers';
import { aWorld } from '../../../support/ports/world';
import { ADA, knows, one, run } from './asking-for-customers';

describe('the rules', () => {
  it.for([
    ['not an address', aPolicy(), 'nobody', 'EMAIL_INVALID'],
    ['a line break', aPolicy(), 'ada@example.com\r\nBcc: x@example.com', 'EMAIL_INVALID'],
    ['a denied domain', aPolicy({ deniedDomains: ['example.com'] }), ADA, 'DOMAIN_DENIED'],
    ['a domain that is not listed', aPolicy({ allowedDomains: ['acme.com'] }), ADA, 'DOMAIN_NOT_ALLOWED'],
    ['a look-alike of a listed one', aPolicy({ allowedDomains: ['acme.com'] }), 'ada@аcme.com', 'DOMAIN_NOT_ALLOWED'],
  ] as const)('stop %s before Jira is asked anything', async ([_what, policy, email, rule], { expect }) => {
    const world = aWorld();
    world.jiraState.policy = policy;
    expect((await one(world, email, []))?.account).toEqual({ outcome: 'notAllowed', rule });
    expect(world.journal.lines('findAccount', 'takeQuota', 'createCustomer', 'findCustomer')).toEqual([]);
    expect(world.auditLog.refusals).toMatchObject([{ action: 'createCustomer', reason: rule, projectId: supId }]);
    expect(JSON.stringify(world.auditLog.refusals)).not.toContain('ada');
  });

  it('are read again after each five people, however fast those were', async ({ expect }) => {
    const world = aWorld();
    world.journal.before('createCustomer', () => {
      world.jiraState.agent = false;
    });
    const { people } = await run(
      world,
      ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({ email: `${name}@example.com` })),
    );
    const made = people.map(({ account }) => account.outcome);
    expect(made).toEqual([...Array.from({ length: 5 }, () => 'created'), 'notTried']);
  });

  it('end before an account is created if they changed while Jira looked for it', async ({ expect }) => {
    const world = aWorld();
    world.journal.before('findAccount', () => {
      world.clock.advance(6000);
      world.jiraState.agent = false;
    });
    expect((await one(world))?.account).toEqual({ outcome: 'notTried', why: 'NOT_AGENT' });
    expect(world.journal.lines('createCustomer')).toEqual([]);
  });

  it('are read again after each wait that Jira asks for, however short', async ({ expect }) => {
    const world = aWorld();
    world.journal.fail('createCustomer', fails({ code: 'RATE_LIMITED', retryAfterSeconds: 1, changed: 'nothing' }));
    world.journal.before('createCustomer', () => {
      world.jiraState.agent = false;
    });
    expect((await one(world))?.account).toEqual({ outcome: 'notTried', why: 'NOT_AGENT' });
    expect(world.journal.lines('createCustomer')).toHaveLength(1);
  });

  it('that forbid to look for a new account leave it not confirmed, and say why', async ({ expect }) => {
    const world = aWorld();
    world.journal.before('createCustomer', () => {
      world.clock.advance(6000);
      world.jiraState.policy = aPolicy({ deniedDomains: ['example.com'] });
    });
    expect((await one(world))?.account).toEqual({ outcome: 'notConfirmed', code: 'DOMAIN_DENIED' });
  });

  it('are on record before it is looked at why Jira refused somebody else', async ({ expect }) => {
    const world = aWorld();
    const broken = new Error('broken');
    world.journal.fail('createCustomer', refusedByAtlassian);
    world.journal.before('createCustomer', () => {
      world.clock.advance(60_000);
      world.journal.fail('read isJiraAdmin', broken);
    });
    expect(await failureFrom(run(world, [{ email: 'x' }, { email: ADA }]))).toBe(broken);
    expect(world.auditLog.refusals).toMatchObject([{ reason: 'EMAIL_INVALID' }]);
  });

  it('stop a name that would make two lines of one', async ({ expect }) => {
    const { people } = await run(aWorld(), [{ email: ADA, displayName: 'Ada\nBcc: x' }]);
    expect(people[0]?.account).toEqual({ outcome: 'notAllowed', rule: 'NAME_INVALID' });
  });

  it('stop an organization of another project', async ({ expect }) => {
    expect((await one(aWorld(), ADA, [globex]))?.account).toMatchObject({ rule: 'ORGANIZATION_NOT_ALLOWED' });
  });

  it('stop one person and nobody else', async ({ expect }) => {
    const { people } = await run(aWorld(), [{ email: 'x' }, { email: ADA }, { email: 'y@' }]);
    expect(people.map(({ account }) => account.outcome)).toEqual(['notAllowed', 'created', 'notAllowed']);
  });
});

describe('the quota', () => {
  it('is used by new accounts alone, and stops those who come after', async ({ expect }) => {
    const world = aWorld();
    world.jiraState.policy = aPolicy({ dailyPerAgent: 2 });
    knows(world);
    const people = [ADA, 'b@example.com', 'c@example.com', 'd@example.com'].map((email) => ({ email }));
    const { people: results, quota } = await run(world, people);
    expect(results.map(({ account }) => ('rule' in account ? account.rule : account.outcome))).toEqual([
      'existed',
      'created',
      'created',
      'AGENT_QUOTA_REACHED',
    ]);
    expect(quota).toMatchObject({ daily: 2, usedToday: 2, left: 0, limitedBy: 'agent' });
  });

  it.for([
    ['asks to wait', rateLimited],
    ['refuses the privileged user', refusedByAtlassian],
  ] as const)('is given back if Atlassian %s, which tells nothing of anybody', async ([_what, thrown], { expect }) => {
    const world = aWorld();
    world.journal.fail('createCustomer', thrown);
    await one(world);
    expect(world.jiraState.taken).toEqual({ agent: 0, rule: 0, site: 0 });
  });

  it('of the site stops every agent', async ({ expect }) => {
    const world = aWorld();
    world.jiraState.dailyPerSite = 0;
    expect((await one(world))?.account).toEqual({ outcome: 'notAllowed', rule: 'SITE_QUOTA_REACHED' });
  });

  it('is spent by a conflict too, so that nobody can ask who has an account as often as they like', async ({
    expect,
  }) => {
    const world = aWorld();
    knows(world, { hidden: true });
    world.jiraState.policy = aPolicy({ dailyPerAgent: 1 });
    expect((await one(world))?.account).toMatchObject({ outcome: 'existed' });
    expect((await one(world))?.account).toEqual({ outcome: 'notAllowed', rule: 'AGENT_QUOTA_REACHED' });
    expect(world.journal.lines('findCustomer')).toHaveLength(1);
  });
});

describe('a failure', () => {
  it('of the audit lets nothing happen', async ({ expect }) => {
    const world = aWorld();
    world.journal.fail('attempt', auditDown);
    expect((await one(world))?.account).toEqual({ outcome: 'failed', code: 'AUDIT_UNAVAILABLE' });
    expect(world.jiraState.accounts.size).toBe(0);
  });

  it('that asks to wait says how long', async ({ expect }) => {
    const world = aWorld();
    world.journal.fail('createCustomer', rateLimited);
    expect((await one(world))?.account).toEqual({ outcome: 'failed', code: 'RATE_LIMITED', retryAfterSeconds: 30 });
  });

  it('for lack of time tries nobody more', async ({ expect }) => {
    const world = aWorld();
    world.time.remainingMs = 1_000;
    expect((await one(world))?.account).toEqual({ outcome: 'notTried' });
    expect(world.journal.lines('findAccount')).toEqual([]);
  });

  it('of the privileged user has their right looked at again', async ({ expect }) => {
    const world = aWorld();
    await one(world, 'b@example.com');
    world.clock.advance(61_000);
    world.jiraState.jiraAdmins.clear();
    world.journal.fail('createCustomer', refusedByAtlassian);
    expect((await one(world))?.account).toEqual({ outcome: 'failed', code: 'ATLASSIAN_REFUSED' });
    expect(world.jiraState.observation?.outcome).toBe('lacksRight');
    expect(await failureFrom(one(world))).toEqual({ code: 'FORBIDDEN', reason: 'JIRA_RIGHT_MISSING' });
  });
});

describe('before anybody is looked at', () => {
  it('the project must be switched on', async ({ expect }) => {
    const world = aWorld();
    world.jiraState.policy = aPolicy({ enabled: false });
    expect(await failureFrom(one(world))).toEqual({ code: 'FORBIDDEN', reason: 'CUSTOMERS_OFF' });
    expect(world.journal.lines('findAccount', 'createCustomer')).toEqual([]);
  });

  it('the caller must be in a named group, where groups are named', async ({ expect }) => {
    const world = aWorld();
    world.jiraState.policy = aPolicy({
      creators: { kind: 'groups', groups: [{ groupId: supportTeam, name: 'support-team' }] },
    });
    expect(await failureFrom(one(world))).toEqual({ code: 'FORBIDDEN', reason: 'NOT_IN_CUSTOMER_GROUP' });
    world.jiraState.callerGroups.add(supportTeam);
    expect((await one(world))?.account.outcome).toBe('created');
  });

  it('somebody must be the privileged user', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.privilegedUser = {};
    expect(await failureFrom(one(world))).toMatchObject({
      code: 'PRIVILEGED_USER_UNAVAILABLE',
      cause: 'notConfigured',
    });
  });
});

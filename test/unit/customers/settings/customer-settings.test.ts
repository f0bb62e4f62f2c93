import { describe, it } from 'vitest';

import { openCustomers } from '../../../../src/customers/creation/open-customers';
import { checkJiraRight } from '../../../../src/customers/jira-right/check-jira-right';
import { previewCustomers } from '../../../../src/customers/lookup/preview-customers';
import { saveSiteQuota } from '../../../../src/customers/quota/save-site-quota';
import { openCustomerSettings } from '../../../../src/customers/settings/open-customer-settings';
import { readCustomerPolicy } from '../../../../src/customers/settings/read-customer-policy';
import { saveCustomerPolicy } from '../../../../src/customers/settings/save-customer-policy';
import { ProjectId } from '../../../../src/shared/ids';
import { ann, boss, failureFrom, person, proved } from '../../../support/ports/builders';
import { acme, aPolicy, supId, supportTeam } from '../../../support/ports/customers';
import { aWorld } from '../../../support/ports/world';
import { run } from '../creation/asking-for-customers';

const me = proved(ann);

describe('the privileged user’s right in Jira', () => {
  it('is looked at once, and known from then on', async ({ expect }) => {
    const world = aWorld();
    const { right } = await openCustomerSettings(world.ports, me, {});
    expect(right).toMatchObject({ name: 'works', accountId: boss });
    await openCustomerSettings(world.ports, me, {});
    expect(world.journal.lines('read isJiraAdmin')).toHaveLength(1);
  });

  it('is looked at again when somebody asks', async ({ expect }) => {
    const world = aWorld();
    await openCustomerSettings(world.ports, me, {});
    world.jiraState.jiraAdmins.clear();
    expect(await checkJiraRight(world.ports)).toMatchObject({ name: 'lacksRight', accountId: boss });
  });

  it('that was missing is looked at again a minute later, when somebody needs it', async ({ expect }) => {
    const world = aWorld();
    world.jiraState.jiraAdmins.clear();
    expect((await openCustomers(world.ports, world.inSup())).off).toBe('jiraRight');
    world.jiraState.jiraAdmins.add(boss);
    expect((await openCustomers(world.ports, world.inSup())).off).toBe('jiraRight');
    world.clock.advance(60_000);
    expect((await openCustomers(world.ports, world.inSup())).off).toBeUndefined();
  });

  it('that could not be read is not checked, whatever was known', async ({ expect }) => {
    const world = aWorld();
    await openCustomerSettings(world.ports, me, {});
    world.ports.jiraRight = { isJiraAdmin: async () => ({ works: undefined }) };
    expect(await checkJiraRight(world.ports)).toMatchObject({ name: 'notChecked' });
  });

  it('does not need their right to change groups in Confluence', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.observation = {
      accountId: boss,
      at: '2026-11-21T09:00:00.000Z',
      checks: [{ name: 'writeTest', outcome: 'failed', cause: 'lacksPermission' }],
      leftoverCheckGroups: [],
    };
    expect((await openCustomerSettings(world.ports, me, {})).right).toMatchObject({ name: 'works' });
  });

  it('is not asked for where nobody is chosen', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.privilegedUser = {};
    expect((await openCustomerSettings(world.ports, me, {})).right).toEqual({
      name: 'unavailable',
      cause: 'notConfigured',
    });
    expect(world.journal.lines('read isJiraAdmin')).toEqual([]);
  });
});

describe('the policy of a project', () => {
  it('is stored with its domains as DNS knows them, and recorded', async ({ expect }) => {
    const world = aWorld();
    const policy = aPolicy({ allowedDomains: ['müller.example', '*.acme.com'] });
    const view = await saveCustomerPolicy(world.ports, me, { projectId: supId, policy, version: 1 });
    expect(view.policy.allowedDomains).toEqual(['xn--mller-kva.example', '*.acme.com']);
    expect(view.version).toBe(2);
    expect(world.auditLog.attempts).toMatchObject([{ action: 'saveCustomerPolicy', caller: ann, projectId: supId }]);
  });

  it('with a line that is no domain is refused at that line, and changes nothing', async ({ expect }) => {
    const world = aWorld();
    const policy = aPolicy({ allowedDomains: ['acme.com'], deniedDomains: ['ok.example', '127.0.0.1'] });
    expect(await failureFrom(saveCustomerPolicy(world.ports, me, { projectId: supId, policy, version: 1 }))).toEqual({
      code: 'INVALID_INPUT',
      fields: [{ field: 'policy.deniedDomains.1', message: 'Enter a domain, such as example.com.' }],
    });
    expect(world.jiraState.policyVersion).toBe(1);
    expect(world.auditLog.attempts).toEqual([]);
  });

  it('names groups as Jira does, whatever the page calls them', async ({ expect }) => {
    const world = aWorld();
    const groups = [{ groupId: supportTeam, name: 'Security leads' }];
    function save(given: typeof groups) {
      return saveCustomerPolicy(world.ports, me, {
        projectId: supId,
        policy: aPolicy({ creators: { kind: 'groups', groups: given } }),
        version: world.jiraState.policyVersion,
      });
    }
    expect(await failureFrom(save(groups))).toEqual({
      code: 'INVALID_INPUT',
      fields: [
        { field: 'policy.creators.groups.0', message: 'Jira doesn’t have this group. Choose it from the list again.' },
      ],
    });
    expect((await save([{ groupId: supportTeam, name: 'support-team' }])).policy.creators).toMatchObject({
      groups: [{ name: 'support-team' }],
    });
  });

  it('that somebody else saved meanwhile is not overwritten', async ({ expect }) => {
    const world = aWorld();
    expect(
      await failureFrom(saveCustomerPolicy(world.ports, me, { projectId: supId, policy: aPolicy(), version: 0 })),
    ).toEqual({ code: 'CONFLICT', what: 'settings' });
  });

  it('of a project that is not there is not found', async ({ expect }) => {
    const world = aWorld();
    expect(await failureFrom(readCustomerPolicy(world.ports, me, { projectId: ProjectId.parse('9') }))).toEqual({
      code: 'NOT_FOUND',
      what: 'project',
    });
  });
});

describe('the site’s quota', () => {
  it('is stored and recorded', async ({ expect }) => {
    const world = aWorld();
    expect(await saveSiteQuota(world.ports, me, { dailyPerSite: 5, version: 1 })).toEqual({
      dailyPerSite: 5,
      usedToday: 0,
      resetsAt: '2026-11-22T00:00:00.000Z',
      version: 2,
    });
    expect(world.auditLog.lines()).toEqual(['saveSiteQuota succeeded']);
  });

  it('and the quotas of a project are shown with the end of the day, UTC', async ({ expect }) => {
    const { ports } = aWorld();
    const resetsAt = '2026-11-22T00:00:00.000Z';
    expect((await openCustomerSettings(ports, me, {})).site).toMatchObject({ usedToday: 0, resetsAt });
    expect(await readCustomerPolicy(ports, me, { projectId: supId })).toMatchObject({ usedByRulesToday: 0, resetsAt });
  });
});

describe('an agent who opens the page', () => {
  it('sees what they may do today', async ({ expect }) => {
    const world = aWorld();
    expect(await openCustomers(world.ports, world.inSup())).toMatchObject({
      organizations: [{ organizationId: acme }],
      organizationsFrom: 'ofProject',
      quota: { daily: 50, usedToday: 0, left: 50, limitedBy: 'agent' },
    });
  });

  it('is told why they may not', async ({ expect }) => {
    const world = aWorld();
    world.jiraState.jiraAdmins.clear();
    expect((await openCustomers(world.ports, world.inSup())).off).toBe('jiraRight');
    world.settings.stored.privilegedUser = {};
    expect((await openCustomers(world.ports, world.inSup())).off).toBe('privilegedUser');
    world.jiraState.policy = aPolicy({ enabled: false });
    const view = await openCustomers(world.ports, world.inSup());
    expect([view.off, view.organizations]).toEqual(['off', []]);
  });
});

describe('a preview', () => {
  function preview(world: ReturnType<typeof aWorld>, emails: string[]) {
    return previewCustomers(world.ports, world.inSup(), {
      people: emails.map((email) => ({ email })),
      organizationIds: [acme],
    });
  }

  it('says what would happen, asked as the caller alone', async ({ expect }) => {
    const world = aWorld();
    world.jiraState.policy = aPolicy({ dailyPerAgent: 1, deniedDomains: ['evil.example'] });
    world.jiraState.accounts.set('ada@example.com', { accountId: person('qm:1'), kind: 'customer', active: true });
    world.jiraState.accounts.set('eve@example.com', { accountId: person('e'), kind: 'atlassian', active: true });
    const emails = ['ada@example.com', 'eve@example.com', 'x', 'm@evil.example', 'n@a.example', 'o@a.example'];
    expect((await preview(world, emails)).people).toEqual([
      { outcome: 'exists', kind: 'customer' },
      { outcome: 'notAllowed', rule: 'EXISTING_ACCOUNT_NOT_ALLOWED' },
      { outcome: 'notAllowed', rule: 'EMAIL_INVALID' },
      { outcome: 'notAllowed', rule: 'DOMAIN_DENIED' },
      { outcome: 'willBeCreated' },
      { outcome: 'willBeCreated' },
    ]);
    expect(world.journal.lines('takeQuota', 'createCustomer', 'findCustomer', 'attempt')).toEqual([]);
  });

  it.for([
    ['the agent’s rest', { dailyPerAgent: 3 }, 10, { daily: 3, usedToday: 1, left: 2, limitedBy: 'agent' }],
    [
      'the site’s rest, if that is less',
      { dailyPerAgent: 3 },
      2,
      { daily: 3, usedToday: 1, left: 1, limitedBy: 'site' },
    ],
    [
      'nothing, if a limit was lowered',
      { dailyPerAgent: 0 },
      10,
      { daily: 0, usedToday: 1, left: 0, limitedBy: 'agent' },
    ],
  ] as const)(
    'says how many new accounts are left today, and until when: %s',
    async ([_what, policy, perSite, quota], { expect }) => {
      const world = aWorld();
      await run(world, [{ email: 'first@example.com' }]);
      world.jiraState.policy = aPolicy(policy);
      world.jiraState.dailyPerSite = perSite;
      expect((await preview(world, ['n@a.example'])).quota).toMatchObject(quota);
      expect(Date.parse((await preview(world, [])).quota.resetsAt) % 86_400_000).toBe(0);
    },
  );
});

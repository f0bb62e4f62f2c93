// How many customers an agent and a site may create in a day, held against the site.
import { beforeEach, describe, expect, it } from 'vitest';

import type { OrganizationId } from '../../../src/shared/ids';
import { openSandbox, valueOf, type World } from '../../support/integration';

const NEW = 'nadia.comer@acme.example';

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  await world.allowCustomers('SUP');
});

async function ask(emails: string[], organizationIds: OrganizationId[] = [], handle = 'agent', project = 'SUP') {
  const people = emails.map((email) => ({ email, displayName: 'Nadia Comer' }));
  return world.asAgent(handle, project, 'createCustomers', { people, organizationIds });
}
async function inOrder(emails: string[]) {
  return valueOf(await ask(emails)).people.map(({ account }) => ('rule' in account ? account.rule : account.outcome));
}
function people(count: number, word = 'newcomer') {
  return Array.from({ length: count }, (_, index) => `${word}-${String(index)}@acme.example`);
}
async function preview(emails: string[]) {
  const payload = { people: emails.map((email) => ({ email })), organizationIds: [] };
  return valueOf(await world.asAgent('agent', 'SUP', 'previewCustomers', payload)).people;
}

describe('quota', () => {
  it('of an agent: is told before, stops the rest of the people, and existing accounts cost nothing', async () => {
    await world.savePolicy('SUP', { dailyPerAgent: 2 });
    const emails = [...people(2), world.model.accountOf('acme-customer').email, 'one.too.many@acme.example'];
    expect((await preview(emails)).map((one) => one.outcome)).toEqual([
      'willBeCreated',
      'willBeCreated',
      'exists',
      'willBeCreated',
    ]);
    expect(await inOrder(emails)).toEqual(['created', 'created', 'existed', 'AGENT_QUOTA_REACHED']);
    const { quota } = valueOf(await world.asAgent('agent', 'SUP', 'openCustomers', {}));
    expect(quota).toMatchObject({ daily: 2, usedToday: 2, left: 0, limitedBy: 'agent' });
  });

  it('of an agent counts for that agent alone', async () => {
    await world.savePolicy('SUP', { dailyPerAgent: 1 });
    expect(await inOrder(people(2))).toEqual(['created', 'AGENT_QUOTA_REACHED']);
    expect(valueOf(await ask(['another.one@acme.example'], [], 'site-admin')).people).toMatchObject([
      { account: { outcome: 'created' } },
    ]);
  });

  it('of the site holds for all projects together', async () => {
    await world.allowCustomers('PRIV');
    const { site } = valueOf(await world.asJiraAdmin('site-admin', 'openCustomerSettings', {}));
    valueOf(await world.asJiraAdmin('site-admin', 'saveSiteQuota', { dailyPerSite: 1, version: site.version }));
    expect(await inOrder([NEW])).toEqual(['created']);
    expect(valueOf(await ask(['another.one@acme.example'], [], 'priv-agent', 'PRIV')).people).toMatchObject([
      { account: { outcome: 'notAllowed', rule: 'SITE_QUOTA_REACHED' } },
    ]);
  });

  it('begins anew at midnight UTC', async () => {
    await world.savePolicy('SUP', { dailyPerAgent: 1 });
    world.advance(Date.parse('2026-11-21T23:59:59.000Z') - Date.now());
    expect(await inOrder(people(2, 'before'))).toEqual(['created', 'AGENT_QUOTA_REACHED']);
    world.advance(1000);
    expect(new Date().toISOString()).toBe('2026-11-22T00:00:00.000Z');
    expect(await inOrder(people(2, 'after'))).toEqual(['created', 'AGENT_QUOTA_REACHED']);
  });

  it('holds for agents who ask at the same time', async () => {
    const { site } = valueOf(await world.asJiraAdmin('site-admin', 'openCustomerSettings', {}));
    valueOf(await world.asJiraAdmin('site-admin', 'saveSiteQuota', { dailyPerSite: 3, version: site.version }));
    const answers = await Promise.all([
      ask(people(3, 'first'), [], 'agent'),
      ask(people(3, 'second'), [], 'site-admin'),
      ask(people(3, 'third'), [], 'agent'),
    ]);
    const outcomes = answers.flatMap((answer) => valueOf(answer).people.map(({ account }) => account.outcome));
    expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(3);
    expect([...world.model.accounts.values()].filter(({ email }) => /^(first|second|third)-/.test(email))).toHaveLength(
      3,
    );
    expect(valueOf(await world.asJiraAdmin('site-admin', 'openCustomerSettings', {})).site.usedToday).toBe(3);
  });
});

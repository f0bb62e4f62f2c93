// Rights and rules that change while twenty-five people are being created: five were under way, the rest is not tried and says why.
import { beforeEach, describe, expect, it } from 'vitest';

import { isPrivileged, openSandbox, valueOf, type World } from '../../support/integration';

const PEOPLE = Array.from({ length: 25 }, (_, index) => ({ email: `newcomer-${String(index)}@acme.example` }));

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  await world.allowCustomers('SUP', { dailyPerAgent: 100 });
});

/** Something happens right after Jira created the first of them. */
function after(change: () => void | Promise<void>) {
  let isDone = false;
  world.onSite(async (request, _identity, pass) => {
    const response = await pass();
    if (!isDone && /\/servicedeskapi\/customer\b/.test(request.url)) {
      isDone = true;
      await change();
    }
    return response;
  });
}
async function create() {
  return valueOf(
    await world.asAgent('agent', 'SUP', 'createCustomers', { people: PEOPLE, organizationIds: [] }),
  ).people.map(({ account }) => account);
}
function made() {
  return PEOPLE.filter(({ email }) => world.customer(email) !== undefined).length;
}
function policy() {
  return { projectId: world.projectId('SUP') };
}

describe('in the middle of a request', () => {
  it.each<[string, string, () => void | Promise<void>]>([
    [
      'the agent’s right is withdrawn',
      'NOT_AGENT',
      () => world.model.removeFromProject('SUP', 'agents', world.id('agent')),
    ],
    [
      'a Jira administrator turns customers off',
      'CUSTOMERS_OFF',
      async () => {
        const { policy: stored, version } = valueOf(
          await world.asJiraAdmin('jira-admin', 'readCustomerPolicy', policy()),
        );
        const next = { ...policy(), policy: { ...stored, enabled: false }, version };
        valueOf(await world.asJiraAdmin('jira-admin', 'saveCustomerPolicy', next));
      },
    ],
    [
      'the privileged user is removed',
      'PRIVILEGED_USER_UNAVAILABLE',
      async () => {
        const { privilegedUser } = valueOf(await world.asGlobal('site-admin', 'openGlobalSettings', {}));
        valueOf(await world.asGlobal('site-admin', 'removePrivilegedUser', { version: privilegedUser?.version ?? 0 }));
      },
    ],
    [
      'the privileged user is no Jira administrator any more',
      'JIRA_RIGHT_MISSING',
      () => world.model.revokeAccess(world.groupId('site-admins'), 'jira-admin'),
    ],
  ])('%s', async (_what, why, change) => {
    world.model.addToProject('SUP', 'users', world.id('jira-admin'));
    after(change);
    const accounts = await create();
    // The first five are under way at once.
    expect(made()).toBe(5);
    expect(accounts.slice(5)).toEqual(Array.from({ length: 20 }, () => ({ outcome: 'notTried', why })));
    const privileged = world.requests().filter(isPrivileged);
    expect(privileged.filter(({ operationId }) => operationId === 'createCustomer')).toHaveLength(5);
  });

  it('a domain is denied: those who come after are refused by that rule', async () => {
    world.model.addToProject('SUP', 'users', world.id('jira-admin'));
    after(async () => {
      const { policy: stored, version } = valueOf(
        await world.asJiraAdmin('jira-admin', 'readCustomerPolicy', policy()),
      );
      const next = { ...policy(), policy: { ...stored, deniedDomains: ['acme.example'] }, version };
      valueOf(await world.asJiraAdmin('jira-admin', 'saveCustomerPolicy', next));
    });
    const accounts = await create();
    expect(made()).toBe(5);
    expect(accounts.slice(5)).toEqual(
      Array.from({ length: 20 }, () => ({ outcome: 'notAllowed', rule: 'DOMAIN_DENIED' })),
    );
  });

  it('nothing changes: everybody is created', async () => {
    expect((await create()).every(({ outcome }) => outcome === 'created')).toBe(true);
    expect(made()).toBe(25);
  });
});

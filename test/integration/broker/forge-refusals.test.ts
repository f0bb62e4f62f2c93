// What Forge's proxy refuses, in each shape that was seen, and what the app makes of it.
import { beforeEach, describe, expect, it } from 'vitest';

import { errorOf, openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
});

const WRITE = 'write:group:confluence';
function siteAdmin() {
  return world.id('site-admin');
}
async function create() {
  return world.asSpace('space-admin', 'DEMO', 'createGroup', { name: 'alpha' });
}
async function state() {
  return valueOf(await world.asGlobal('confluence-admin', 'openGlobalSettings', {})).privilegedUser?.state;
}
function unusable(cause: string) {
  return { code: 'PRIVILEGED_USER_UNAVAILABLE', cause, accountId: siteAdmin() };
}
const CONSENT_MISSING = { ok: false, error: { code: 'CONSENT_MISSING' } };

describe.each(['thrown', 'answered401', 'answered403'] as const)('a scope that awaits approval, %s', (shape) => {
  beforeEach(() => {
    world.forge.setScopeRefusals({ impersonated: shape, caller: shape, app: shape });
  });

  it('is told as that, and not as the app not being shared', async () => {
    world.forge.setUnapproved([WRITE]);
    expect(errorOf(await create())).toEqual(unusable('notApproved'));
    expect(await state()).toMatchObject({ name: 'notApproved' });
  });

  it('that only the caller needed makes nobody less than they are', async () => {
    world.forge.setUnapproved(['read:space:confluence']);
    const missing = { code: 'PRIVILEGED_USER_UNAVAILABLE', cause: 'notApproved' };
    expect(errorOf(await world.asSpace('space-admin', 'DEMO', 'openSpaceSettings', {}))).toEqual(missing);
  });

  it.each(['no', 'throws'] as const)(
    'is not known where the runtime tells no scopes (%s), and turns nobody unhealthy',
    async (told) => {
      world.forge.setPermissionsTold(told);
      world.forge.setUnapproved([WRITE]);
      expect(errorOf(await create())).toEqual(unusable('notKnown'));
      expect(await state()).toMatchObject({ name: 'healthy' });
    },
  );
});

it('a scope of organizations that awaits approval is not told as a right that the agent lacks', async () => {
  await world.allowCustomers('SUP');
  world.forge.setUnapproved(['write:organization.user:jira-service-management']);
  const order = { people: [{ email: 'nadia@acme.example' }], organizationIds: ['1'] };
  const { people } = valueOf(await world.asAgent('agent', 'SUP', 'createCustomers', order));
  expect(people).toMatchObject([{ organizations: [{ outcome: 'failed' }] }]);
});

describe('a privileged user for whom Forge won’t act', () => {
  it.each([
    ['as they never agreed', () => world.forge.setConsent(siteAdmin(), false)],
    ['as the app is not shared', () => world.forge.setShared(false)],
  ])('%s: one cause, found by a write and by the daily check', async (_why, trouble) => {
    trouble();
    expect(errorOf(await create())).toEqual(unusable('noAppAccess'));
    // Forge may refuse for a moment: it counts once it refuses again.
    world.advance(60_000);
    await world.runScheduled('daily-health-check');
    expect(await state()).toEqual({ name: 'unusable', accountId: siteAdmin(), cause: 'noAppAccess' });
  });

  it('is deactivated, where Confluence says so', async () => {
    world.model.setStatus(siteAdmin(), 'inactive');
    world.forge.setConsent(siteAdmin(), false);
    expect(errorOf(await create())).toEqual(unusable('deactivated'));
  });
});

describe('a caller who has not agreed that the app acts for them', () => {
  it('is told so by each page of Confluence, is not taken for somebody with fewer rights, and stays out of the audit', async () => {
    world.forge.setConsent(world.id('space-admin'), false);
    world.forge.setConsent(world.id('confluence-admin'), false);
    expect(await world.asSpace('space-admin', 'DEMO', 'openSpaceSettings', {})).toEqual(CONSENT_MISSING);
    expect(await create()).toEqual(CONSENT_MISSING);
    expect(await world.asGlobal('confluence-admin', 'openGlobalSettings', {})).toEqual(CONSENT_MISSING);
    expect(world.auditRows().filter(({ kind }) => kind === 'refusal')).toEqual([]);
    world.forge.setConsent(world.id('space-admin'), true);
    valueOf(await create());
  });

  describe('in Jira', () => {
    beforeEach(async () => {
      await world.allowCustomers('SUP', { rules: true });
      world.forge.setConsent(world.id('agent'), false);
      world.forge.setConsent(world.id('jira-admin'), false);
    });

    it('is told so by the pages, and not that they are no agent or no administrator', async () => {
      expect(await world.asAgent('agent', 'SUP', 'openCustomers', {})).toEqual(CONSENT_MISSING);
      expect(await world.asJiraAdmin('jira-admin', 'openCustomerSettings', {})).toEqual(CONSENT_MISSING);
    });

    it('is told so by the REST API', async () => {
      const answer = await world.api.post('agent', { projectKey: 'SUP', email: 'new@acme.example' });
      expect(answer).toMatchObject({ status: 403, body: { code: 'CONSENT_MISSING' } });
      expect(answer.body['title']).toMatch(/haven’t allowed this app to act for you/);
    });

    it('is told so by the run of a rule whose connection they own', async () => {
      const inputs = { issueKey: 'SUP-1', email: 'new@acme.example' };
      const run = world.forge.runAction({ actionKey: 'create-portal-customer', inputs, accountId: world.id('agent') });
      expect(await run).toEqual({
        errors: [{ message: expect.stringMatching(/^Not done: CONSENT_MISSING\. The owner/) as string }],
      });
    });
  });
});

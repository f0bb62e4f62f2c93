// Rights and rules that change while one person is being made a customer: at every step, after a slow answer or a wait, nothing is sent on what was
// known before.
import { beforeEach, describe, expect, it } from 'vitest';

import type { RequestRow } from '../../../sandbox/contract/site';
import { OrganizationId } from '../../../src/shared/ids';
import { isPrivileged, openSandbox, valueOf, type World } from '../../support/integration';

/** What was known when it was asked for may be acted on for five seconds. */
const OLD_MS = 5001;
const ACME = OrganizationId.parse('1');
const NEW = 'nadia.comer@acme.example';

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  await world.allowCustomers('SUP');
});

async function removePrivilegedUser(): Promise<void> {
  const { privilegedUser } = valueOf(await world.asGlobal('site-admin', 'openGlobalSettings', {}));
  valueOf(await world.asGlobal('site-admin', 'removePrivilegedUser', { version: privilegedUser?.version ?? 0 }));
}
async function replacePrivilegedUser(): Promise<void> {
  const { privilegedUser } = valueOf(await world.asGlobal('site-admin', 'openGlobalSettings', {}));
  world.model.addMember(world.groupId('site-admins'), world.id('confluence-admin'));
  const payload = { accountId: world.id('confluence-admin'), version: privilegedUser?.version ?? 0 };
  const { outcome } = valueOf(await world.asGlobal('confluence-admin', 'savePrivilegedUser', payload));
  expect(outcome).toBe('active');
}

const CHANGES: readonly [what: string, why: string, change: () => unknown][] = [
  [
    'the agent’s right is withdrawn',
    'NOT_AGENT',
    () => world.model.removeFromProject('SUP', 'agents', world.id('agent')),
  ],
  ['customers are switched off', 'CUSTOMERS_OFF', () => world.savePolicy('SUP', { enabled: false })],
  ['the privileged user is removed', 'PRIVILEGED_USER_UNAVAILABLE', removePrivilegedUser],
  ['the privileged user is replaced', 'PRIVILEGED_USER_CHANGED', replacePrivilegedUser],
];

/** What a step of a request sends. */
const STEPS = ['createCustomer', 'findUsers', 'addCustomers', 'addUsersToOrganization'];
function steps() {
  // Saving a policy forgets what was sent before.
  return sent.filter(({ operationId }) => STEPS.includes(operationId ?? ''));
}
let sent: RequestRow[] = [];
function look() {
  sent = world.requests().filter((row) => row.startedAt > changedAt);
}
let changedAt = Infinity;

/** Once, when the site has performed the first call that fits, which is answered late. */
function during(fits: (path: string, privileged: boolean) => boolean, change: () => unknown): void {
  let isDone = false;
  world.onSite(async (request, identity, pass) => {
    const response = await pass();
    const privileged = identity.kind === 'user' && identity.impersonated;
    if (isDone || !fits(new URL(request.url).pathname, privileged)) return response;
    isDone = true;
    await change();
    changedAt = Date.now();
    world.advance(OLD_MS);
    return response;
  });
}
/** Once, instead of performing the first call that fits, Jira asks to wait a second. */
function waitAt(fits: (path: string, privileged: boolean) => boolean, change: () => unknown): void {
  let isDone = false;
  world.onSite(async (request, identity, pass) => {
    const privileged = identity.kind === 'user' && identity.impersonated;
    if (isDone || !fits(new URL(request.url).pathname, privileged)) return pass();
    isDone = true;
    await change();
    changedAt = Date.now();
    return new Response('', { status: 429, headers: { 'retry-after': '1' } });
  });
}
async function ask() {
  changedAt = Infinity;
  const answer = await world.asAgent('agent', 'SUP', 'createCustomers', {
    people: [{ email: NEW, displayName: 'Nadia Comer' }],
    organizationIds: [ACME],
  });
  const [result] = valueOf(answer).people;
  look();
  return result;
}
function outcomes(action: string) {
  return world.auditRows().flatMap((row) => (row.action === action ? [[row['outcome'], row['code']]] : []));
}

function isFind(path: string, privileged: boolean) {
  return path.endsWith('/user/search') && !privileged;
}
function isLook(path: string, privileged: boolean) {
  return path.endsWith('/user/search') && privileged;
}
function isCreation(path: string) {
  return path.endsWith('/servicedeskapi/customer');
}
function isProject(path: string) {
  return /\/servicedesk\/\d+\/customer$/.test(path);
}
function isOrganization(path: string) {
  return path.endsWith('/organization/1/user');
}
const NOWHERE = { project: 'notTried', organizations: [{ organizationId: ACME, outcome: 'notTried' }] };

describe.each(CHANGES)('%s', (_what, why, change) => {
  it('during the search for the account: nobody is created', async () => {
    during(isFind, change);
    expect(await ask()).toEqual({ account: { outcome: 'notTried', why }, ...NOWHERE });
    expect(steps()).toEqual([]);
    expect(outcomes('createCustomer')).toEqual([]);
  });

  it('while the creation is recorded: it is not sent, and that is on record', async () => {
    let isDone = false;
    const answer = world.kvs.answer.bind(world.kvs);
    world.kvs.answer = async (target, init) => {
      const response = await answer(target, init);
      if (isDone || !JSON.stringify(init.body).includes('createCustomer')) return response;
      isDone = true;
      await change();
      changedAt = Date.now();
      world.advance(OLD_MS);
      return response;
    };
    expect(await ask()).toEqual({ account: { outcome: 'notTried', why }, ...NOWHERE });
    expect(steps()).toEqual([]);
    expect(outcomes('createCustomer')).toEqual([['failed', 'NOT_ATTEMPTED']]);
  });

  it('during the creation: nobody is looked up as the privileged user, and there is no place for them', async () => {
    during(isCreation, change);
    expect(await ask()).toMatchObject({ account: { outcome: 'notConfirmed', code: why }, ...NOWHERE });
    expect(world.customer(NEW)).toBeDefined();
    expect(steps()).toEqual([]);
    expect(outcomes('createCustomer')).toEqual([['succeeded', undefined]]);
  });

  it('during the look at the account: it gets no place, and the result says why', async () => {
    during(isLook, change);
    expect(await ask()).toEqual({ account: { outcome: 'notConfirmed', code: why }, ...NOWHERE });
    expect(steps()).toEqual([]);
  });

  it('while Jira asks to wait with the creation: nothing more is sent', async () => {
    waitAt(isCreation, change);
    expect(await ask()).toEqual({ account: { outcome: 'notTried', why }, ...NOWHERE });
    expect(steps()).toEqual([]);
    expect(world.customer(NEW)).toBeUndefined();
    expect(outcomes('createCustomer')).toEqual([['failed', 'NOT_ATTEMPTED']]);
  });

  it('while Jira asks to wait with the look: nobody is looked up any more', async () => {
    waitAt(isLook, change);
    expect(await ask()).toMatchObject({ account: { outcome: 'notConfirmed', code: why }, ...NOWHERE });
    expect(steps()).toEqual([]);
    expect(outcomes('findCustomer')).toEqual([['failed', 'NOT_ATTEMPTED']]);
  });

  it.each([
    ['the project', isProject, 'addCustomers', 'addToProject'],
    ['the organization', isOrganization, 'addUsersToOrganization', 'addToOrganization'],
  ])('while Jira asks to wait with %s: it is not sent again', async (_where, fits, operationId, action) => {
    waitAt(fits, change);
    expect(await ask()).toMatchObject({ account: { outcome: 'thereNow' }, why });
    expect(steps().filter((row) => row.operationId === operationId)).toEqual([]);
    expect(outcomes(action)).toEqual([['failed', 'NOT_ATTEMPTED']]);
  });
});

describe('nothing has changed', () => {
  it.each([
    ['the search', isFind],
    ['the creation', isCreation],
    ['the look', isLook],
  ])('after a late answer to %s everything is read again, and done', async (_what, fits) => {
    during(fits, () => {});
    expect(await ask()).toMatchObject({ account: { outcome: 'created' }, project: 'added' });
    const agentAgain = sent.filter((row) => !isPrivileged(row) && row.path.endsWith('/servicedesk/1'));
    expect(agentAgain.length).toBeLessThanOrEqual(1);
  });

  it.each([
    ['the creation', isCreation],
    ['the look', isLook],
    ['the project', isProject],
    ['the organization', isOrganization],
  ])('a short wait that Jira asks for with %s is kept, and it is sent once more', async (_what, fits) => {
    waitAt(fits, () => {});
    expect(await ask()).toMatchObject({
      account: { outcome: 'created' },
      project: 'added',
      organizations: [{ outcome: 'added' }],
    });
  });

  it('costs nobody a part of the quota for whom nothing was sent', async () => {
    during(isFind, removePrivilegedUser);
    await ask();
    const { quota } = valueOf(await world.asAgent('agent', 'SUP', 'openCustomers', {}));
    expect(quota.usedToday).toBe(0);
  });
});

describe('the privileged user’s right in Jira', () => {
  it('that can’t be read again is not taken from before: the rest is not tried', async () => {
    during(isFind, () => world.faults.add({ on: 'rest', operationId: 'getMyPermissions', times: 9, status: 503 }));
    expect(await ask()).toMatchObject({ account: { outcome: 'notTried', why: 'UPSTREAM_UNAVAILABLE' }, ...NOWHERE });
    expect(world.customer(NEW)).toBeUndefined();
  });
});

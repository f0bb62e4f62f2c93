// Who answers, and with which scopes: what the app sees of its privileged user when the platform itself is odd.
import { beforeEach, describe, expect, it } from 'vitest';

import { errorOf, isWrite, openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
});

async function state() {
  return valueOf(await world.asGlobal('confluence-admin', 'openGlobalSettings', {})).privilegedUser;
}
async function create() {
  return world.asSpace('space-admin', 'DEMO', 'createGroup', { name: 'alpha' });
}
function siteAdmin() {
  return world.id('site-admin');
}

describe('an account that does not answer as itself', () => {
  function answerAs(handle: string, impersonated: boolean) {
    return world.onSite(async (request, identity, pass) =>
      request.url.includes('/user/current') && identity.kind === 'user' && identity.impersonated === impersonated
        ? Response.json({ ...((await (await pass()).json()) as object), accountId: world.id(handle) })
        : pass(),
    );
  }

  it('is not taken for the privileged user: nothing is written in its name', async () => {
    answerAs('app', true);
    const answer = valueOf(
      await world.asGlobal('site-admin', 'savePrivilegedUser', { accountId: siteAdmin(), version: 1 }),
    );
    expect(answer).toMatchObject({
      outcome: 'refused',
      checks: [{}, { name: 'impersonation', outcome: 'failed', cause: 'noAppAccess' }, { outcome: 'notRun' }, {}],
    });
    expect(world.requests().filter(isWrite)).toEqual([]);
    expect((await state())?.state).toMatchObject({ name: 'unusable', cause: 'noAppAccess' });
  });

  it('is not let in as a Confluence admin if the platform names somebody else', async () => {
    answerAs('site-admin', false);
    expect(errorOf(await world.asGlobal('confluence-admin', 'readRules', {}))).toMatchObject({
      code: 'UPSTREAM_CONTRACT',
    });
  });
});

describe('scopes that await approval', () => {
  it.each(['write:group:confluence', 'read:group:confluence', 'read:space:confluence'])(
    'stop writes without %s, say why, and change nothing',
    async (scope) => {
      const before = world.snapshot().site;
      world.forge.setUnapproved([scope]);
      expect(errorOf(await create())).toMatchObject({ code: 'PRIVILEGED_USER_UNAVAILABLE', cause: 'notApproved' });
      expect(world.snapshot().site).toEqual(before);
    },
  );
});

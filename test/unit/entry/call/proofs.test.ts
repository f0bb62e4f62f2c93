import { describe, it } from 'vitest';

import { NO_PROOFS, withProof } from '../../../../src/broker/site-admin/proofs';
import { proveJiraAdmin } from '../../../../src/entry/call/jira-proofs';
import type { Action } from '../../../../src/entry/call/operations';
import { NOBODY, proveSiteRoles, proveSpace } from '../../../../src/entry/call/proofs';
import type { SpaceId } from '../../../../src/shared/ids';
import {
  ann,
  bob,
  boss,
  devId,
  EARLIER,
  failureFrom,
  hrId,
  NOW,
  someRules,
  storageDown,
} from '../../../support/ports/builders';
import { aWorld, type World } from '../../../support/ports/world';

function callFor(spaceClaim?: SpaceId) {
  return {
    functionKey: 'any',
    payload: { spaceId: hrId },
    accountId: ann,
    installation: 'site-1',
    spaceClaim,
    projectClaim: undefined,
  };
}
const nobody = NOBODY;

describe('a space admin', () => {
  async function prove(world: World, claim?: SpaceId) {
    return proveSpace(world.ports, callFor(claim), ann, 'addMember');
  }

  it('is proved by Confluence, which also says what the space is', async ({ expect }) => {
    expect(await prove(aWorld(), devId)).toEqual({
      facts: { ...nobody, spaceAdmin: true },
      context: {
        caller: ann,
        space: { spaceId: devId, key: 'DEV', name: 'Development', personal: false, current: true },
        provedAt: NOW,
      },
      spaceId: devId,
    });
  });

  it('is not one in another space that the caller names', async ({ expect }) => {
    expect(await prove(aWorld(), hrId)).toEqual({ facts: nobody, context: undefined, spaceId: hrId });
  });

  it('is not one without a space, or in a space that the caller cannot see', async ({ expect }) => {
    const world = aWorld();
    expect(await prove(world)).toEqual({ facts: nobody, context: undefined });
    expect(world.journal.lines()).toEqual([]);
    world.site.spaces = [];
    expect(await prove(world, devId)).toEqual({ facts: nobody, context: undefined });
  });

  it('is not whoever may administer or do something else', async ({ expect }) => {
    const world = aWorld();
    world.site.operations.set(devId, [
      { operation: 'read', targetType: 'space' },
      { operation: 'administer', targetType: 'page' },
    ]);
    expect(await prove(world, devId)).toEqual({ facts: nobody, context: undefined, spaceId: devId });
  });

  it.for([
    ['administer', 'administer', true],
    ['administer', 'manage_users', false],
    ['manage_users', 'manage_users', true],
    ['manage_users', 'administer', false],
    ['manage_users', 'archive_space', false],
  ] as const)(
    'under the rule %s is whoever may %s: %s',
    async ([provingOperation, operation, spaceAdmin], { expect }) => {
      const world = aWorld();
      world.settings.stored.rules = someRules({ provingOperation });
      world.site.operations.set(devId, [{ operation, targetType: 'space' }]);
      expect((await prove(world, devId)).facts).toEqual({ ...nobody, spaceAdmin });
      world.site.operations.set(devId, [{ operation, targetType: 'page' }]);
      expect((await prove(world, devId)).facts).toEqual(nobody);
    },
  );

  it('is not proved while the rules can’t be read', async ({ expect }) => {
    const world = aWorld();
    world.settings.rules = async () => {
      throw storageDown;
    };
    expect(await failureFrom(prove(world, devId))).toEqual(storageDown.failure);
  });
});

describe('a right that is proved again', () => {
  async function boundTo(action: Action) {
    const world = aWorld();
    world.site.caller = boss;
    world.siteAdminProofs.stored = withProof(NO_PROOFS, boss, NOW);
    const { context } = await proveSiteRoles(world.ports, callFor(), boss, action);
    return { world, again: async () => context?.proveAgain() };
  }

  it('is asked of Confluence anew, and says when', async ({ expect }) => {
    const { world, again } = await boundTo('saveRules');
    world.clock.advance(7000);
    expect(await again()).toBe(NOW + 7000);
    expect(world.journal.lines('caller')).toHaveLength(2);
    world.site.confluenceAdmins.clear();
    expect(await failureFrom(again())).toEqual({ code: 'FORBIDDEN', reason: 'NOT_CONFLUENCE_ADMIN' });
  });

  it('is asked once for those who ask side by side', async ({ expect }) => {
    const { world, again } = await boundTo('adoptGroup');
    await Promise.all([again(), again(), again()]);
    expect(world.journal.lines('caller')).toHaveLength(2);
  });

  it('of a site admin covers what was begun by it, as long as they are a Confluence admin', async ({ expect }) => {
    const { world, again } = await boundTo('adoptGroup');
    world.siteAdminProofs.stored = NO_PROOFS;
    expect(await again()).toBe(NOW);
    world.site.confluenceAdmins.clear();
    expect(await failureFrom(again())).toEqual({ code: 'FORBIDDEN', reason: 'NOT_CONFLUENCE_ADMIN' });
  });

  it('is gone if Confluence names somebody else, or nobody', async ({ expect }) => {
    const { world, again } = await boundTo('saveRules');
    world.site.caller = ann;
    expect(await failureFrom(again())).toMatchObject({ code: 'UPSTREAM_CONTRACT' });
    world.site.caller = undefined;
    expect(await failureFrom(again())).toEqual({ code: 'FORBIDDEN', reason: 'NOT_CONFLUENCE_ADMIN' });
  });

  it('of a Jira administrator is asked of Jira', async ({ expect }) => {
    const world = aWorld();
    const { context } = await proveJiraAdmin(world.ports, callFor(), ann, 'saveCustomerSettings');
    expect(await context?.proveAgain()).toBe(NOW);
    world.jiraState.callerIsJiraAdmin = false;
    expect(await failureFrom(Promise.resolve(context?.proveAgain()))).toEqual({
      code: 'FORBIDDEN',
      reason: 'NOT_JIRA_ADMIN',
    });
  });
});

describe('a visitor of the global page', () => {
  async function prove(world: World, action: Action, caller = ann) {
    world.site.caller = caller;
    return proveSiteRoles(world.ports, callFor(), caller, action);
  }

  it('is nobody in particular unless something proves it', async ({ expect }) => {
    const context = { caller: ann, provedAt: NOW, facts: nobody };
    expect(await prove(aWorld(), 'openGlobalPage')).toMatchObject({ facts: nobody, context });
  });

  it('is a Confluence admin because Confluence says so', async ({ expect }) => {
    const { facts } = await prove(aWorld(), 'readConfiguration', boss);
    expect(facts).toEqual({ ...nobody, confluenceAdmin: true });
  });

  it('is a site admin by a proof that is kept, read only where the action needs it', async ({ expect }) => {
    const world = aWorld();
    world.siteAdminProofs.stored = withProof(NO_PROOFS, boss, NOW - 59 * 60_000);
    expect((await prove(world, 'adoptGroup', boss)).facts).toEqual({
      ...nobody,
      confluenceAdmin: true,
      siteAdmin: true,
    });
    expect((await prove(world, 'adoptGroup', ann)).facts.siteAdmin).toBe(false);
    world.siteAdminProofs.read = async () => {
      throw storageDown;
    };
    expect((await prove(world, 'saveRules', boss)).facts.confluenceAdmin).toBe(true);
    expect(await failureFrom(prove(world, 'adoptGroup', boss))).toEqual(storageDown.failure);
  });

  it('is no site admin any more once the proof is an hour old', async ({ expect }) => {
    const world = aWorld();
    world.siteAdminProofs.stored = withProof(NO_PROOFS, boss, NOW - 60 * 60_000);
    expect((await prove(world, 'adoptGroup', boss)).facts).toEqual({ ...nobody, confluenceAdmin: true });
  });

  it('is no site admin because of a group', async ({ expect }) => {
    const world = aWorld();
    expect((await prove(world, 'adoptGroup', boss)).facts.siteAdmin).toBe(false);
  });

  it('is a support reader or the nominee because the settings name them', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.rules = someRules({ supportReaders: [ann] });
    world.settings.stored.privilegedUser = { nominee: { accountId: bob, nominatedBy: boss, nominatedAt: EARLIER } };
    expect((await prove(world, 'readSupport', ann)).facts).toEqual({ ...nobody, supportReader: true });
    expect((await prove(world, 'acceptNomination', bob)).facts).toEqual({ ...nobody, nominee: true });
    expect((await prove(world, 'openGlobalPage', bob)).facts).toEqual({ ...nobody, nominee: true });
  });

  it('is nobody at all if they may not use Confluence, whatever the settings say', async ({ expect }) => {
    const world = aWorld();
    world.settings.stored.rules = someRules({ supportReaders: [ann] });
    world.site.caller = undefined;
    expect(await proveSiteRoles(world.ports, callFor(), ann, 'readSupport')).toEqual({
      facts: nobody,
      context: undefined,
    });
  });

  it('is not believed if Confluence names another person than the platform', async ({ expect }) => {
    const world = aWorld();
    world.site.caller = boss;
    expect(await failureFrom(proveSiteRoles(world.ports, callFor(), ann, 'saveRules'))).toEqual({
      code: 'UPSTREAM_CONTRACT',
      changed: 'nothing',
    });
  });
});

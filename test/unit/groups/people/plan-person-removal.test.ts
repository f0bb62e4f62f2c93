// What a plan to remove one person from all groups of a space says, before anything is changed.
import { describe, it } from 'vitest';

import { ann, anAccount, bob, boss, failureFrom, hrId, person } from '../../../support/ports/builders';
import { aPersonWorld } from './person-world';

describe('a plan to remove somebody from all groups', () => {
  it('names each group of this space that they are in, and no other; it changes nothing', async ({ expect }) => {
    const { world, plan, lines, isIn } = aPersonWorld(3);
    world.owns({ groupId: 'g-hr', name: 'hr' }, [bob], { spaceId: hrId });
    world.owns({ groupId: 'g-not', name: 'dev-not' }, []);
    const planned = await plan();
    expect(planned).toMatchObject({
      state: 'planned',
      source: 'allGroups',
      person: bob,
      groups: [],
      lines: 3,
      planned: { add: 0, remove: 3, nothingToDo: 0, notAllowed: 0 },
      by: ann,
    });
    expect(planned).not.toHaveProperty('needsTypedNumber');
    expect(planned).not.toHaveProperty('membersNotKnown');
    expect((await lines(planned)).map(({ groupName, verdict }) => [groupName, verdict])).toEqual([
      ['dev-00', 'willChange'],
      ['dev-01', 'willChange'],
      ['dev-02', 'willChange'],
    ]);
    expect(isIn()).toHaveLength(3);
    expect(world.auditLog.attempts).toEqual([]);
  });

  it('leaves out a protected group with its reason, and keeps the others', async ({ expect }) => {
    const { world, plan, lines, protect } = aPersonWorld(3);
    protect('g-01');
    world.site.groups.set(
      'g-02' as never,
      { ...world.site.groups.get('g-02' as never), managedBy: 'EXTERNAL' } as never,
    );
    const planned = await plan();
    expect(planned.planned).toMatchObject({ remove: 1, notAllowed: 2 });
    expect((await lines(planned)).map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['willChange', undefined],
      ['notAllowed', 'GROUP_GIVES_ADMIN_ACCESS'],
      ['notAllowed', 'GROUP_MANAGED_OUTSIDE'],
    ]);
  });

  it('never removes the privileged user', async ({ expect }) => {
    const { plan, lines } = aPersonWorld(2, boss);
    const planned = await plan();
    expect(planned.planned).toMatchObject({ remove: 0, notAllowed: 2 });
    expect((await lines(planned)).map(({ reason }) => reason)).toEqual([
      'PRIVILEGED_USER_STAYS',
      'PRIVILEGED_USER_STAYS',
    ]);
  });

  it.for([
    ['app', anAccount(person('robot'), { accountType: 'app' })],
    ['account that Confluence doesn’t show', undefined],
  ] as const)('never removes an %s', async ([, account], { expect }) => {
    const { world, plan, lines } = aPersonWorld(1, person('robot'));
    if (account !== undefined) world.site.accounts.set(account.accountId, account);
    expect((await lines(await plan())).map(({ reason }) => reason)).toEqual(['NOT_A_PERSON_STAYS']);
  });

  it('removes somebody whose account is deactivated', async ({ expect }) => {
    const { world, plan } = aPersonWorld(2);
    world.site.accounts.set(bob, anAccount(bob, { status: 'inactive' }));
    expect((await plan()).planned).toMatchObject({ remove: 2 });
  });

  it('asks for the number of more than 20 groups, and whoever removes themselves to confirm it', async ({ expect }) => {
    expect((await aPersonWorld(21).plan()).needsTypedNumber).toBe(21);
    expect((await aPersonWorld(20).plan()).needsTypedNumber).toBeUndefined();
    expect((await aPersonWorld(1, ann).plan()).removesAuthor).toBe(true);
  });

  it('has at most 200 groups, and says that there are more', async ({ expect }) => {
    const planned = await aPersonWorld(201).plan();
    expect(planned).toMatchObject({ lines: 200, membersNotKnown: true });
  });

  it('is refused in a space where nothing can be changed, and for somebody who isn’t in any of its groups', async ({
    expect,
  }) => {
    const none = aPersonWorld(0);
    expect(await failureFrom(none.plan())).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'accountId' }] });
    const { world, plan } = aPersonWorld(2);
    world.settings.stored.privilegedUser = {};
    expect(await failureFrom(plan())).toMatchObject({ code: 'PRIVILEGED_USER_UNAVAILABLE' });
    expect(world.runs.runs.size).toBe(0);
  });
});

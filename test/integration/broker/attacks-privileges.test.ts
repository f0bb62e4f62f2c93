// People who want rights that they do not hold, by way of the privileged user.
import { beforeEach, describe, expect, it } from 'vitest';

import { errorOf, valueOf } from '../../support/integration';
import { aWorldToAttack, type Attacked } from '../../support/integration-denials';

let world: Attacked;
beforeEach(async () => {
  world = await aWorldToAttack();
});

function reason(answer: Awaited<ReturnType<typeof world.call>>) {
  return answer.ok ? 'allowed' : 'reason' in answer.error ? answer.error.reason : answer.error.code;
}

describe('rights that nobody lends', () => {
  it('are not gained by a Confluence admin who gives groups away, as administrator of their own space', async () => {
    world.model.addSpaceAdmin(world.spaceId('DEV'), world.id('confluence-admin'));
    const spaceId = world.spaceId('DEV');
    const group = { groupId: world.groupId('devops-oncall'), groupName: 'devops-oncall', spaceId };
    const groups = [{ ...group, acknowledgeProductAccess: true }];
    const { changeId, version } = valueOf(await world.asGlobal('confluence-admin', 'planTakeover', { groups }));
    for (const [key, payload] of [
      ['applyTakeover', { changeId, version }],
      ['transferGroup', { groupId: world.demoGroup, spaceKey: 'DEV' }],
      ['setGroupDeletable', { groupId: world.demoGroup, deletable: true }],
    ] as const) {
      expect(reason(await world.call('global-settings', key, payload, 'confluence-admin'))).toBe('NOT_SITE_ADMIN');
    }
    expect(world.privilegedCalls()).toEqual([]);
  });

  it('are not gained by nominating oneself: the write test runs as oneself', async () => {
    const { privilegedUser } = valueOf(await world.asGlobal('confluence-admin', 'openGlobalSettings', {}));
    world.site.clearRequests();
    const payload = { accountId: world.id('confluence-admin'), version: privilegedUser?.version ?? 0 };
    expect(valueOf(await world.asGlobal('confluence-admin', 'savePrivilegedUser', payload)).outcome).toBe('refused');
    const actors = world.privilegedCalls().map(({ identity }) => 'accountId' in identity && identity.accountId);
    expect(new Set(actors)).toEqual(new Set([world.id('confluence-admin')]));
  });

  it('are accepted by nobody but the person asked, for exactly the question that they saw', async () => {
    async function ask(handle: string, version: number) {
      return valueOf(
        await world.asGlobal('confluence-admin', 'savePrivilegedUser', { accountId: world.id(handle), version }),
      );
    }
    function setting() {
      return world.entity('setting')['privileged-user'] as {
        version: number;
        content: { current: { accountId: string } };
      };
    }
    const before = setting().content.current.accountId;
    await ask('person-01', setting().version);
    const seen = setting().version;
    expect(reason(await world.asGlobal('confluence-admin', 'acceptNomination', { version: seen }))).toBe(
      'NOT_NOMINATED',
    );
    expect(reason(await world.asGlobal('person-02', 'acceptNomination', { version: seen }))).toBe('NOT_NOMINATED');
    // Asked again meanwhile, by a question that the nominee has not read.
    valueOf(await world.asGlobal('confluence-admin', 'cancelNomination', { version: seen }));
    await ask('person-01', setting().version);
    expect(errorOf(await world.asGlobal('person-01', 'acceptNomination', { version: seen }))).toMatchObject({
      code: 'CONFLICT',
    });
    expect(setting().content.current.accountId).toBe(before);
    expect(
      world
        .requests()
        .filter(
          ({ identity }) =>
            'accountId' in identity &&
            identity.accountId === world.id('person-01') &&
            identity.kind === 'user' &&
            identity.impersonated,
        ),
    ).toEqual([]);
  });
});

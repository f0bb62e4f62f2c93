import { describe, it } from 'vitest';

import { runAlone, runInBatches } from '../../../../src/broker/runs/in-batches';
import type { MemberCommand } from '../../../../src/groups/members/commands';
import { memberJob } from '../../../../src/groups/members/member-job';
import { aGroup, ann, answerLost, bob, boss, cy, failureFrom, person } from '../../../support/ports/builders';
import { aWorld, type World } from '../../../support/ports/world';

/** What a queue hands over of what was put into it. */
function carried(command: MemberCommand): MemberCommand {
  return JSON.parse(JSON.stringify(command)) as MemberCommand;
}
function owning(...members: Parameters<World['owns']>[1] & object) {
  const world = aWorld();
  const { groupId } = world.owns({}, members);
  async function run(...given: [MemberCommand, ...MemberCommand[]]) {
    const [first, ...others] = given;
    return runInBatches(world.ports, memberJob(world.ports, world.inDev), [carried(first), ...others.map(carried)]);
  }
  return { world, groupId, run };
}
function endings({ endings: all }: Awaited<ReturnType<ReturnType<typeof owning>['run']>>) {
  return all.map((ending) =>
    'value' in ending ? ending.value.outcome : 'reason' in ending ? ending.reason : ending.kind,
  );
}

describe('commands of a change of membership', () => {
  it('are plain data that is judged and carried out wherever it comes from', async ({ expect }) => {
    const { world, groupId, run } = owning(ann);
    const ran = await run({ operation: 'addMember', groupId, accountId: bob });
    expect(endings(ran)).toEqual(['added']);
    expect(world.site.membersOf(groupId)).toEqual([ann, bob]);
  });

  it('may add and remove in one run, each recorded as what it is', async ({ expect }) => {
    const { world, groupId, run } = owning(ann, cy);
    const ran = await run(
      { operation: 'removeMember', groupId, accountId: cy },
      { operation: 'addMember', groupId, accountId: bob },
    );
    expect(endings(ran)).toEqual(['removed', 'added']);
    expect(world.site.membersOf(groupId)).toEqual([ann, bob]);
    expect(world.journal.lines('attempt')).toEqual(['attempt removeMember cy, addMember bob']);
    expect(world.auditLog.lines()).toEqual(['removeMember cy succeeded', 'addMember bob succeeded']);
  });

  it('count each refusal once for its operation and reason', async ({ expect }) => {
    const { world, groupId, run } = owning(ann);
    const ran = await run(
      { operation: 'addMember', groupId, accountId: person('nobody') },
      { operation: 'addMember', groupId, accountId: person('nobody-2') },
      { operation: 'addMember', groupId, accountId: boss },
      { operation: 'removeMember', groupId, accountId: boss },
    );
    expect(endings(ran)).toEqual([
      'ACCOUNT_NOT_ELIGIBLE',
      'ACCOUNT_NOT_ELIGIBLE',
      'PRIVILEGED_USER_NOT_ADDED',
      'PRIVILEGED_USER_STAYS',
    ]);
    expect(world.auditLog.refusals).toEqual(
      [
        ['addMember', 'ACCOUNT_NOT_ELIGIBLE'],
        ['addMember', 'PRIVILEGED_USER_NOT_ADDED'],
        ['removeMember', 'PRIVILEGED_USER_STAYS'],
      ].map(([action, reason]) => ({
        at: '2026-11-21T10:00:00.000Z',
        caller: 'ann',
        action,
        reason,
        spaceId: '10',
        groupId,
        groupName: 'dev-writers',
      })),
    );
  });

  it.for(['addMember', 'removeMember'] as const)(
    'are never carried out in a group other than the one that they name: %s',
    async (operation, { expect }) => {
      const { world, groupId, run } = owning(ann, bob);
      const other = world.owns({ groupId: 'g-readers', name: 'dev-readers' }, [cy]);
      const ran = await run(
        { operation: 'removeMember', groupId, accountId: bob },
        { operation, groupId: other.groupId, accountId: operation === 'addMember' ? bob : cy },
      );
      expect(endings(ran)).toEqual(['removed', 'GROUP_OF_ANOTHER_SPACE']);
      expect(world.site.membersOf(other.groupId)).toEqual([cy]);
    },
  );

  it('are refused as a whole for a group of no space', async ({ expect }) => {
    const { world, run } = owning(ann);
    const { groupId } = world.site.has(aGroup({ groupId: 'g-readers', name: 'dev-readers' }));
    expect(await failureFrom(run({ operation: 'addMember', groupId, accountId: bob }))).toEqual({
      code: 'FORBIDDEN',
      reason: 'GROUP_OF_ANOTHER_SPACE',
    });
    expect(world.journal.lines('attempt', 'addMember')).toEqual([]);
  });

  it.for([
    ['addMember', bob, 'memberNow', 'member'],
    ['removeMember', cy, 'notMemberNow', 'notMember'],
  ] as const)(
    'are looked at when the answer to one is lost: %s',
    async ([operation, accountId, outcome, found], { expect }) => {
      const { world, groupId, run } = owning(ann, cy);
      world.journal.failAfter(operation, answerLost);
      expect(endings(await run({ operation, groupId, accountId }))).toEqual([outcome]);
      expect([...world.auditLog.outcomes.values()]).toMatchObject([{ outcome: 'unknown', code: 'ANSWER_LOST', found }]);
    },
  );

  it('throw what stands against one that runs alone, and say of which group', async ({ expect }) => {
    const { world, groupId } = owning(ann);
    const alone = runAlone(world.ports, memberJob(world.ports, world.inDev), {
      operation: 'removeMember',
      groupId,
      accountId: boss,
    });
    await expect(alone).rejects.toMatchObject({
      failure: { code: 'FORBIDDEN', reason: 'PRIVILEGED_USER_STAYS' },
      subject: { groupId, groupName: 'dev-writers' },
    });
  });
});

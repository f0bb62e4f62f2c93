// Groups that Boss, who has proved that he is a site admin, plans to take over and takes over by the calls of the global page.
import { withProof } from '../../../../src/broker/site-admin/proofs';
import { applyTakeover } from '../../../../src/groups/takeovers/apply-takeover';
import { planTakeover } from '../../../../src/groups/takeovers/plan-takeover';
import { readTakeoverLines } from '../../../../src/groups/takeovers/read-takeover-lines';
import type { TakeoverView } from '../../../../src/shared/groups/takeovers';
import type { SpaceId } from '../../../../src/shared/ids';
import { aGroupId, boss, devId, proved } from '../../../support/ports/builders';
import type { World } from '../../../support/ports/world';

/** A group, the space that it's given to (DEV, if none is named), and whether its product access is acknowledged. */
type Wanted = [groupId: string, spaceId?: SpaceId, acknowledgeProductAccess?: boolean | undefined];

export function planning(world: World) {
  const { ports, clock } = world;
  world.siteAdminProofs.stored = withProof(world.siteAdminProofs.stored, boss, clock.now());
  function asBoss() {
    return proved(boss, clock.now());
  }
  function plan(...wanted: Wanted[]): Promise<TakeoverView> {
    const groups = wanted.map(([groupId, spaceId = devId, acknowledgeProductAccess]) => ({
      groupId: aGroupId(groupId),
      groupName: 'as the page says',
      spaceId,
      acknowledgeProductAccess,
      isManagedOutside: undefined,
    }));
    return planTakeover(ports, asBoss(), { groups });
  }
  function apply({ changeId, version }: TakeoverView): Promise<TakeoverView> {
    return applyTakeover(ports, asBoss(), { changeId, version });
  }
  /** Returns `outcome reason` of each group, or the plan's verdict where that says no. */
  async function takeOver(...wanted: Wanted[]) {
    const view = await apply(await plan(...wanted));
    const { lines } = await readTakeoverLines(ports, asBoss(), { changeId: view.changeId });
    return {
      view,
      changeId: view.changeId,
      lines: lines.map(({ verdict, outcome = verdict, reason }) => [outcome, reason].filter(Boolean).join(' ')),
    };
  }
  return { plan, apply, takeOver };
}

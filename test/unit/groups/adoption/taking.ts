// Groups of a site that Ann, who has proved that she is a site admin, takes over by runs.
import type { GroupFacts } from '../../../../src/broker/facts';
import { applyRun } from '../../../../src/broker/runs/apply-run';
import { planRun } from '../../../../src/broker/runs/plan-run';
import { planUndoOf } from '../../../../src/broker/runs/plan-undo';
import type { RunView } from '../../../../src/broker/runs/run-view';
import type { RunLine } from '../../../../src/broker/runs/stored-run';
import { withProof } from '../../../../src/broker/site-admin/proofs';
import type { AdoptLine } from '../../../../src/groups/adoption/adoption-line';
import { adoptionRuns } from '../../../../src/groups/adoption/adoption-runs';
import { aGroup, ann, bob, devId, proved } from '../../../support/ports/builders';
import { deliverAll } from '../../../support/ports/deliver-all';
import { aWorld } from '../../../support/ports/world';

const kinds = [adoptionRuns];
export const READER = { caller: ann, site: true } as const;

export function taking(count: number) {
  const world = aWorld();
  const groups = Array.from({ length: count }, (_, index) =>
    world.site.has(aGroup({ groupId: `g-take-${String(index + 1)}`, name: `team-${String(index + 1)}` }), bob),
  );
  function prove(): void {
    world.siteAdminProofs.stored = withProof(world.siteAdminProofs.stored, ann, world.clock.now());
  }
  prove();
  async function plan(lines: RunLine[], undoes?: string): Promise<RunView> {
    const more = undoes === undefined ? {} : { undoes };
    return planRun(world.ports, adoptionRuns, { source: 'list', place: 'site', by: ann, lines, ...more });
  }
  function apply({ run: { runId, version } }: RunView): Promise<RunView> {
    return applyRun(world.ports, kinds, { runId, version, caller: ann, begun: proved(ann, world.clock.now()) });
  }
  async function take(lines = linesOf(groups)): Promise<RunView> {
    return apply(await plan(lines));
  }
  async function undo({ run: { runId } }: RunView): Promise<RunView> {
    const view = await planUndoOf(world.ports, adoptionRuns, READER, runId);
    return plan(view.undo, runId);
  }
  return { world, groups, plan, apply, take, undo, deliverAll: () => deliverAll(world, kinds), prove };
}

export function linesOf(groups: readonly GroupFacts[], more: Partial<AdoptLine> = {}): RunLine[] {
  return groups.map(({ groupId }, index) => ({
    number: index + 1,
    verdict: 'willChange',
    command: { operation: 'adoptGroup', groupId, spaceId: devId, acknowledgeProductAccess: false, ...more },
  }));
}

import { kindOf, type RunKind } from '../../broker/runs/kinds';
import type { StoredRun } from '../../broker/runs/stored-run';
import type { InSpace } from '../in-space';
import { membershipRuns } from '../members/membership-runs';
import { personRuns } from '../people/person-runs';
import type { GroupPorts } from '../ports';

/** Lists the kinds of runs that are changes of people on the space page: of one group, or of one person in several. */
export const changeKinds: readonly RunKind<GroupPorts, InSpace>[] = [membershipRuns, personRuns];

/** Tells whether a run is such a change. */
export function isChange(run: Pick<StoredRun, 'product'>): boolean {
  return kindOf(changeKinds, run) !== undefined;
}

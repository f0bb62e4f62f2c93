import type { RunLine } from '../../broker/runs/stored-run';
import type { GroupId, SpaceId } from '../../shared/ids';
import type { ForbiddenReason } from '../../shared/result';
import type { PlannedLine } from '../adoption/adoption-line';
import type { SpaceBrief } from '../confluence-ports';
import type { GroupAccess, GroupRecord } from '../facts';
import { nameRefusal } from '../protection';
import type { StoredRules } from '../rules/stored-rules';

/** The data that a plan judges a group by. */
export interface PlanFacts {
  rules: StoredRules;
  records: ReadonlyMap<GroupId, GroupRecord>;
  accessOf: (groupId: GroupId) => GroupAccess;
  spaces: ReadonlyMap<SpaceId, SpaceBrief>;
  /** As whoever plans has found the group. */
  isManagedOutside: boolean;
}

/** Says what would happen to a group of a plan. It decides nothing: when the plan is applied, the group is judged anew. */
export function plannedVerdict(line: PlannedLine, facts: PlanFacts): Pick<RunLine, 'verdict' | 'why'> {
  const { groupId, spaceId } = line;
  const record = facts.records.get(groupId);
  if (record !== undefined) {
    const isSo = spaceId === undefined || record.spaceId === spaceId;
    return isSo ? { verdict: 'nothingToDo' } : { verdict: 'notAllowed', why: 'GROUP_TAKEN' };
  }
  const access = facts.accessOf(groupId);
  const never = neverTaken(line, access, facts);
  if (never !== undefined) return { verdict: 'notAllowed', why: never };
  const why = givesUnknownly(line, access) ? 'GROUP_GIVES_PRODUCT_ACCESS' : undefined;
  if (spaceId === undefined) return { verdict: 'choose', ...(why && { why }) };
  const refusal = spaceRefusal(facts, spaceId) ?? why;
  return refusal === undefined ? { verdict: 'willChange' } : { verdict: 'notAllowed', why: refusal };
}

function neverTaken(
  { groupName }: PlannedLine,
  access: GroupAccess,
  { rules, isManagedOutside }: PlanFacts,
): ForbiddenReason | undefined {
  if (access === 'unknown') return 'PROTECTION_UNKNOWN';
  if (access.admin) return 'GROUP_GIVES_ADMIN_ACCESS';
  return isManagedOutside ? 'GROUP_MANAGED_OUTSIDE' : nameRefusal(groupName, rules);
}

/** Tells whether it gives product access, and nobody has said that they know it. */
function givesUnknownly({ acknowledgeProductAccess }: PlannedLine, access: GroupAccess): boolean {
  return access !== 'unknown' && access.product && !acknowledgeProductAccess;
}

function spaceRefusal({ spaces, rules }: PlanFacts, spaceId: SpaceId): ForbiddenReason | undefined {
  const space = spaces.get(spaceId);
  if (space === undefined) return 'SPACE_NOT_FOUND';
  return space.personal && !rules.personalSpaces ? 'PERSONAL_SPACE_OFF' : undefined;
}

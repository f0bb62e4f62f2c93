import type { FoundGroup, TakeoverLine } from '../../../src/shared/groups/takeovers';
import { MOST_TAKEN_OVER } from '../../../src/shared/limits';
import type { BUCKETS } from '../../../src/shared/words/take-over';

/** A group of a plan, with what a person decided about it. */
export interface DraftGroup extends FoundGroup {
  isAcknowledged?: boolean;
  isLeftOut?: boolean;
}

/** Names what there is to decide about a group. */
export type Bucket = keyof typeof BUCKETS;

/** Sorts the groups of a plan by what there is to decide about each. */
export function sortGroups(groups: readonly DraftGroup[]): Readonly<Record<Bucket, DraftGroup[]>> {
  const sorted: Record<Bucket, DraftGroup[]> = {
    ready: [],
    space: [],
    access: [],
    elsewhere: [],
    managed: [],
    notAllowed: [],
    leftOut: [],
  };
  for (const group of groups) sorted[bucketOf(group)].push(group);
  return sorted;
}

/** Returns these groups and others, each once: the first mention counts. */
export function withFound(groups: readonly DraftGroup[], found: readonly DraftGroup[]): DraftGroup[] {
  const known = new Map<string, DraftGroup>();
  for (const group of [...groups, ...found]) if (!known.has(group.groupId)) known.set(group.groupId, group);
  return [...known.values()];
}

/** Returns the groups, those among these with what was decided about them. */
export function decided(
  groups: readonly DraftGroup[],
  about: readonly DraftGroup[],
  decision: Partial<Pick<DraftGroup, 'space' | 'isAcknowledged' | 'isLeftOut'>>,
): DraftGroup[] {
  const ids = new Set(about.map(({ groupId }) => groupId));
  return groups.map((group) => (ids.has(group.groupId) ? withDecision(group, decision) : group));
}

/** Returns the plan to store: all groups but those that were left out, those that are ready first, and no more than a plan holds. */
export function plannedGroups(groups: readonly DraftGroup[]) {
  const { ready, space, access, managed, elsewhere, notAllowed } = sortGroups(groups);
  return [...ready, ...space, ...access, ...managed, ...elsewhere, ...notAllowed]
    .slice(0, MOST_TAKEN_OVER)
    .map(plannedGroup);
}

/** Returns a kept plan as it can be decided about again. */
export function draftOf(lines: readonly TakeoverLine[]): DraftGroup[] {
  return lines.map(({ groupId, groupName, space, verdict, reason, acknowledgesProductAccess = false }) => {
    const isManaged = verdict === 'nothingToDo' || reason === 'GROUP_TAKEN';
    const isAboutSpace = reason === 'SPACE_NOT_FOUND' || reason === 'PERSONAL_SPACE_OFF';
    const isAboutAccess = reason === 'GROUP_GIVES_PRODUCT_ACCESS';
    return {
      groupId,
      groupName,
      givesProductAccess: acknowledgesProductAccess || isAboutAccess,
      isAcknowledged: acknowledgesProductAccess,
      ...(space !== undefined && !isAboutSpace && { space }),
      ...(isAboutSpace && { spaceWhy: reason }),
      ...(isManaged && { isManaged }),
      ...(reason !== undefined && !isManaged && !isAboutSpace && !isAboutAccess && { why: reason }),
    };
  });
}

/** Returns the groups that a plan left as they were, as they can be decided about again. */
export function restOf(lines: readonly TakeoverLine[]): DraftGroup[] {
  return draftOf(lines.filter(({ verdict }) => verdict === 'choose' || verdict === 'notAllowed'));
}

function plannedGroup({ groupId, groupName, space, isAcknowledged, why }: DraftGroup) {
  return {
    groupId,
    groupName,
    ...(space !== undefined && { spaceId: space.id }),
    ...(isAcknowledged === true && { acknowledgeProductAccess: true }),
    ...(why === 'GROUP_MANAGED_OUTSIDE' && { isManagedOutside: true as const }),
  };
}

function bucketOf(group: DraftGroup): Bucket {
  const { isManaged, why, givesProductAccess, isLeftOut, isAcknowledged, space } = group;
  if (isManaged === true) return 'managed';
  if (why === 'GROUP_MANAGED_OUTSIDE') return 'elsewhere';
  if (why !== undefined || givesProductAccess === 'notChecked') return 'notAllowed';
  if (isLeftOut === true) return 'leftOut';
  if (space === undefined) return 'space';
  return givesProductAccess && isAcknowledged !== true ? 'access' : 'ready';
}

/** A space that somebody chose takes the place of one that couldn't be it. */
function withDecision(
  { spaceWhy, ...group }: DraftGroup,
  decision: Partial<Pick<DraftGroup, 'space' | 'isAcknowledged' | 'isLeftOut'>>,
): DraftGroup {
  const keeps = spaceWhy !== undefined && decision.space === undefined;
  return { ...group, ...(keeps && { spaceWhy }), ...decision };
}

import type { ChangeRow } from '../../../src/shared/groups/changes';

/** A group that takes another one's place, and what is left to do. */
interface Replacement {
  old: { groupId: string; groupName: string };
  by: { groupId: string; groupName: string };
  left: 'add' | 'remove';
}

/**
 * Returns the replacement that a group is part of and that isn't finished, as the newest changes of its space tell: they come newest first.
 *
 * It's finished once everyone was removed from the old group, and given up if the members' list was cancelled, stopped or taken back, or its plan has lapsed.
 */
export function replacementOf(groupId: string, changes: readonly ChangeRow[], now: number): Replacement | undefined {
  const index = changes.findIndex(({ replaces, groups }) => replaces && [replaces, ...groups].some(isOf(groupId)));
  const change = changes[index];
  const [by] = change?.groups ?? [];
  const old = change?.replaces;
  if (change === undefined || by === undefined || old === undefined || isGivenUp(change, now)) return undefined;
  const isEmptied = changes
    .slice(0, index)
    .some(({ source, state, groups }) => source === 'everybody' && state === 'done' && groups.some(isOf(old.groupId)));
  return isEmptied ? undefined : { old, by, left: change.state === 'done' ? 'remove' : 'add' };
}

function isOf(groupId: string) {
  return (group: { groupId: string }): boolean => group.groupId === groupId;
}

function isGivenUp({ state, lapsesAt, undoneBy }: ChangeRow, now: number): boolean {
  const hasLapsed = state === 'planned' && lapsesAt !== undefined && Date.parse(lapsesAt) <= now;
  return state === 'cancelled' || state === 'stopped' || undoneBy !== undefined || hasLapsed;
}

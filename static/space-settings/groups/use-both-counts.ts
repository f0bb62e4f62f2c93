import type { Replacement } from '../../../src/shared/groups/views';
import { callSpaceSettings } from '../../api';
import { useCall } from '../../hooks/use-call';

/** Members of a group and of the one that takes its place. Absent: it isn't told. */
export interface BothCounts {
  old?: number | undefined;
  by?: number | undefined;
}

/** Counts the members of both groups, again after each change. Undefined: they are being counted. */
export function useBothCounts({ old, by }: Replacement, changes: number): BothCounts | undefined {
  const groupIds = [old.groupId, by.groupId];
  const { value, failure } = useCall(() => callSpaceSettings('countMembers', { groupIds }), String(changes));
  if (value === undefined) return failure && {};
  function membersOf({ groupId }: Replacement['old']): number | undefined {
    return value?.groups.find((group) => group.groupId === groupId)?.members;
  }
  return { old: membersOf(old), by: membersOf(by) };
}

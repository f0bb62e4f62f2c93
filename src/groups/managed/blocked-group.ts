import type { BlockedGroup } from '../../shared/groups/views';
import type { StoredRules } from '../rules/stored-rules';

/** Says who can help where a group can't be changed for this reason. Undefined: there is no reason. */
export function blockedGroup(
  reason: BlockedGroup['reason'] | undefined,
  { savedBy }: StoredRules,
): BlockedGroup | undefined {
  if (reason === undefined) return undefined;
  return { reason, ...(reason === 'GROUP_BLOCKED' && savedBy !== undefined && { askAccountId: savedBy }) };
}

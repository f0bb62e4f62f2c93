import type { GroupFacts } from '../../broker/facts';
import type { BlockedGroup } from '../../shared/groups/views';
import { kindRefusal } from '../protection';
import type { StoredRules } from '../rules/stored-rules';

/**
 * Tells whether a group's name and kind alone keep everybody from changing it, and who can help. Undefined: they don't.
 *
 * What else refuses a write, such as the access that the group gives, is read when somebody tries.
 */
export function blockedGroup(group: GroupFacts, rules: StoredRules): BlockedGroup | undefined {
  const reason = kindRefusal(group, rules);
  if (reason === undefined) return undefined;
  const { savedBy } = rules;
  return { reason, ...(reason === 'GROUP_BLOCKED' && savedBy !== undefined && { askAccountId: savedBy }) };
}

import type { GroupFacts } from '../broker/facts';
import type { BlockedGroup } from '../shared/groups/views';
import type { GroupAccess } from './facts';
import type { StoredRules } from './rules/stored-rules';

/** Names that Atlassian gives to groups with rights of their own. `*` stands for anything. */
const RESERVED = [
  'confluence-*',
  'jira-*',
  '*-admins',
  'org-admins',
  'site-admins',
  'administrators',
  'system-administrators',
  'atlassian-addons*',
];

/** Reason that a group's name and kind give. */
type KindRefusal = Exclude<BlockedGroup['reason'], 'GROUP_GIVES_ADMIN_ACCESS' | 'GROUP_GIVES_PRODUCT_ACCESS'>;

/** Returns the reason why a group of this name is never created or changed, or undefined. */
export function nameRefusal(name: string, rules: StoredRules): KindRefusal | undefined {
  if (holds(RESERVED, name)) return 'GROUP_NAME_RESERVED';
  return holds(rules.blockList, name) ? 'GROUP_BLOCKED' : undefined;
}

/** Returns the reason why a group of this kind and name is never changed, whatever access it gives, or undefined. */
export function kindRefusal(group: GroupFacts, rules: StoredRules): KindRefusal | undefined {
  return group.managedBy !== 'ADMINS' || group.usageType !== 'USERBASE_GROUP'
    ? 'GROUP_MANAGED_OUTSIDE'
    : nameRefusal(group.name, rules);
}

/** Returns the reason why the app never changes this group, whatever its record says, or undefined. Unknown access refuses. */
export function protectionRefusal(
  group: GroupFacts,
  access: GroupAccess,
  rules: StoredRules,
  productAccessAcknowledged: boolean,
): BlockedGroup['reason'] | 'PROTECTION_UNKNOWN' | undefined {
  if (access === 'unknown') return 'PROTECTION_UNKNOWN';
  if (access.admin) return 'GROUP_GIVES_ADMIN_ACCESS';
  const byItself = kindRefusal(group, rules);
  if (byItself !== undefined) return byItself;
  return access.product && !productAccessAcknowledged ? 'GROUP_GIVES_PRODUCT_ACCESS' : undefined;
}

function holds(patterns: readonly string[], name: string): boolean {
  return patterns.some((pattern) => matches(pattern.toLowerCase(), name.toLowerCase()));
}

function matches(pattern: string, name: string): boolean {
  if (pattern.endsWith('*')) return name.startsWith(pattern.slice(0, -1));
  return pattern.startsWith('*') ? name.endsWith(pattern.slice(1)) : name === pattern;
}

import type { Rules } from '../shared/payloads';
import type { ForbiddenReason } from '../shared/result';
import type { AccessSets, GroupFacts } from './groups';

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

const matches = (pattern: string, name: string): boolean => {
  if (pattern.endsWith('*')) return name.startsWith(pattern.slice(0, -1));
  return pattern.startsWith('*') ? name.endsWith(pattern.slice(1)) : name === pattern;
};

const holds = (patterns: readonly string[], name: string): boolean =>
  patterns.some((pattern) => matches(pattern.toLowerCase(), name.toLowerCase()));

/** Why no group of this name is created or touched, or undefined. */
export const nameRefusal = (name: string, rules: Rules): ForbiddenReason | undefined => {
  if (holds(RESERVED, name)) return 'GROUP_NAME_RESERVED';
  return holds(rules.blockList, name) ? 'GROUP_BLOCKED' : undefined;
};

/**
 * Why nobody touches this group through the app, whatever is recorded, or undefined.
 *
 * Every site has groups that give admin access: a set that comes back empty is a failed reading, and refuses.
 */
export const protectionRefusal = (
  group: GroupFacts,
  access: AccessSets,
  rules: Rules,
  productAccessAcknowledged: boolean,
): ForbiddenReason | undefined => {
  if (access.admin.size === 0 || access.siteAdmin.size === 0) return 'PROTECTION_UNKNOWN';
  if (access.admin.has(group.groupId) || access.siteAdmin.has(group.groupId)) return 'GROUP_GIVES_ADMIN_ACCESS';
  if (group.managedBy !== 'ADMINS' || group.usageType !== 'USERBASE_GROUP') return 'GROUP_MANAGED_OUTSIDE';
  const byName = nameRefusal(group.name, rules);
  if (byName !== undefined) return byName;
  return access.productAccess.has(group.groupId) && !productAccessAcknowledged
    ? 'GROUP_GIVES_PRODUCT_ACCESS'
    : undefined;
};

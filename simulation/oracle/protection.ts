// Which groups nobody may touch, whatever is recorded.
import type { GroupRecordRow } from './past';
import type { GroupState } from './site-history';

const RESERVED = [
  /^confluence-/,
  /^jira-/,
  /-admins$/,
  /^org-admins$/,
  /^site-admins$/,
  /^administrators$/,
  /^system-administrators$/,
  /^atlassian-addons/,
];

const CHECK_GROUP = /^space-steward-check-[0-9a-f]{8,}$/i;

/** Tells whether a group is one that the app makes to check something, and deletes again. */
export function isCheckGroup(name: string): boolean {
  return CHECK_GROUP.test(name);
}

/** Returns why Atlassian's word on a group protects it. A name that the rules block counts, too; access to a product does unless its record allows that. */
export function protectionOf(
  { name, managedBy, usageType, grants, listedAs }: GroupState,
  blocked: readonly string[],
  record: GroupRecordRow | undefined,
): string | undefined {
  const access = new Set([...grants, ...listedAs]);
  if (access.has('admin') || access.has('site-admin')) return 'it gives admin access';
  if (managedBy !== 'ADMINS' || usageType !== 'USERBASE_GROUP') return 'it is managed elsewhere';
  return (
    nameProtection(name, blocked) ??
    (access.has('user') && record?.grantsProductAccess !== true ? 'it gives access to a product' : undefined)
  );
}

/** Returns why a name protects its group. */
export function nameProtection(name: string, blocked: readonly string[]): string | undefined {
  const lower = name.toLowerCase();
  if (RESERVED.some((pattern) => pattern.test(lower))) return 'its name is reserved';
  return blocked.some((pattern) => fits(pattern.toLowerCase(), lower)) ? 'its name is on the block list' : undefined;
}

/** Tells whether a name fits an entry of the block list: `*` at one end stands for anything. */
function fits(pattern: string, name: string): boolean {
  if (pattern.endsWith('*')) return name.startsWith(pattern.slice(0, -1));
  return pattern.startsWith('*') ? name.endsWith(pattern.slice(1)) : name === pattern;
}

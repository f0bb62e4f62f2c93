// A person, a group and a date as Jira's API writes them.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/
import type { Account, Group } from '../../people/model';
import { mayReadEmail } from '../../people/rules';
import type { Call } from '../model';

export const TIME_ZONE = 'Etc/UTC';

const SIZES = ['16x16', '24x24', '32x32', '48x48'] as const;

export function avatarUrls({ url }: Call): Record<string, string> {
  return Object.fromEntries(SIZES.map((size) => [size, `${url.origin}/wiki/aa-avatar/default?size=${size}`]));
}

/** Writes `UserDetails`, without a hidden email. */
export function userDetailsJson(call: Call, account: Account) {
  const { accountId, accountType, name, email, status } = account;
  return {
    self: selfOf(call, account),
    accountId,
    accountType,
    ...(mayReadEmail(call.actor, account) ? { emailAddress: email } : {}),
    avatarUrls: avatarUrls(call),
    displayName: status === 'closed' ? 'Former user' : name,
    active: status === 'active',
    timeZone: TIME_ZONE,
  };
}

/** Writes `User`. */
export function jiraUserJson(call: Call, account: Account) {
  return { ...userDetailsJson(call, account), locale: 'en_US' };
}

export function groupNameJson({ url }: Call, { id, name }: Group) {
  return { name, groupId: id, self: `${url.origin}/rest/api/3/group?groupId=${id}` };
}

/** Writes a date, as in `2021-01-17T12:34:00.000+0000`. */
export function jiraDate(time: number): string {
  return new Date(time).toISOString().replace('Z', '+0000');
}

function selfOf({ url }: Call, { accountId }: Account): string {
  return `${url.origin}/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`;
}

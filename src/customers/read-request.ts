import type { AccountId, OrganizationId } from '../shared/ids';
import type { CustomerRule } from '../shared/result';
import { parseEmail, parseName } from './email';
import type { CustomerAsk } from './policy';

/** Somebody as he was typed. */
export interface TypedPerson {
  email: string;
  displayName?: string | undefined;
  /** The account that the agent confirmed to be theirs. */
  confirmedAccountId?: AccountId | undefined;
}

/** What is asked for one person, or the rule by which his text is none. */
export function readAsk(
  { email: text, displayName: name, confirmedAccountId: confirmed }: TypedPerson,
  organizationIds: readonly OrganizationId[],
): { ask: CustomerAsk } | { rule: CustomerRule } {
  const email = parseEmail(text);
  if (email === undefined) return { rule: 'EMAIL_INVALID' };
  const displayName = parseName(name, email);
  return displayName === undefined
    ? { rule: 'NAME_INVALID' }
    : { ask: { email, displayName, organizationIds, confirmed } };
}

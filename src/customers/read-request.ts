import type { AccountId, OrganizationId } from '../shared/ids';
import type { CustomerRefusal } from '../shared/result';
import { parseEmail, parseName } from './email';
import type { CustomerRequest } from './refusals';

/** A person as typed. */
export interface TypedPerson {
  email: string;
  displayName?: string | undefined;
  /** The account that the agent confirmed as theirs. */
  confirmedAccountId?: AccountId | undefined;
}

/** Returns the request for one person, or the reason why their text isn't one. */
export function readRequest(
  { email: text, displayName: name, confirmedAccountId: confirmed }: TypedPerson,
  organizationIds: readonly OrganizationId[],
): { request: CustomerRequest } | { refusal: CustomerRefusal } {
  const email = parseEmail(text);
  if (email === undefined) return { refusal: 'EMAIL_INVALID' };
  const displayName = parseName(name, email);
  return displayName === undefined
    ? { refusal: 'NAME_INVALID' }
    : { request: { email, displayName, organizationIds, confirmed } };
}

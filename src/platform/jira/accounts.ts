// The account behind an email address, as far as Jira shows it to whoever asks.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-user-search/#api-rest-api-3-user-search-get
import type { FoundAccount } from '../../customers/facts';
import type { PersonIdentity } from '../rest/identity';
import type { Answer } from '../rest/operation';
import { send, type RequestDeps } from '../rest/request';
import { jiraReads } from './operations';

/** Jira finds by the beginning of a name or an address; a whole address is the beginning of few others. */
const MAX_RESULTS = 50;

/** Undefined: none, hidden, or more than one. */
export async function findByAddress(
  deps: RequestDeps,
  identity: PersonIdentity,
  address: string,
  { once }: { once?: true } = {},
): Promise<FoundAccount | undefined> {
  const query = { query: address, maxResults: MAX_RESULTS };
  const users = await send(deps, jiraReads.findUsers, identity, { query, ...(once && { once }) });
  const match = matchOf(users, address);
  if (match.user?.accountId === undefined) return undefined;
  const { accountId, accountType, active } = match.user;
  return { account: { accountId, kind: accountType, active }, certain: match.certain };
}

type FoundUser = Answer<typeof jiraReads.findUsers>[number];

/**
 * An address that Jira shows decides. One that it hides is told by nothing but the search itself, so an account counts if it was not found by its
 * name, which anybody can choose, and if it is the only one of this kind. What is left is one that bears the address as its name, as accounts do that
 * were made without one: nobody can tell it from an impostor here.
 */
function matchOf(users: FoundUser[], address: string): { user: FoundUser | undefined; certain: boolean } {
  const exact = users.filter(({ emailAddress }) => sameText(emailAddress, address));
  if (exact.length > 0) return { user: only(exact), certain: true };
  const hidden = users.filter(({ emailAddress }) => (emailAddress ?? '') === '');
  const byAddress = hidden.filter(({ displayName }) => !includesText(displayName, address));
  if (byAddress.length > 0) return { user: only(byAddress), certain: true };
  const namedByAddress = hidden.filter(
    ({ displayName, accountType }) => accountType === 'customer' && sameText(displayName?.trim(), address),
  );
  return { user: only(namedByAddress), certain: false };
}

function sameText(one: string | null | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}

function only(users: readonly FoundUser[]): FoundUser | undefined {
  return users.length === 1 ? users[0] : undefined;
}

function includesText(one: string | null | undefined, other: string): boolean {
  return one?.toLowerCase().includes(other.toLowerCase()) === true;
}

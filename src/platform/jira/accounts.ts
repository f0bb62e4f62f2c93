// The account behind an email address, as far as Jira shows it to the identity that asks.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-user-search/#api-rest-api-3-user-search-get
import type { FoundAccount } from '../../customers/facts';
import type { PersonIdentity } from '../rest/identity';
import type { Answer } from '../rest/operation';
import { send, type RequestDeps } from '../rest/request';
import { jiraReads } from './operations';

/** Most results of a search. Jira matches the start of a name or an address; few others start with a whole address. */
const MAX_RESULTS = 50;

/** Finds the account with an address. Undefined: missing, hidden, or more than one. */
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
 * Picks the match of an address. An address that Jira shows decides. A hidden one is known only by the search itself, so an account counts if it wasn't found by its
 * name, which anybody can choose, and if it's the only one of this kind. Otherwise it's one that has the address as its name, as accounts do that
 * were made without a name: it can't be told from an impostor here.
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

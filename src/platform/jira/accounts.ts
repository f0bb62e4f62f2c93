// The account behind an e-mail address, as far as Jira shows it to whoever asks.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-user-search/#api-rest-api-3-user-search-get
import type { JiraAccount } from '../../domain/projects';
import type { PersonIdentity } from '../rest/identity';
import type { Answer } from '../rest/operations';
import { send, type RequestDeps } from '../rest/request';

type FoundUser = Answer<'findUsers'>[number];

/** Jira finds by the beginning of a name or an address; a whole address is the beginning of few others. */
const MAX_RESULTS = 50;

const sameText = (one: string | null | undefined, other: string): boolean => one?.toLowerCase() === other.toLowerCase();

/**
 * A hidden address is told by nothing but the search itself, so an answer counts only if it was not found by its name, which anybody can
 * choose, and if it is the only one of this kind.
 */
const isHiddenMatch = ({ emailAddress, displayName }: FoundUser, address: string): boolean =>
  (emailAddress ?? '') === '' && displayName?.toLowerCase().includes(address.toLowerCase()) !== true;

const matchOf = (users: FoundUser[], address: string): FoundUser | undefined => {
  const exact = users.filter(({ emailAddress }) => sameText(emailAddress, address));
  const [only, ...others] = exact.length > 0 ? exact : users.filter((user) => isHiddenMatch(user, address));
  return others.length === 0 ? only : undefined;
};

/** Undefined: none, hidden, or more than one. */
export const findByAddress = async (
  deps: RequestDeps,
  identity: PersonIdentity,
  address: string,
): Promise<JiraAccount | undefined> => {
  const users = await send(deps, 'findUsers', identity, { query: { query: address, maxResults: MAX_RESULTS } });
  const found = matchOf(users, address);
  return found?.accountId && { accountId: found.accountId, kind: found.accountType, active: found.active };
};

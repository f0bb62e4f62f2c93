// Users of Confluence by their name, as its query language finds them.
// https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-search/#api-wiki-rest-api-search-user-get
import type { Directory } from '../../groups/confluence-ports';
import type { ReaderIdentity } from '../rest/identity';
import type { Answer } from '../rest/operation';
import { send, type RequestDeps } from '../rest/request';
import { userReads } from './operations';
import { wordsIn } from './words-in';

/** Most people that somebody chooses among. Each costs 2 points. */
const MOST_FOUND = 10;

/** Finds users by their name: those of exactly this name first. */
export async function findByName(
  deps: RequestDeps,
  identity: ReaderIdentity,
  name: string,
): ReturnType<Directory['findByName']> {
  const words = wordsOf(name);
  if (words === '') return { accountIds: [], more: false };
  const query = { cql: `type = user and user.fullname ~ "${words}"`, limit: MOST_FOUND + 1 };
  const { results } = await send(deps, userReads.searchUser, identity, { query });
  const sorted = [...results.filter((one) => isNamed(one, name)), ...results.filter((one) => !isNamed(one, name))];
  const accountIds = sorted.slice(0, MOST_FOUND).flatMap(({ user }) => user?.accountId ?? []);
  return { accountIds, more: results.length > MOST_FOUND };
}

/** A text with an @ isn't a name: nobody is found by an email in their name. */
function wordsOf(name: string): string {
  return name.normalize('NFKC').includes('@') ? '' : wordsIn(name);
}

type Found = Answer<typeof userReads.searchUser>['results'][number];

function isNamed({ user }: Found, name: string): boolean {
  return user?.displayName?.toLowerCase() === name.toLowerCase();
}

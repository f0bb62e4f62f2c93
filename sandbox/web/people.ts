// People as the product shows them to the signed-in person: for UserPicker, User and the switcher.
// https://support.atlassian.com/confluence-cloud/docs/search-for-people/
import type { Person, Site } from '../contract/site';
import type { ProductUser } from './ui-kit/node';

/** Returns the people that the switcher offers first. */
export function castOf(site: Pick<Site, 'people'>): Person[] {
  return site.people().filter(hasPart);
}

/** Finds people for the switcher. */
export function findAccounts(site: Pick<Site, 'people'>, query: string): Person[] {
  return few(site.people(), (person) => matches(person, query));
}

/** Finds people for a user picker: active accounts that may use the product, for a signed-in person. */
export function findUsers(
  site: Pick<Site, 'people' | 'account'>,
  viewer: Person | undefined,
  query: string,
): ProductUser[] {
  if (viewer === undefined) return [];

  function isOffered(person: Person): boolean {
    return person.active && matches(person, query) && site.account(person.accountId)?.hasProductAccess === true;
  }

  return few(site.people(), isOffered).map(toUser);
}

const FORMER = 'Former user';

/** Returns the product's name for an account: deactivated ones are marked, unknown ones are former users. */
export function nameUser(
  site: Pick<Site, 'person' | 'account' | 'customerName'>,
  viewer: Person,
  accountId: string,
): ProductUser {
  const person = site.person(accountId);
  if (person === undefined) return { id: accountId, name: nameOfOther(site, viewer, accountId) ?? FORMER };
  return person.active ? toUser(person) : { id: accountId, name: `${person.name} (Deactivated)` };
}

/** Tells whether a person has a role in the seed: the crowd is numbered (`person-17`). */
function hasPart({ handle }: Person): boolean {
  return !/-\d+$/.test(handle);
}

const PICKER_LIMIT = 20;

/** Returns the first few matches. */
function few(people: readonly Person[], isWanted: (person: Person) => boolean): Person[] {
  const found: Person[] = [];
  for (const person of people) {
    if (isWanted(person)) found.push(person);
    if (found.length === PICKER_LIMIT) break;
  }
  return found;
}

function matches(person: Person, query: string): boolean {
  return [person.name, person.email, person.handle].some((text) => text.toLowerCase().includes(query.toLowerCase()));
}

function toUser({ accountId, name, email }: Person): ProductUser {
  return { id: accountId, name, email };
}

/** Returns a portal customer's name, for viewers who may use Jira. */
function nameOfOther(
  site: Pick<Site, 'account' | 'customerName'>,
  viewer: Person,
  accountId: string,
): string | undefined {
  return site.account(viewer.accountId)?.hasJiraAccess === true ? site.customerName(accountId) : undefined;
}

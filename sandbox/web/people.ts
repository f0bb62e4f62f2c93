// People as the product shows them to the person who is signed in: for UserPicker, User and the switcher.
// https://support.atlassian.com/confluence-cloud/docs/search-for-people/
import type { Person, Site } from '../contract/site';
import type { ProductUser } from './ui-kit/node';

const PICKER_LIMIT = 20;

const matches = (person: Person, query: string): boolean =>
  [person.name, person.email, person.handle].some((text) => text.toLowerCase().includes(query.toLowerCase()));

/** Seeds number the crowd (`person-17`); everyone else has a part to play. */
const hasPart = ({ handle }: Person): boolean => !/-\d+$/.test(handle);

/** Those whom the switcher offers first. */
export const castOf = (site: Pick<Site, 'people'>): Person[] => site.people().filter(hasPart);

/** The first few that are asked for. */
function few(people: readonly Person[], isWanted: (person: Person) => boolean): Person[] {
  const found: Person[] = [];
  for (const person of people) {
    if (isWanted(person)) found.push(person);
    if (found.length === PICKER_LIMIT) break;
  }
  return found;
}

/** Everyone whom the switcher can find. */
export const findAccounts = (site: Pick<Site, 'people'>, query: string): Person[] =>
  few(site.people(), (person) => matches(person, query));

const toUser = ({ accountId, name, email }: Person): ProductUser => ({ id: accountId, name, email });

/** Those whom a user picker offers: active accounts that may use the product, to a person who is signed in. */
export const findUsers = (
  site: Pick<Site, 'people' | 'account'>,
  viewer: Person | undefined,
  query: string,
): ProductUser[] => {
  if (viewer === undefined) return [];
  const isOffered = (person: Person): boolean =>
    person.active && matches(person, query) && site.account(person.accountId)?.hasProductAccess === true;
  return few(site.people(), isOffered).map(toUser);
};

const FORMER = 'Former user';

/** Jira knows customers of its portals by name; who may not use it does not. */
const nameOfOther = (
  site: Pick<Site, 'account' | 'customerName'>,
  viewer: Person,
  accountId: string,
): string | undefined =>
  site.account(viewer.accountId)?.hasJiraAccess === true ? site.customerName(accountId) : undefined;

/** How the product names an account: deactivated ones are marked, unknown ones are former users. */
export const nameUser = (
  site: Pick<Site, 'person' | 'account' | 'customerName'>,
  viewer: Person,
  accountId: string,
): ProductUser => {
  const person = site.person(accountId);
  if (person === undefined) return { id: accountId, name: nameOfOther(site, viewer, accountId) ?? FORMER };
  return person.active ? toUser(person) : { id: accountId, name: `${person.name} (Deactivated)` };
};

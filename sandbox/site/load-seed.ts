// Initial state of a site, from a seed.
// https://support.atlassian.com/user-management/docs/manage-users/
import { confluenceFromSeed } from './confluence/load-seed';
import { jsmFromSeed } from './jsm/load-seed';
import { peopleFromSeed } from './people/seed';
import type { Seed } from './seed';
import type { State } from './state';

export function stateFromSeed(seed: Seed): State {
  const accountIds = new Map(seed.people.map((person) => [person.handle, person.accountId]));
  const groupIds = new Map(seed.groups.map((group) => [group.name, group.id]));

  function idOf(handle: string): string {
    return accountIds.get(handle) ?? handle;
  }

  const people = peopleFromSeed(seed, idOf);
  return {
    ...people,
    ...confluenceFromSeed(seed, people, idOf, groupIds),
    jira: jsmFromSeed(seed.jira, people.appAccountId, (name) => groupIds.get(name) ?? idOf(name)),
  };
}

// People in Jira by their email, as the caller.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-user-search/#api-rest-api-3-user-search-get
import type { EmailMatches, JiraPeople } from '../../groups/lists/ports';
import type { ReaderIdentity } from '../rest/identity';
import type { Answer } from '../rest/operation';
import { send, type RequestDeps } from '../rest/request';
import { unless } from '../rest/unless';
import { jiraReads } from './operations';
import { holds } from './permissions';

/** Searches people as this person. `isConnected`: tells whether the app is connected to Jira; undefined: Forge doesn't say. */
export function createJiraPeople(
  deps: RequestDeps,
  identity: ReaderIdentity,
  isConnected: () => boolean | undefined,
): JiraPeople {
  return {
    maySearch: async () => {
      if (isConnected() === false) return 'jiraNotConnected';
      // Jira's answer to somebody who may not use it.
      const may = await unless(['ATLASSIAN_REFUSED'], false, () => holds(deps, identity, 'USER_PICKER'));
      return may ? 'yes' : 'mayNotSearch';
    },
    findByEmail: (email) => findByEmail(deps, identity, email),
  };
}

/** Most results of a search: few emails begin with a whole one. */
const MAX_RESULTS = 50;

async function findByEmail(deps: RequestDeps, identity: ReaderIdentity, email: string): Promise<EmailMatches> {
  const users = await send(deps, jiraReads.findUsers, identity, { query: { query: email, maxResults: MAX_RESULTS } });
  const people = users.filter(({ active, accountType }) => active && accountType !== 'app');
  const shown = people.filter(({ emailAddress }) => emailAddress?.toLowerCase() === email.toLowerCase());
  const hidden = people.filter(({ emailAddress, displayName }) => !emailAddress && !holdsEmail(displayName));
  return { shown: idsOf(shown), hidden: idsOf(hidden) };
}

/** Tells whether a name holds an email: the search finds names too, and anybody can choose theirs. */
function holdsEmail(name: string | null | undefined): boolean {
  return name?.normalize('NFKC').includes('@') === true;
}

function idsOf(users: Answer<typeof jiraReads.findUsers>) {
  return users.flatMap(({ accountId }) => accountId ?? []);
}

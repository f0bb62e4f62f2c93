import { failureOf } from '../../broker/errors';
import type { ResolvedPeople } from '../../shared/groups/lists';
import type { GroupPorts } from '../ports';
import type { EmailMatches } from './ports';
import { searchEach, stopOf, type Line, type Searched } from './search-each';
import type { Candidates } from './verdict-on';

/** Searches for people by their emails in Jira, if the app is connected to it and the caller may search people there. */
export async function searchEmails(
  ports: GroupPorts,
  lines: readonly Line[],
): Promise<Searched & Pick<ResolvedPeople, 'emails'>> {
  if (lines.length === 0) return { found: new Map() };
  const may = await maySearch(ports);
  if (typeof may !== 'string') return { found: new Map(), stoppedBy: may };
  if (may !== 'yes') return { found: new Map(), emails: may };
  const searched = await searchEach(ports, lines, async (email) =>
    candidatesIn(await ports.jiraPeople.findByEmail(email)),
  );
  return { ...searched, emails: 'lookedUp' };
}

/** Asks Jira whether the caller may. A failure doesn't keep the other lines from being answered. */
async function maySearch({ jiraPeople }: GroupPorts) {
  try {
    return await jiraPeople.maySearch();
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === undefined) throw thrown;
    return stopOf(failure);
  }
}

/** Most accounts that somebody chooses among. */
const MOST_CHOICES = 10;

/** An account that shows the email is certainly its owner's. One that hides its own is known by the search alone. */
function candidatesIn({ shown, hidden }: EmailMatches): Candidates {
  const all = shown.length > 0 ? shown : hidden;
  return {
    how: shown.length > 0 ? 'certain' : 'probable',
    accountIds: all.slice(0, MOST_CHOICES),
    more: all.length > MOST_CHOICES,
  };
}

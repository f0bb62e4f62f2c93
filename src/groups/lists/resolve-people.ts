import type { ListedPerson, ResolvedPeople } from '../../shared/groups/lists';
import { AccountId } from '../../shared/ids';
import type { InSpace } from '../in-space';
import { newMemberRefusal } from '../policy';
import type { GroupPorts } from '../ports';
import { searchEach, type Line } from './search-each';
import { searchEmails } from './search-emails';
import { verdictOn, type Candidates, type Refusals } from './verdict-on';

/**
 * Finds the people whom lines of a list name, as the caller: names in Confluence, emails in Jira. Confluence then describes everybody found, which
 * says who can be added. Nothing is stored.
 */
export async function resolvePeople(
  ports: GroupPorts,
  _where: InSpace,
  { people }: { people: ListedPerson[] },
): Promise<ResolvedPeople> {
  const names = await searchEach(ports, linesOf(people, 'name'), async (name) => ({
    how: 'suggested' as const,
    ...(await ports.directory.findByName(name)),
  }));
  const { emails, ...addresses } = await searchEmails(ports, linesOf(people, 'email'));
  const candidates = new Map([...idsIn(people), ...names.found, ...addresses.found]);
  const refusals = await readRefusals(
    ports,
    [...candidates.values()].flatMap(({ accountIds }) => accountIds),
  );
  const stoppedBy = names.stoppedBy ?? addresses.stoppedBy;
  return {
    people: people.map(({ line }) => ({ line, verdict: verdictOn(candidates.get(line), refusals) })),
    ...(emails && { emails }),
    ...(stoppedBy && { stoppedBy }),
  };
}

function linesOf(people: readonly ListedPerson[], kind: ListedPerson['kind']): Line[] {
  return people.filter((person) => person.kind === kind);
}

function idsIn(people: readonly ListedPerson[]): [number, Candidates][] {
  return linesOf(people, 'accountId').map(({ line, text }) => [
    line,
    { how: 'certain', accountIds: [AccountId.parse(text)] },
  ]);
}

/** Returns why accounts can't be added to any group: one call, and one storage request. */
async function readRefusals({ directory, settings }: GroupPorts, ids: readonly AccountId[]): Promise<Refusals> {
  const [accounts, { value }] = await Promise.all([directory.accounts([...new Set(ids)]), settings.privilegedUser()]);
  const byId = new Map(accounts.map((account) => [account.accountId, account]));
  return (accountId) => newMemberRefusal(accountId, byId.get(accountId), value.current?.accountId);
}

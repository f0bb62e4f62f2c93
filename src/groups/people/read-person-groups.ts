import { inChunks, readEach } from '../../broker/side-by-side';
import type { PersonGroup, PersonGroups } from '../../shared/groups/member-views';
import type { AccountId, GroupId } from '../../shared/ids';
import { FACTS_AT_ONCE, type GroupRecord, type MembershipFact } from '../facts';
import type { InSpace } from '../in-space';
import { accountStateOf } from '../members/account-state';
import type { GroupPorts } from '../ports';
import { readGroupsOfPerson } from './groups-of-person';

/**
 * Returns the groups of this space that one person is in, and for each since when and by whom, if the app added them.
 *
 * Groups that belong to other spaces, or to none, aren't told: it's never all of a person's access.
 */
export async function readPersonGroups(
  ports: GroupPorts,
  { space }: InSpace,
  { accountId }: { accountId: AccountId },
): Promise<PersonGroups> {
  const [{ records, complete }, [account]] = await Promise.all([
    readGroupsOfPerson(ports, space, accountId),
    ports.directory.accounts([accountId]),
  ]);
  const facts = await readFacts(ports, records, accountId);
  return {
    groups: records.map((record) => groupOf(record, facts.get(record.groupId))),
    account: accountStateOf(account),
    ...(!complete && { incomplete: true }),
  };
}

async function readFacts(
  { memberships }: GroupPorts,
  records: readonly GroupRecord[],
  accountId: AccountId,
): Promise<ReadonlyMap<GroupId, MembershipFact>> {
  const pairs = records.map(({ groupId }) => ({ groupId, accountId }));
  const facts = await readEach(inChunks(pairs, FACTS_AT_ONCE), (some) => memberships.among(some));
  return new Map(facts.map((fact) => [fact.groupId, fact]));
}

function groupOf({ groupId, groupName }: GroupRecord, fact: MembershipFact | undefined): PersonGroup {
  return { groupId, groupName, ...(fact !== undefined && { added: { since: fact.since, by: fact.by } }) };
}

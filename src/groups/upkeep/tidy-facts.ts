import { orLog } from '../../broker/or-log';
import { readPrivilegedUser } from '../../broker/privileged-user/privileged-user';
import { fits } from '../../broker/runs/know';
import { inChunks } from '../../broker/side-by-side';
import type { AccountId, GroupId } from '../../shared/ids';
import { FACTS_AT_ONCE, type MembershipFact } from '../facts';
import type { GroupPorts } from '../ports';

/**
 * Looks through one page of facts: those of a group that was transferred get its space, those of a group that doesn't exist any more are removed.
 *
 * A group without a record may only be managed no longer: its facts stay as long as the privileged user finds it.
 *
 * Returns the position after the page; undefined at the end.
 */
export async function tidyFacts(ports: GroupPorts, after: string | undefined): Promise<string | undefined> {
  const { facts, next } = await ports.memberships.all(after);
  if (facts.length === 0) return undefined;
  const groupIds = [...new Set(facts.map(({ groupId }) => groupId))];
  const records = await ports.groupRecords.recorded(groupIds);
  for (const fact of facts) {
    const spaceId = records.get(fact.groupId)?.spaceId;
    if (spaceId === undefined || spaceId === fact.spaceId || !fits(ports, 0)) continue;
    await orLog(ports, 'membership not moved', () => ports.memberships.replace({ ...fact, spaceId }, fact));
  }
  const gone = await findGone(
    ports,
    groupIds.filter((groupId) => !records.has(groupId)),
  );
  await removeFacts(
    ports,
    facts.filter(({ groupId }) => gone.has(groupId)),
  );
  return next;
}

/** Returns the groups, among these, that don't exist, as the privileged user is told. Without one, or without an answer, none. */
async function findGone(ports: GroupPorts, groupIds: readonly GroupId[]): Promise<ReadonlySet<GroupId>> {
  const gone = new Set<GroupId>();
  if (groupIds.length === 0) return gone;
  const { state } = await readPrivilegedUser(ports);
  if (state.name !== 'healthy') return gone;
  for (const groupId of groupIds) {
    if (!fits(ports, 0) || ports.points.areLow()) break;
    if ((await orLog(ports, 'group not looked for', () => isGone(ports, state.accountId, groupId))) === true)
      gone.add(groupId);
  }
  return gone;
}

async function isGone({ privilegedReader }: GroupPorts, actAs: AccountId, groupId: GroupId): Promise<boolean> {
  return (await privilegedReader.group(actAs, groupId)) === undefined;
}

async function removeFacts(ports: GroupPorts, facts: readonly MembershipFact[]): Promise<void> {
  for (const some of inChunks(facts, FACTS_AT_ONCE)) {
    await orLog(ports, 'memberships not removed', () => ports.memberships.remove(some));
  }
}

import type { AuditPage, AuditRow } from '../../shared/broker/views';
import type { SpaceAuditPage } from '../../shared/groups/views';
import type { AccountId, GroupId } from '../../shared/ids';
import type { MembershipFact, ProvedSpace } from '../facts';
import type { GroupPorts } from '../ports';

/** An entry about one membership. */
type MembershipRow = AuditRow & { groupId: GroupId; accountId: AccountId };

/**
 * Marks the changes of memberships that can be undone: two storage requests, side by side, if there are any such changes.
 *
 * An addition must have left the facts that are stored now. A removal must not be followed by another change on this page, or by facts; an earlier page may show one
 * that this doesn't see.
 */
export async function markUndoable(
  { groupRecords, memberships }: GroupPorts,
  { spaceId }: ProvedSpace,
  page: AuditPage,
): Promise<SpaceAuditPage> {
  const changes = page.rows.filter(isChange);
  if (changes.length === 0) return page;
  const [records, facts] = await Promise.all([
    groupRecords.recorded([...new Set(changes.map(({ groupId }) => groupId))]),
    memberships.among(changes.map(({ groupId, accountId }) => ({ groupId, accountId }))),
  ]);
  const undoable = changes.filter((row, index) => {
    const fact = facts.find((one) => isSame(one, row));
    const isLast = !changes.slice(0, index).some((newer) => isSame(newer, row));
    return (
      records.get(row.groupId)?.spaceId === spaceId &&
      (row.action === 'addMember' ? isOf(fact, row) : isLast && fact === undefined)
    );
  });
  const ids = new Set(undoable.map(({ id }) => id));
  return { ...page, rows: page.rows.map((row) => (ids.has(row.id) ? { ...row, mayUndo: true } : row)) };
}

function isChange(row: AuditRow): row is MembershipRow {
  const isOfMembership = row.action === 'addMember' || row.action === 'removeMember';
  return isOfMembership && row.outcome === 'succeeded' && row.groupId !== undefined && row.accountId !== undefined;
}

type Pair = Pick<MembershipFact, 'groupId' | 'accountId'>;

function isSame(one: Pair, other: Pair): boolean {
  return one.groupId === other.groupId && one.accountId === other.accountId;
}

function isOf(fact: MembershipFact | undefined, { id }: AuditRow): boolean {
  return fact?.attemptId === id;
}

import type { FactChange, GroupRecord, MembershipFact } from '../facts';

/** The record of a group, and the fact of one membership of it, as they are now. */
interface Now {
  record: GroupRecord | undefined;
  fact: MembershipFact | undefined;
}

/** The part of a change that can be stored now. */
export interface Based {
  /** The change on what is stored now. Absent: what is stored stays. */
  change?: FactChange;
  /** The change isn't stored as it was meant: somebody else has changed the same membership, or the group no longer belongs to the space. */
  withoutChange?: true;
}

/**
 * Bases a change on what is stored now, because something was changed in the group since it was read.
 *
 * Where that doesn't tell which of two changes of one membership took effect last, looks at the membership: a fact stays or is stored only of a member.
 */
export async function baseAgain(change: FactChange, { record, fact }: Now): Promise<Based> {
  if (record?.spaceId !== change.record.spaceId) return { withoutChange: true };
  const now = { ...change, record, before: fact };
  if (isOpen(change, { record, fact })) return afterLook(now, await change.look());
  return isSame(change, fact) ? { change: now } : { withoutChange: true };
}

/** Tells whether somebody else's change may have taken effect after this one: it found another fact to remove, or none where it stores one. */
function isOpen({ record: seen, before, after }: FactChange, { record, fact }: Now): boolean {
  if (after === undefined) return fact !== undefined && fact.attemptId !== before?.attemptId;
  return fact === undefined && (before !== undefined || record?.lastChange !== seen.lastChange);
}

/** Decides by what the look found. Undefined: nobody knows, so no fact claims anything. */
function afterLook(now: FactChange, found: 'member' | 'notMember' | undefined): Based {
  const { before, after } = now;
  if (found === 'member') return after === undefined ? { withoutChange: true } : { change: now };
  if (before === undefined) return { withoutChange: true };
  return { change: { ...now, after: undefined }, ...(found === undefined && { withoutChange: true }) };
}

/** Tells whether the fact is the one that was read. After a lost answer this very change may be stored already. */
function isSame({ before, after }: FactChange, fact: MembershipFact | undefined): boolean {
  return [before?.attemptId, after?.attemptId].includes(fact?.attemptId);
}

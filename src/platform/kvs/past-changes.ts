// Changes of memberships that the audit holds, to be undone.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-batch/
import { inChunks } from '../../broker/side-by-side';
import type { PastChange, PriorFact } from '../../groups/facts';
import type { AccountId } from '../../shared/ids';
import { queryEntries, readOutcomes, type Entry } from './audit-entries';
import { attemptSortKey, callerOf, spaceOf, type AttemptRow, type EntryRow, type OutcomeRow } from './audit-rows';
import { readMany, readTogether } from './batches';
import { AUDIT_ENTRY, AUDIT_OUTCOME, BATCH } from './keys';

/** Changes in one request: each is an entry and an outcome. */
const CHANGES_A_REQUEST = Math.floor(BATCH / 2);

/** Reads the changes of memberships, among these attempts, that succeeded; the port describes the rest. */
export async function readPastChanges(attemptIds: readonly string[]): Promise<PastChange[]> {
  return (await Promise.all(inChunks(attemptIds, CHANGES_A_REQUEST).map(readSome))).flat();
}

/** Returns who made these attempts. */
export async function readAuthors(attemptIds: readonly string[]): Promise<ReadonlyMap<string, AccountId>> {
  const rows = await readMany<EntryRow>(AUDIT_ENTRY, attemptIds);
  return new Map(
    [...rows].flatMap(([attemptId, row]) => {
      const author = row.kind === 'attempt' ? callerOf(row) : undefined;
      return author === undefined ? [] : [[attemptId, author] as const];
    }),
  );
}

/** Returns the attempts, among these, after which the same membership was changed again. */
export async function readChangedLater(changes: readonly PastChange[]): Promise<ReadonlySet<string>> {
  const areLater = await Promise.all(changes.map(isChangedLater));
  return new Set(changes.flatMap(({ attemptId }, index) => (areLater[index] === true ? [attemptId] : [])));
}

async function readSome(attemptIds: readonly string[]): Promise<PastChange[]> {
  const rows = await readTogether(
    attemptIds.flatMap((key) => [AUDIT_ENTRY, AUDIT_OUTCOME].map((entityName) => ({ entityName, key }))),
  );
  return attemptIds.flatMap((attemptId) => {
    const entry = rows(AUDIT_ENTRY, attemptId) as EntryRow | undefined;
    const ended = rows(AUDIT_OUTCOME, attemptId) as OutcomeRow | undefined;
    return changeOf(attemptId, entry, ended) ?? [];
  });
}

function changeOf(
  attemptId: string,
  entry: EntryRow | undefined,
  ended: OutcomeRow | undefined,
): PastChange | undefined {
  if (!isOfMembership(entry) || ended?.outcome !== 'succeeded') return undefined;
  const { at, action, groupId, accountId } = entry;
  const spaceId = spaceOf(entry);
  if (spaceId === undefined || groupId === undefined || accountId === undefined) return undefined;
  // The journal of memberships stored it, and nothing else stores any.
  const prior = ended.prior as PriorFact | undefined;
  return { attemptId, at, action, spaceId, groupId, accountId, ...(prior !== undefined && { prior }) };
}

function isOfMembership(row: EntryRow | undefined): row is AttemptRow & Pick<PastChange, 'action'> {
  return row?.kind === 'attempt' && (row.action === 'addMember' || row.action === 'removeMember');
}

/** Entries about one account in one query: the most that Forge returns. */
const ENTRIES_A_QUERY = 100;

/** Rounds of queries for one change. Behind so many entries nobody can tell, and the change counts as followed by another. */
const MAX_ROUNDS = 8;

async function isChangedLater({ attemptId, at, groupId, accountId }: PastChange): Promise<boolean> {
  let after = attemptSortKey(at, attemptId);
  for (let rounds = 0; rounds < MAX_ROUNDS; rounds += 1) {
    const { entries, more } = await queryEntries({ name: 'by-account', partition: accountId }, ENTRIES_A_QUERY, {
      after,
    });
    if (await holdsSuccess(entries.filter(({ row }) => isOfMembership(row) && row.groupId === groupId))) return true;
    const last = entries.at(-1);
    if (!more || last === undefined) return false;
    after = last.row.sortKey;
  }
  return true;
}

async function holdsSuccess(entries: readonly Entry[]): Promise<boolean> {
  const outcomes = await readOutcomes(entries);
  return [...outcomes.values()].some(({ outcome }) => outcome === 'succeeded');
}

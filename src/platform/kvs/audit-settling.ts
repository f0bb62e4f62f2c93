// Attempts that still lack an outcome: each area of the trail is read on from a stored sort key, which moves only when all before it ended.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-api-query/
import type { Attempt, SettledUpTo } from '../../broker/audit/entries';
import { omitUndefined } from '../omit-undefined';
import { queryAreas } from './audit-areas';
import { readOutcomes } from './audit-entries';
import { spaceOf, type AttemptRow } from './audit-rows';
import { AUDIT_WATERMARK_KEY } from './keys';
import { readSetting, saveSetting } from './versioned';

/** Rounds of queries in one run; the next run reads on. */
const MAX_ROUNDS = 10;

const MAX_ATTEMPTS = 50;

/** Reads attempts that began before `until` and have no outcome, from the stored sort keys on. */
export async function readUnsettled(until: string): Promise<{ attempts: Attempt[]; upTo?: SettledUpTo }> {
  const watermark = (await readSetting<SettledUpTo>(AUDIT_WATERMARK_KEY)) ?? {};
  const attempts: Attempt[] = [];
  let upTo = watermark;
  for (let rounds = 0; rounds < MAX_ROUNDS; rounds += 1) {
    const stretch = await readStretch(until, upTo, MAX_ATTEMPTS - attempts.length);
    attempts.push(...stretch.attempts);
    upTo = stretch.upTo;
    if (!stretch.more) break;
  }
  return { attempts, ...(upTo === watermark ? {} : { upTo }) };
}

export function storeSettledUpTo(upTo: SettledUpTo): Promise<void> {
  return saveSetting(AUDIT_WATERMARK_KEY, upTo);
}

interface Stretch {
  attempts: Attempt[];
  /** The same object if nothing was read. */
  upTo: SettledUpTo;
  more: boolean;
}

/** Entries of an area in one query: the most that Forge returns. */
const ENTRIES_A_QUERY = 100;

/** Reads one round of attempts without an outcome, oldest first, and the position reached in each area. */
async function readStretch(until: string, after: SettledUpTo, room: number): Promise<Stretch> {
  const { entries, more } = await queryAreas(ENTRIES_A_QUERY, (area) => ({ after: after[area] }));
  const old = entries.filter(({ row }) => row.at < until);
  const outcomes = await readOutcomes(old);
  const attempts: Attempt[] = [];
  let upTo = after;
  for (const { id, row } of old) {
    const isOpen = row.kind === 'attempt' && !outcomes.has(id);
    if (isOpen && attempts.length === room) return { attempts, upTo, more: false };
    if (isOpen) attempts.push(attemptOf(id, row));
    if (row.area !== undefined) upTo = { ...upTo, [row.area]: row.sortKey };
  }
  return { attempts, upTo, more: more && old.length === entries.length };
}

function attemptOf(id: string, row: AttemptRow): Attempt {
  const { kind: _kind, sortKey: _sortKey, area: _area, spaceId: _spaceId, ...fields } = row;
  return omitUndefined({ id, ...fields, spaceId: spaceOf(row) });
}

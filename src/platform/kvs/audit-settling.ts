// Which attempts still lack an outcome: the trail is read on from a stored position, which moves only when all before it ended.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-api-query/
import { kvs } from '@forge/kvs';

import type { Attempt } from '../../domain/audit';
import { omitUndefined } from '../omit-undefined';
import { queryEntries, readOutcomes } from './audit-entries';
import { spaceOf, type AttemptRow } from './audit-rows';
import { AUDIT_WATERMARK_KEY, SETTING, SITE } from './keys';

const MAX_ATTEMPTS = 50;
/** Entries in one query: what Forge answers at most. */
const ENTRIES_A_QUERY = 100;
/** Queries in one run; the next run reads on. */
const MAX_QUERIES = 10;

interface Watermark {
  version: number;
  value: { upTo: string };
}

const attemptOf = (id: string, row: AttemptRow): Attempt => {
  const { kind: _kind, site: _site, position: _position, area: _area, spaceId: _spaceId, ...fields } = row;
  return omitUndefined({ id, ...fields, spaceId: spaceOf(row) });
};

interface Stretch {
  attempts: Attempt[];
  upTo?: string;
  more: boolean;
}

/** One query's worth of attempts without outcome, oldest first, and how far it came. */
const readStretch = async (until: string, after: string | undefined, room: number): Promise<Stretch> => {
  const { entries, more } = await queryEntries({ name: 'by-time', partition: SITE }, ENTRIES_A_QUERY, { after });
  const old = entries.filter(({ row }) => row.at < until);
  const outcomes = await readOutcomes(old);
  const attempts: Attempt[] = [];
  let upTo: string | undefined;
  for (const { id, row } of old) {
    const isOpen = row.kind === 'attempt' && !outcomes.has(id);
    if (isOpen && attempts.length === room) return { attempts, ...(upTo === undefined ? {} : { upTo }), more: false };
    if (isOpen) attempts.push(attemptOf(id, row));
    upTo = row.position;
  }
  return { attempts, ...(upTo === undefined ? {} : { upTo }), more: more && old.length === entries.length };
};

/** Attempts that began before `until` and have no outcome, from the stored position on. */
export const readUnsettled = async (until: string): Promise<{ attempts: Attempt[]; upTo?: string }> => {
  const watermark = await kvs.entity<Watermark>(SETTING).get(AUDIT_WATERMARK_KEY);
  const attempts: Attempt[] = [];
  let upTo: string | undefined;
  for (let queries = 0; queries < MAX_QUERIES; queries += 1) {
    const after = upTo ?? watermark?.value.upTo;
    const stretch = await readStretch(until, after, MAX_ATTEMPTS - attempts.length);
    attempts.push(...stretch.attempts);
    upTo = stretch.upTo ?? upTo;
    if (!stretch.more) break;
  }
  return { attempts, ...(upTo === undefined ? {} : { upTo }) };
};

export const storeSettledUpTo = (upTo: string): Promise<void> =>
  kvs.entity<Watermark>(SETTING).set(AUDIT_WATERMARK_KEY, { version: 1, value: { upTo } });

// Which group belongs to which space.
import { AppError } from '../../../src/broker/errors';
import type { GroupRecord, RecordChange } from '../../../src/groups/facts';
import type { GroupRecords, RecordPage, RecordSearch } from '../../../src/groups/store-ports';
import type { GroupId } from '../../../src/shared/ids';
import type { Journal } from './journal';

const RECORDS_A_PAGE = 25;
/** Records that one search reads. */
const RECORDS_A_SEARCH = 400;

export interface FakeGroupRecords extends GroupRecords {
  stored: Map<GroupId, GroupRecord>;
  /** Tells whether a change that a run makes can still be stored. */
  isUnmoved: (change: RecordChange) => boolean;
  apply: (change: RecordChange) => void;
  /** Another one after each addition. */
  mark: () => number;
}

function isStillSeen(now: GroupRecord, seen: GroupRecord): boolean {
  return now.spaceId === seen.spaceId && now.deletable === seen.deletable && now.recordedAt === seen.recordedAt;
}

/** As the store keeps it: what was last changed in the group is known of every record that is written. */
function written(record: GroupRecord, now = record): GroupRecord {
  return { ...record, lastChange: now.lastChange ?? `${record.recordedAt}#${record.attemptId ?? record.groupId}` };
}

function pageBy(records: readonly GroupRecord[], positionOf: (record: GroupRecord) => string | undefined) {
  const page = records.slice(0, RECORDS_A_PAGE);
  const last = page.at(-1);
  const next = last === undefined || records.length <= RECORDS_A_PAGE ? undefined : positionOf(last);
  return { records: page, ...(next !== undefined && { next }) };
}

function nameKey({ groupName, groupId }: GroupRecord): string {
  return `${groupName.toLowerCase()}#${groupId}`;
}

/** The found ones, as far as one search reads; a page never ends between two of one name. */
function searched(records: readonly GroupRecord[], { text, order }: RecordSearch, after?: string): RecordPage {
  const isByName = order === 'name';
  function positionOf({ groupName, lastChange = '' }: GroupRecord) {
    return isByName ? groupName : lastChange;
  }
  function isNext(record: GroupRecord) {
    const position = positionOf(record);
    return after === undefined || (isByName ? position > after : position < after);
  }
  const rest = records
    .filter(isNext)
    .toSorted((a, b) => (positionOf(a) < positionOf(b) ? -1 : 1) * (isByName ? 1 : -1));
  const readNow = rest.slice(0, RECORDS_A_SEARCH);
  const found = readNow.filter(({ groupName }) => groupName.toLowerCase().includes(text.toLowerCase()));
  const end = found.findIndex(
    ({ groupName }, index) => index >= RECORDS_A_PAGE && groupName !== found[index - 1]?.groupName,
  );
  const page = end === -1 ? found : found.slice(0, end);
  const last = end === -1 ? readNow.at(-1) : page.at(-1);
  const hasMore = end !== -1 || rest.length > readNow.length;
  return { records: page, ...(hasMore && last && { next: positionOf(last) }) };
}

export function createGroupRecords({ run, read }: Journal): FakeGroupRecords {
  const stored = new Map<GroupId, GroupRecord>();
  let additions = 1;
  function put(record: GroupRecord) {
    stored.set(record.groupId, written(record));
    additions += 1;
  }
  function conflict() {
    return new AppError({ code: 'CONFLICT', what: 'record' });
  }
  function page(records: GroupRecord[], after = '', keepsNamesTogether = false) {
    function position(record: GroupRecord) {
      return `${record.groupName} ${record.groupId}`;
    }
    const rest = records
      .filter((record) => position(record) > after)
      .toSorted((a, b) => (position(a) > position(b) ? 1 : -1));
    // A page never ends between two of one name.
    const nextName = keepsNamesTogether ? rest[RECORDS_A_PAGE]?.groupName : undefined;
    const end = nextName === undefined ? -1 : rest.findIndex(({ groupName }) => groupName === nextName);
    const some = rest.slice(0, end < 1 ? RECORDS_A_PAGE : Math.min(end, RECORDS_A_PAGE));
    const last = some.at(-1);
    return { records: some, ...(rest.length > some.length && last && { next: position(last) }) };
  }
  return {
    stored,
    isUnmoved(change) {
      const now = stored.get(change.groupId);
      return 'added' in change ? now === undefined : now !== undefined && isStillSeen(now, change.removed);
    },
    apply(change) {
      if ('added' in change) put(change.added);
      else stored.delete(change.groupId);
    },
    mark: () => additions,
    get: async (groupId) => read('get record', () => stored.get(groupId)),
    ofSpace: async (spaceId, after) =>
      read('read records', () =>
        page(
          [...stored.values()].filter((one) => one.spaceId === spaceId),
          after,
          true,
        ),
      ),
    ofSpaceByChange: async (spaceId, before) =>
      read('read changed records', () => {
        const changed = [...stored.values()].filter(
          (one) => one.spaceId === spaceId && one.lastChange !== undefined && one.lastChange < (before ?? '~'),
        );
        const sorted = changed.toSorted((a, b) => ((a.lastChange ?? '') < (b.lastChange ?? '') ? 1 : -1));
        return pageBy(sorted, ({ lastChange }) => lastChange);
      }),
    all: async (after) => read('read all records', () => page([...stored.values()], after)),
    startingWith: async (text, after = '') =>
      read('find records', () => {
        const found = [...stored.values()].filter(
          (one) => one.lastChange !== undefined && nameKey(one).startsWith(text.toLowerCase()) && nameKey(one) > after,
        );
        return pageBy(
          found.toSorted((a, b) => (nameKey(a) > nameKey(b) ? 1 : -1)),
          nameKey,
        );
      }),
    search: async (spaceId, wanted, after) =>
      read('search records', () => {
        const ofSpace = [...stored.values()].filter((one) => one.spaceId === spaceId);
        return searched(ofSpace, wanted, after);
      }),
    add: async (record) =>
      run({ call: 'add record', about: record.groupId }, () => {
        if (stored.has(record.groupId)) throw conflict();
        put(record);
      }),
    replace: async (record, seen) =>
      run({ call: 'replace record', about: record.groupId }, () => {
        const now = stored.get(record.groupId);
        if (now === undefined || !isStillSeen(now, seen) || now.replacedBy !== seen.replacedBy) throw conflict();
        stored.set(record.groupId, written(record, now));
      }),
    remove: async (seen) =>
      run({ call: 'remove record', about: seen.groupId }, () => {
        const now = stored.get(seen.groupId);
        if (now !== undefined && !isStillSeen(now, seen)) throw conflict();
        return stored.delete(seen.groupId);
      }),
    named: async (spaceId, groupName) =>
      read('read named records', () =>
        [...stored.values()].filter((one) => one.spaceId === spaceId && one.groupName === groupName),
      ),
    hasAtLeast: async (spaceId, many) =>
      read('count records', () => [...stored.values()].filter((one) => one.spaceId === spaceId).length >= many),
    recorded: async (ids) => read('read recorded', () => new Map([...stored].filter(([id]) => ids.includes(id)))),
  };
}

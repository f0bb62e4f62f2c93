// Records of which group belongs to which space, as they are stored.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-api/
import { Filter, FilterConditions } from '@forge/kvs';

import type { GroupRecord } from '../../groups/facts';
import { omitUndefined } from '../omit-undefined';
import { SITE } from './keys';

export interface Row extends GroupRecord {
  site: string;
  /** Sorts the site's records by space and name. */
  sortKey: string;
  /** Sorts the site's records by name. Absent: an older version wrote the record. */
  nameKey?: string;
}

/** A row that holds the place of a record which is about to be added: a transaction can't ask that there be none. It counts as none, and no index has it. */
export type FreeRow = Pick<Row, 'groupId'> & { [Field in Exclude<keyof Row, 'groupId'>]?: undefined };

/** Returns the record of a row, if it holds one. */
export function recordIn(row: Row | FreeRow | undefined): GroupRecord | undefined {
  return row === undefined || row.spaceId === undefined ? undefined : recordOf(row);
}

/** Returns the record of a row of an index. */
export function recordOf({ site: _site, sortKey: _sortKey, nameKey: _nameKey, ...record }: Row): GroupRecord {
  return record;
}

/** Most characters of a stored name. An index holds 900 bytes, at most 3 for each character: https://developer.atlassian.com/platform/forge/limits-kvs-ce/ */
const MAX_STORED_NAME = 255;

/** Returns a name as records hold it. */
export function storedName(groupName: string): string {
  return groupName.slice(0, MAX_STORED_NAME);
}

/** Makes a row of exactly the attributes that manifest.yml declares: the store refuses any other one. */
export function rowOf(record: GroupRecord): Row {
  return omitUndefined({
    site: SITE,
    sortKey: sortKeyOf(record),
    groupId: record.groupId,
    spaceId: record.spaceId,
    groupName: storedName(record.groupName),
    origin: record.origin,
    deletable: record.deletable,
    grantsProductAccess: record.grantsProductAccess,
    recordedBy: record.recordedBy,
    recordedAt: record.recordedAt,
    attemptId: record.attemptId,
    runId: record.runId,
    refused: record.refused,
    // A record that an older version wrote was last changed, as far as anybody knows, when it was made.
    lastChange: record.lastChange ?? lastChangeKey(record.recordedAt, record.attemptId ?? record.groupId),
    nameKey: nameKeyOf(record),
    replacedBy: record.replacedBy,
    replacedSince: record.replacedSince,
    replaces: record.replaces,
  });
}

/** Returns the key that sorts records by their last change, and tells one change from another. */
export function lastChangeKey(at: string, attemptId: string): string {
  return `${at}#${attemptId}`;
}

/** Tells whether a record still has the same space, rights and date. */
export function isUnchanged(now: GroupRecord | undefined, before: GroupRecord): boolean {
  return now?.spaceId === before.spaceId && now.deletable === before.deletable && now.recordedAt === before.recordedAt;
}

/** Returns the same as a condition. */
export function isStill(before: GroupRecord) {
  return new Filter<Row>()
    .and('spaceId', FilterConditions.equalTo(before.spaceId))
    .and('deletable', FilterConditions.equalTo(before.deletable))
    .and('recordedAt', FilterConditions.equalTo(before.recordedAt));
}

/** Returns the condition that a row still holds the place of a record. */
export function isFree() {
  return new Filter<Row>().and('spaceId', FilterConditions.notExists());
}

/** Returns the condition that nothing was changed in the group since, either, and that the same group is to take its place. */
export function isUntouched({ lastChange, replacedBy, ...before }: GroupRecord) {
  return isStill(before).and('lastChange', is(lastChange)).and('replacedBy', is(replacedBy));
}

function is(text: string | undefined) {
  return text === undefined ? FilterConditions.notExists() : FilterConditions.equalTo(text);
}

/** Most characters of a name in a sort key: leaves room for both ids within the 200 characters that a page can send back. */
const MAX_NAME_IN_SORT_KEY = 100;

function sortKeyOf({ spaceId, groupName, groupId }: GroupRecord): string {
  const name = groupName
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]/g, '_')
    .slice(0, MAX_NAME_IN_SORT_KEY);
  return `${spaceId}#${name}#${groupId}`;
}

function nameKeyOf({ groupName, groupId }: GroupRecord): string {
  return `${storedName(groupName.toLowerCase())}#${groupId}`;
}

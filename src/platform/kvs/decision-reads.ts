// The stored data for a decision, read in one request.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-batch/
import type { Observation, PrivilegedUserSetting } from '../../broker/privileged-user/state';
import type { GroupRecord, SettingVersions } from '../../groups/facts';
import { rulesNow } from '../../groups/rules/stored-rules';
import type { GroupDecisionReads } from '../../groups/store-ports';
import type { AccountId, GroupId } from '../../shared/ids';
import { unwatched, type Watch } from '../rest/pause-gate';
import { readTogether } from './batches';
import { reading } from './failures';
import { recordIn, type Row as RecordRow } from './group-record-rows';
import {
  GROUP_RECORD,
  MEMBERSHIP_FACT,
  membershipKey,
  OBSERVATION_KEY,
  PRIVILEGED_USER_KEY,
  RULES_KEY,
  SETTING,
} from './keys';
import { byAccount, type FactRow } from './membership-rows';
import { createRecordMark } from './record-mark';
import { seedRow } from './seed-row';
import { withDefaults, type EarlierRules } from './settings';
import { versionedOf, type Row } from './versioned';

/** Creates reads that are never cached. `watch` sees who is read as the privileged user. The port describes how they fail. */
export function createDecisionReads(watch: Watch = unwatched, mark = createRecordMark()): GroupDecisionReads {
  return {
    read: (groupId, accountIds = []) => watch(() => reading(() => readStored(groupId, accountIds))),
    readForAdding: (groupIds) =>
      watch(() =>
        reading(async () => {
          // Not in the same request: nobody promises that it reads everything at one moment.
          const last = await mark.last();
          const read = await readRows(ofRecords(groupIds));
          const records = new Map(recordsIn(read, groupIds));
          return { ...settingsIn(read), records, mark: last, settings: await versionsIn(read) };
        }),
      ),
  };
}

async function readStored(
  groupId: GroupId | undefined,
  accountIds: readonly AccountId[],
): ReturnType<GroupDecisionReads['read']> {
  const keys = groupId === undefined ? [] : accountIds.map((accountId) => membershipKey(groupId, accountId));
  const groupIds = groupId === undefined ? [] : [groupId];
  const read = await readRows([...ofRecords(groupIds), ...keys.map((key) => ({ entityName: MEMBERSHIP_FACT, key }))]);
  return {
    ...settingsIn(read),
    record: recordsIn(read, groupIds)[0]?.[1],
    memberships: byAccount(keys.flatMap((key) => (read(MEMBERSHIP_FACT, key) as FactRow | undefined) ?? [])),
  };
}

type Read = Awaited<ReturnType<typeof readTogether>>;

const DECIDING = [PRIVILEGED_USER_KEY, OBSERVATION_KEY, RULES_KEY];

function readRows(more: Parameters<typeof readTogether>[0]): Promise<Read> {
  return readTogether([...DECIDING.map((key) => ({ entityName: SETTING, key })), ...more]);
}

/** Returns the versions of the settings that were read. Where nobody has stored one, a placeholder holds its place: a transaction names the version of a row. */
async function versionsIn(read: Read): Promise<SettingVersions> {
  const versions: Record<string, number> = {};
  for (const key of DECIDING) {
    const row = read(SETTING, key) as Row<unknown> | undefined;
    if (row === undefined) await seedRow(SETTING, key, { version: 0, content: {} });
    versions[key] = row?.version ?? 0;
  }
  return versions;
}

function settingsIn(read: Read) {
  function setting<T>(key: string, otherwise: T) {
    return versionedOf(read(SETTING, key) as Row<T> | undefined, otherwise);
  }
  const privilegedUser = setting<PrivilegedUserSetting>(PRIVILEGED_USER_KEY, {});
  const rules = withDefaults(setting<EarlierRules>(RULES_KEY, {}).value);
  return {
    privilegedUser,
    observation: versionedOf(read(SETTING, OBSERVATION_KEY) as Row<Observation> | undefined).value,
    rules: rulesNow(rules, privilegedUser.value.current !== undefined),
  };
}

function ofRecords(groupIds: readonly GroupId[]) {
  return groupIds.map((key) => ({ entityName: GROUP_RECORD, key }));
}

function recordsIn(read: Read, groupIds: readonly GroupId[]): [GroupId, GroupRecord][] {
  return groupIds.flatMap((groupId): [GroupId, GroupRecord][] => {
    const record = recordIn(read(GROUP_RECORD, groupId) as RecordRow | undefined);
    return record === undefined ? [] : [[groupId, record]];
  });
}

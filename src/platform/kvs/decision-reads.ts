// The stored data for a decision, read in one request.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-batch/
import type { Observation, PrivilegedUserSetting } from '../../broker/privileged-user/state';
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
import { withDefaults, type EarlierRules } from './settings';
import { versionedOf, type Row } from './versioned';

/** Creates reads that are never cached. `watch` sees who is read as the privileged user. The port describes how they fail. */
export function createDecisionReads(watch: Watch = unwatched): GroupDecisionReads {
  return { read: (groupId, accountIds = []) => watch(() => readStored(groupId, accountIds)) };
}

function readStored(
  groupId: GroupId | undefined,
  accountIds: readonly AccountId[],
): ReturnType<GroupDecisionReads['read']> {
  return reading(async () => {
    const settings = [PRIVILEGED_USER_KEY, OBSERVATION_KEY, RULES_KEY].map((key) => ({ entityName: SETTING, key }));
    const record = groupId === undefined ? [] : [{ entityName: GROUP_RECORD, key: groupId }];
    const keys = groupId === undefined ? [] : accountIds.map((accountId) => membershipKey(groupId, accountId));
    const facts = keys.map((key) => ({ entityName: MEMBERSHIP_FACT, key }));
    const rows = await readTogether([...settings, ...record, ...facts]);
    function row<T>(entityName: string, key: string) {
      return rows(entityName, key) as T | undefined;
    }
    function setting<T>(key: string, otherwise: T) {
      return versionedOf(row<Row<T>>(SETTING, key), otherwise);
    }
    const privilegedUser = setting<PrivilegedUserSetting>(PRIVILEGED_USER_KEY, {});
    return {
      privilegedUser,
      observation: versionedOf(row<Row<Observation>>(SETTING, OBSERVATION_KEY)).value,
      rules: rulesNow(
        withDefaults(setting<EarlierRules>(RULES_KEY, {}).value),
        privilegedUser.value.current !== undefined,
      ),
      record: recordIn(groupId === undefined ? undefined : row<RecordRow>(GROUP_RECORD, groupId)),
      memberships: byAccount(keys.flatMap((key) => row<FactRow>(MEMBERSHIP_FACT, key) ?? [])),
    };
  });
}

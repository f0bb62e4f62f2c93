// How far the hourly upkeep has come, in one row. Runs of the schedule don't overlap: https://developer.atlassian.com/platform/forge/manifest-reference/modules/scheduled-trigger/
import type { UpkeepPosition, UpkeepStore } from '../../groups/store-ports';
import { reading } from './failures';
import { UPKEEP_KEY } from './keys';
import { readSetting, saveSetting } from './versioned';

/** Creates the store of this installation's position. The port describes how each method fails. */
export function createUpkeep(): UpkeepStore {
  return {
    read: () => reading(async () => (await readSetting<UpkeepPosition>(UPKEEP_KEY)) ?? {}),
    save: (next) => saveSetting(UPKEEP_KEY, next),
  };
}

// The steps of setting the app up that admins ended by hand, in one row.
import type { EndedSteps, FirstRunStore } from '../../groups/first-run/ports';
import { FIRST_RUN_KEY } from './keys';
import { readVersioned, saveVersioned } from './versioned';

/** Creates the store of this installation. The port describes how each method fails. */
export function createFirstRun(): FirstRunStore {
  return {
    read: () => readVersioned<EndedSteps>(FIRST_RUN_KEY, {}),
    save: (next, before) => saveVersioned(FIRST_RUN_KEY, next, before),
  };
}

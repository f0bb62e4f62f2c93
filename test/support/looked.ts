import type { StillWaiting } from '../../src/shared/groups/changes';

/** Returns what a look has shown: it isn't asked by the version at which something was seen waiting. */
export function looked<View extends object>(seen: View | StillWaiting): View {
  if ('isStill' in seen) throw new Error('It still waits');
  return seen;
}

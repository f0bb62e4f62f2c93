// What somebody mostly does next: what was begun goes on, and what was stopped is set going again.
import type { globalPayloads, spacePayloads } from '../../src/shared/groups/payloads';
import type { Seen } from './seen';

interface PrivilegedUser {
  current?: object;
  paused?: object;
}

/** Returns the call of the space page that goes on with something, if anything waits for it. */
export function nextInSpace(seen: Seen, spaceId: string): keyof typeof spacePayloads | undefined {
  const states = new Set(seen.runs(spaceId).map(({ state }) => state));
  if (states.has('planned')) return 'applyChange';
  if (states.has('waiting')) return 'resumeChange';
  return seen.recorded(spaceId).length === 0 ? 'createGroup' : undefined;
}

/** Returns the call of the global page that goes on with something, if anything waits for it. */
export function nextOnSite(seen: Seen, accountId: string): keyof typeof globalPayloads | undefined {
  const { current, paused } = (seen.settingOf('privileged-user') ?? {}) as PrivilegedUser;
  if (paused !== undefined) return 'resumeChanges';
  if (current === undefined) return 'savePrivilegedUser';
  const states = new Set(seen.runs('site').map(({ state }) => state));
  if (states.has('planned')) return seen.isProved(accountId) ? 'applyTakeover' : 'confirmSiteAdmin';
  if (states.has('waiting')) return seen.isProved(accountId) ? 'resumeTakeover' : 'confirmSiteAdmin';
  return undefined;
}

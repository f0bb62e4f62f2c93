// Rate limits of apps: points per hour, and calls per second for each operation. People's own clients aren't counted.
// https://developer.atlassian.com/cloud/confluence/rate-limiting/ and https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
import type { Clock } from '../../contract/clock';
import type { Identity } from '../../contract/identity';
import type { Quota } from '../../contract/site';
import { HOUR_MS, NEAR_LIMIT, SECOND_MS } from './limits';
import { createWindow } from './window';
import type { Counted, Window } from './window';

/** Points charged on arrival, so that concurrent calls can't all spend the last one. */
const ARRIVAL = 1;

/** Points that Atlassian gives an app in an hour. */
const POINTS_PER_HOUR = 65_000;

/** Counts one app's calls on one site, under one name. Without limits it refuses nothing and adds no header. */
export function createQuota(clock: Clock, { pointsPerHour, callsPerSecond }: Quota, name: string) {
  const hour = createWindow(clock, HOUR_MS);
  const second = createWindow(clock, SECOND_MS);

  function hourHeaders(limit: number): Record<string, string> {
    const used = hour.count('app');
    const [left, seconds] = [Math.max(0, limit - used), secondsLeft(clock, hour)];
    return { ...limitHeaders(limit, used, hour.endsAt()), ...policyHeaders(limit, left, seconds) };
  }

  return {
    /** Returns the refusal of this call, or counts it and returns undefined. */
    refusal: (identity: Identity, operationId = 'none'): Response | undefined => {
      if (!isMetered(identity)) return undefined;
      if (pointsPerHour !== undefined && hour.count('app') >= pointsPerHour) {
        return refused(`${name}-quota-global-based`, secondsLeft(clock, hour), hourHeaders(pointsPerHour));
      }
      const calls = second.count(operationId);
      if (callsPerSecond !== undefined && calls >= callsPerSecond) {
        const headers = limitHeaders(callsPerSecond, calls, second.endsAt());
        return refused(`${name}-burst-based`, secondsLeft(clock, second), headers);
      }
      second.add(operationId, 1);
      hour.add('app', ARRIVAL);
      return undefined;
    },
    /** Returns the refusal of a call where all points of this hour are spent, however many the app has. */
    usedUp: (): Response => {
      const limit = pointsPerHour ?? POINTS_PER_HOUR;
      const left = secondsLeft(clock, hour);
      const headers = { ...limitHeaders(limit, limit, hour.endsAt()), ...policyHeaders(limit, 0, left) };
      return refused(`${name}-quota-global-based`, left, headers);
    },
    /** Charges the rest of the answer's cost, and warns in its headers when little is left. */
    charge: (identity: Identity, points: number, { headers }: Response): void => {
      if (!isMetered(identity)) return;
      hour.add('app', points - ARRIVAL);
      if (pointsPerHour === undefined || pointsPerHour - hour.count('app') >= pointsPerHour * NEAR_LIMIT) return;
      for (const [name, value] of Object.entries(hourHeaders(pointsPerHour))) headers.set(name, value);
    },
    ...copiesOf(hour, second),
  };
}

export type AppQuota = ReturnType<typeof createQuota>;

/** Holds what an app spent in the current hour and second. */
export interface Spent {
  hour: Counted;
  second: Counted;
}

/** Tells whether a call counts: the app's own do, those of people's clients don't. */
export function isMetered({ kind }: Identity): boolean {
  return kind === 'app' || kind === 'user';
}

function secondsLeft(clock: Clock, window: Window): number {
  return Math.max(1, Math.ceil((window.endsAt() - clock.now()) / SECOND_MS));
}

function limitHeaders(limit: number, used: number, endsAt: number): Record<string, string> {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(Math.max(0, limit - used)),
    'x-ratelimit-reset': new Date(endsAt).toISOString(),
    'x-ratelimit-nearlimit': String(limit - used < limit * NEAR_LIMIT),
  };
}

function policyHeaders(limit: number, left: number, seconds: number): Record<string, string> {
  return {
    'ratelimit-policy': `"global-app-quota";q=${String(limit)};w=${String(HOUR_MS / SECOND_MS)}`,
    ratelimit: `"global-app-quota";r=${String(left)};t=${String(seconds)}`,
  };
}

function refused(reason: string, retryAfter: number, headers: Record<string, string>): Response {
  return Response.json(
    { code: 429, message: 'Rate limit exceeded' },
    { status: 429, headers: { ...headers, 'retry-after': String(retryAfter), 'ratelimit-reason': reason } },
  );
}

/** Creates what copies the amounts spent, and what replaces them. */
function copiesOf(hour: Window, second: Window) {
  return {
    spent: (): Spent => ({ hour: hour.copy(), second: second.copy() }),
    load: (spent: Spent): void => {
      hour.load(spent.hour);
      second.load(spent.second);
    },
  };
}

// What Atlassian saw: the newest REST calls that reached the site, with the names of those in whose name they came.
import type { Identity } from '../contract/identity';
import type { RequestRow, Site } from '../contract/site';

/** Tells in whose name a call came. */
export interface SeenAs {
  kind: 'caller' | 'impersonated' | 'app' | 'own client' | 'nobody';
  /** Name of the person; absent for the app and for nobody. */
  name?: string;
}

/** Describes one call. */
export interface SeenCall extends Pick<RequestRow, 'method' | 'path' | 'status' | 'points' | 'startedAt' | 'fault'> {
  as: SeenAs;
}

/** Holds what the log has of the calls that were asked for. */
export interface Seen {
  /** Number of calls in the log. */
  calls: number;
  /** Points that these calls cost. */
  points: number;
  /** Newest of them, newest first. */
  newest: readonly SeenCall[];
}

type NamingSite = Pick<Site, 'requests' | 'person' | 'customerName'>;

/** Maximum number of calls listed; the sums count all. */
export const LISTED_CALLS = 200;

/** Reads the log; only calls that the app made as somebody who wasn't there, if wanted. */
export function readSeen(site: NamingSite, onlyImpersonated: boolean): Seen {
  const rows = site.requests().filter(({ identity }) => !onlyImpersonated || kindOf(identity) === 'impersonated');
  return {
    calls: rows.length,
    points: rows.reduce((sum, row) => sum + row.points, 0),
    newest: rows
      .slice(-LISTED_CALLS)
      .toReversed()
      .map((row) => seenCall(site, row)),
  };
}

function seenCall(
  site: NamingSite,
  { identity, method, path, status, points, startedAt, fault }: RequestRow,
): SeenCall {
  return { as: seenAs(site, identity), method, path, status, points, startedAt, ...(fault && { fault }) };
}

function seenAs(site: NamingSite, identity: Identity): SeenAs {
  const kind = kindOf(identity);
  if (!('accountId' in identity)) return { kind };
  const { accountId } = identity;
  return { kind, name: site.person(accountId)?.name ?? site.customerName(accountId) ?? accountId };
}

function kindOf(identity: Identity): SeenAs['kind'] {
  if (identity.kind === 'anonymous') return 'nobody';
  if (identity.kind === 'basic') return 'own client';
  if (identity.kind === 'app') return 'app';
  return identity.impersonated ? 'impersonated' : 'caller';
}

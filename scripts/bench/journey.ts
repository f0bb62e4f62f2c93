// Something that people do, and what it's done on.
import type { BenchSite } from './open-site';

/** A site with groups of DEMO. */
export interface Prepared {
  site: BenchSite;
  smallId: string;
  /** Has 20,000 members on the large site. */
  largeId: string;
  /** Made anew before each round of a journey that asks for it. */
  freshId: string;
}

/** Pages on which journeys are made, by the manifest's resources. */
export type Page = 'global-settings' | 'space-settings' | 'queue-page';

export interface Journey {
  name: string;
  page: Page;
  /** Number of times that it's timed. */
  rounds: number;
  /** Makes what it needs. Not measured. */
  before?: (prepared: Prepared, round: number) => Promise<void>;
  /** Rejects unless everything was done that was asked for. */
  run: (prepared: Prepared, round: number) => Promise<void>;
}

/** Returns the accounts of so many people of the staff, from this number on. */
export function people({ idOf }: BenchSite, from: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => idOf(`person-${String(from + index).padStart(2, '0')}`));
}

/** Rejects unless all of them are members of the group. */
export function requireMembers({ sandbox }: BenchSite, groupId: string, accountIds: readonly string[]): void {
  const members = sandbox.site.model.groups.get(groupId)?.members;
  const missing = accountIds.filter((accountId) => members?.has(accountId) !== true);
  if (missing.length > 0)
    throw new Error(`Of ${String(accountIds.length)} people ${String(missing.length)} are missing`);
}

/** Lets the space admin make a group without members. */
export async function makeGroup(prepared: Prepared): Promise<void> {
  const { site } = prepared;
  const name = `fresh-${String(site.now())}`;
  const { groupId } = await site.space('space-admin', 'createGroup', { name });
  prepared.freshId = groupId;
}

/** Lets an hour begin: it has all its points, and isn't about to end. */
export async function nextHour({ site }: Prepared): Promise<void> {
  await site.sandbox.letPass({ minutes: 61 - new Date(site.now()).getMinutes() });
}

/** Lets a day pass: quotas of agents are theirs again. */
export async function nextDay({ site }: Prepared): Promise<void> {
  await site.sandbox.letPass({ days: 1 });
}

import type { AccountId } from '../../shared/ids';

/** Somebody at an instant. */
interface Moment {
  accountId: AccountId;
  at: string;
}

/** A check group that may exist. Its name is random, so a group of that name was made by the check that chose it. */
interface OpenCheckGroup {
  groupName: string;
  at: string;
}

/** Stored tries and proofs of people that they may manage groups. */
export interface SiteAdminProofs {
  /** Tries of the last hour. */
  tries: readonly Moment[];
  proofs: readonly Moment[];
  /** Groups of tries, and of other checks, that aren't known to be gone. */
  openGroups: readonly OpenCheckGroup[];
}

export const NO_PROOFS: SiteAdminProofs = { tries: [], proofs: [], openGroups: [] };

/** Time for which a proof holds. */
const PROOF_HOLDS_MS = 60 * 60_000;

/** Returns the time until which this person counts as a site admin; undefined without a proof, or once it has expired. */
export function provedUntil({ proofs }: SiteAdminProofs, accountId: AccountId, now: number): string | undefined {
  const ends = proofs.filter((proof) => proof.accountId === accountId).map(({ at }) => Date.parse(at) + PROOF_HOLDS_MS);
  const end = Math.max(0, ...ends);
  return end > now ? new Date(end).toISOString() : undefined;
}

/** Least time between two tries of one person. */
const PERSON_WAITS_MS = 60_000;

const TRIES_A_SITE = 5;

/** Time within which the tries of a site are counted. */
const SITE_WINDOW_MS = 60 * 60_000;

/** Returns the milliseconds that this person must wait before another try; 0: they may try now. */
export function waitBeforeTry({ tries }: SiteAdminProofs, accountId: AccountId, now: number): number {
  const own = tries.filter((one) => one.accountId === accountId).map(({ at }) => Date.parse(at) + PERSON_WAITS_MS);
  const ofSite = tries.map(({ at }) => Date.parse(at)).toSorted((a, b) => b - a);
  const fifth = ofSite[TRIES_A_SITE - 1];
  return Math.max(0, ...own.map((end) => end - now), fifth === undefined ? 0 : fifth + SITE_WINDOW_MS - now);
}

/** Records a try and the name of its group, before it is made. This ends an earlier proof: only the result of this try counts from now on. */
export function withTry(
  stored: SiteAdminProofs,
  accountId: AccountId,
  groupName: string,
  now: number,
): SiteAdminProofs {
  const { tries, ...rest } = withOpenGroups(withoutOld(withoutProof(stored, accountId), now), [groupName], now);
  const at = new Date(now).toISOString();
  return { ...rest, tries: [...tries, { accountId, at }] };
}

/** Records the names of check groups before they are made. */
export function withOpenGroups(stored: SiteAdminProofs, groupNames: readonly string[], now: number): SiteAdminProofs {
  const at = new Date(now).toISOString();
  return { ...stored, openGroups: [...stored.openGroups, ...groupNames.map((groupName) => ({ groupName, at }))] };
}

/** Records a proof of this person in place of an older one. */
export function withProof(stored: SiteAdminProofs, accountId: AccountId, now: number): SiteAdminProofs {
  const { proofs, ...rest } = withoutProof(stored, accountId);
  return { ...rest, proofs: [...proofs, { accountId, at: new Date(now).toISOString() }] };
}

/** Deletes the proof of this person. Their tries still count. */
export function withoutProof(stored: SiteAdminProofs, accountId: AccountId): SiteAdminProofs {
  return { ...stored, proofs: stored.proofs.filter((proof) => proof.accountId !== accountId) };
}

/** A function ends after 25 seconds. */
const TRY_ENDS_MS = 60_000;

/** Returns the groups of tries that have surely ended: a running try deletes its own group. */
export function groupsLeft({ openGroups }: SiteAdminProofs, now: number): OpenCheckGroup[] {
  return openGroups.filter(({ at }) => now - Date.parse(at) >= TRY_ENDS_MS);
}

/** Forgets groups that are gone. */
export function withoutGroups(stored: SiteAdminProofs, groupNames: readonly string[]): SiteAdminProofs {
  return { ...stored, openGroups: stored.openGroups.filter(({ groupName }) => !groupNames.includes(groupName)) };
}

/** Forgets these people, and with them their tries within the hour. */
export function withoutPeople(stored: SiteAdminProofs, people: ReadonlySet<AccountId>): SiteAdminProofs {
  function isOther({ accountId }: Moment) {
    return !people.has(accountId);
  }
  return { ...stored, tries: stored.tries.filter(isOther), proofs: stored.proofs.filter(isOther) };
}

/** Forgets tries that no longer count, and proofs that have expired. */
export function withoutOld(stored: SiteAdminProofs, now: number): SiteAdminProofs {
  function isWithin(ms: number) {
    return ({ at }: Moment) => Date.parse(at) + ms > now;
  }
  return {
    ...stored,
    tries: stored.tries.filter(isWithin(SITE_WINDOW_MS)),
    proofs: stored.proofs.filter(isWithin(PROOF_HOLDS_MS)),
  };
}

/** Returns everybody named. */
export function peopleIn({ tries, proofs }: SiteAdminProofs): AccountId[] {
  return [...tries, ...proofs].map(({ accountId }) => accountId);
}

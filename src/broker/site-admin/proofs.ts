import type { AccountId } from '../../shared/ids';

/** Somebody at an instant. */
interface Moment {
  accountId: AccountId;
  at: string;
}

/** A check group that may exist. Its name is random, so whatever bears it was made by the check that named it. */
interface OpenCheckGroup {
  groupName: string;
  at: string;
}

/** What is stored about people who tried to prove that they may manage groups. */
export interface SiteAdminProofs {
  /** Of the last hour. */
  tries: readonly Moment[];
  proofs: readonly Moment[];
  /** Groups of tries, and of other checks, that aren't known to be gone. */
  openGroups: readonly OpenCheckGroup[];
}

export const NO_PROOFS: SiteAdminProofs = { tries: [], proofs: [], openGroups: [] };

/** A proof covers what its person presses within this time. */
const PROOF_HOLDS_MS = 60 * 60_000;

/** Returns until when this person counts as a site admin; undefined without a proof, or once it is over. */
export function provedUntil({ proofs }: SiteAdminProofs, accountId: AccountId, now: number): string | undefined {
  const ends = proofs.filter((proof) => proof.accountId === accountId).map(({ at }) => Date.parse(at) + PROOF_HOLDS_MS);
  const end = Math.max(0, ...ends);
  return end > now ? new Date(end).toISOString() : undefined;
}

/** Between two tries of one person. */
const PERSON_WAITS_MS = 60_000;

const TRIES_A_SITE = 5;

/** Within which a site has so many tries. */
const SITE_WINDOW_MS = 60 * 60_000;

/** Returns how long this person must wait before another try, in milliseconds; 0: they may try now. */
export function waitBeforeTry({ tries }: SiteAdminProofs, accountId: AccountId, now: number): number {
  const own = tries.filter((one) => one.accountId === accountId).map(({ at }) => Date.parse(at) + PERSON_WAITS_MS);
  const ofSite = tries.map(({ at }) => Date.parse(at)).toSorted((a, b) => b - a);
  const fifth = ofSite[TRIES_A_SITE - 1];
  return Math.max(0, ...own.map((end) => end - now), fifth === undefined ? 0 : fifth + SITE_WINDOW_MS - now);
}

/** Notes a try and the name of its group, before it is made. It ends a proof that is kept: only what this try shows counts from now on. */
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

/** Notes the names of check groups before they are made. */
export function withOpenGroups(stored: SiteAdminProofs, groupNames: readonly string[], now: number): SiteAdminProofs {
  const at = new Date(now).toISOString();
  return { ...stored, openGroups: [...stored.openGroups, ...groupNames.map((groupName) => ({ groupName, at }))] };
}

/** Keeps a proof of this person, and no older one. */
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

/** Returns the groups of tries that have surely ended: whoever is still at it deletes theirs themselves. */
export function groupsLeft({ openGroups }: SiteAdminProofs, now: number): OpenCheckGroup[] {
  return openGroups.filter(({ at }) => now - Date.parse(at) >= TRY_ENDS_MS);
}

/** Forgets groups that are gone. */
export function withoutGroups(stored: SiteAdminProofs, groupNames: readonly string[]): SiteAdminProofs {
  return { ...stored, openGroups: stored.openGroups.filter(({ groupName }) => !groupNames.includes(groupName)) };
}

/** Forgets these people. How often the site tried within the hour is forgotten with them. */
export function withoutPeople(stored: SiteAdminProofs, people: ReadonlySet<AccountId>): SiteAdminProofs {
  function isOther({ accountId }: Moment) {
    return !people.has(accountId);
  }
  return { ...stored, tries: stored.tries.filter(isOther), proofs: stored.proofs.filter(isOther) };
}

/** Forgets tries that count no more, and proofs that are over. */
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

/** Names everybody who is named. */
export function peopleIn({ tries, proofs }: SiteAdminProofs): AccountId[] {
  return [...tries, ...proofs].map(({ accountId }) => accountId);
}

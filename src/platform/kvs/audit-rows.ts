// The audit trail as it is stored: one entity for what was attempted or refused, one for how attempts ended.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-api/
import type { Attempt, AuditAction, Outcome, Refusal } from '../../domain/audit';
import type { AccountId, GroupId, SpaceId } from '../../shared/ids';
import { refusalKey, SITE } from './keys';

/** Days: the longest that Forge keeps anything by itself: https://developer.atlassian.com/platform/forge/limits-kvs-ce/ */
const RETENTION_DAYS = 365;
const DAY_MS = 86_400_000;

export const RETENTION = { ttl: { value: RETENTION_DAYS, unit: 'DAYS' } } as const;

/** Where an entry stands that belongs to no space, or to none that was proved. No space's id: those are digits. */
const GLOBAL = 'global';

/** How much of an account's id a refusal's position repeats: it must stay short enough to come back from a page. */
const ACCOUNT_IN_POSITION = 40;

interface Row {
  site: string;
  /** Sorts entries by time. */
  position: string;
  at: string;
  caller?: AccountId | undefined;
  spaceId: string;
  groupId?: GroupId | undefined;
}

export interface AttemptRow extends Row {
  kind: 'attempt';
  action: AuditAction;
  actedAs?: AccountId | undefined;
  groupName?: string | undefined;
  accountId?: AccountId | undefined;
}

export interface RefusalRow extends Row {
  kind: 'refusal';
  action: string;
  code: string;
  count: number;
}

export type EntryRow = AttemptRow | RefusalRow;
export type OutcomeRow = Omit<Outcome, 'id'>;

/** The store takes no empty text; an absent one is left out. */
const text = (value: string | undefined): string | undefined => (value === '' ? undefined : value);

/** Exactly the attributes that manifest.yml declares: the store refuses a row with another one. */
export const attemptRow = (attempt: Attempt): AttemptRow => ({
  kind: 'attempt',
  site: SITE,
  position: `${attempt.at}#${attempt.id}`,
  at: attempt.at,
  caller: attempt.caller,
  actedAs: attempt.actedAs,
  action: attempt.action,
  spaceId: attempt.spaceId ?? GLOBAL,
  groupId: attempt.groupId,
  groupName: text(attempt.groupName),
  accountId: attempt.accountId,
});

/** The key under which a refusal is counted, and the row of the first one. */
export const refusalRow = ({ at, caller, action, reason, spaceId, groupId }: Refusal): [string, RefusalRow] => {
  const space = spaceId ?? GLOBAL;
  const who = caller ?? 'none';
  const key = refusalKey(at, who, action, reason, space);
  const position = `${at}#${refusalKey('', who.slice(-ACCOUNT_IN_POSITION), action, reason, space)}`;
  return [
    key,
    { kind: 'refusal', site: SITE, position, at, caller, action, spaceId: space, groupId, code: reason, count: 1 },
  ];
};

export const spaceOf = ({ spaceId }: EntryRow): SpaceId | undefined =>
  // Anything but GLOBAL was a SpaceId when it was stored.
  spaceId === GLOBAL ? undefined : (spaceId as SpaceId);

/** Whether an entry is past its time. Forge deletes up to two days late. */
export const isExpired = ({ at }: EntryRow, now: number): boolean => Date.parse(at) + RETENTION_DAYS * DAY_MS <= now;

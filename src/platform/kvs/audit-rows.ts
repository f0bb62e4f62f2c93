// The audit trail as it is stored: one entity for what was attempted or refused, one for how attempts ended.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-api/
import type { Attempt, AuditAction, AuditArea, Outcome, RefusedAction, Refusal } from '../../domain/audit';
import { areaOf } from '../../domain/audit-area';
import type { Via } from '../../domain/projects';
import type { AccountId, GroupId, OrganizationId, ProjectId, SpaceId } from '../../shared/ids';
import { refusalKey } from './keys';

/**
 * Days. Forge keeps nothing longer than "1 year" by itself, and does not say whether 365 days are still one.
 *
 * https://developer.atlassian.com/platform/forge/limits-kvs-ce/
 */
const RETENTION_DAYS = 364;
const DAY_MS = 86_400_000;

export const RETENTION = { ttl: { value: RETENTION_DAYS, unit: 'DAYS' } } as const;

/** Where an entry stands that belongs to no space, or to none that was proved. No space's id: those are digits. */
const GLOBAL = 'global';

/** How much of an account's id a refusal's sort key repeats: it must stay short enough to come back from a page. */
const ACCOUNT_IN_SORT_KEY = 40;

interface Row {
  /** Sorts entries by time. */
  sortKey: string;
  area: AuditArea;
  at: string;
  caller?: AccountId | undefined;
  spaceId: string;
  groupId?: GroupId | undefined;
  projectId?: ProjectId | undefined;
}

export interface AttemptRow extends Row {
  kind: 'attempt';
  action: AuditAction;
  actedAs?: AccountId | undefined;
  groupName?: string | undefined;
  accountId?: AccountId | undefined;
  organizationId?: OrganizationId | undefined;
  domain?: string | undefined;
  via?: Via | undefined;
  runId?: string | undefined;
}

export interface RefusalRow extends Row {
  kind: 'refusal';
  action: RefusedAction;
  code: string;
  times: number;
}

export type EntryRow = AttemptRow | RefusalRow;
export type OutcomeRow = Omit<Outcome, 'id'>;

/** The store takes no empty text; an absent one is left out. */
const text = (value: string | undefined): string | undefined => (value === '' ? undefined : value);

/** Exactly the attributes that manifest.yml declares: the store refuses a row with another one. */
export const attemptRow = (attempt: Attempt): AttemptRow => ({
  kind: 'attempt',
  sortKey: `${attempt.at}#${attempt.id}`,
  area: areaOf(attempt.action),
  at: attempt.at,
  caller: attempt.caller,
  actedAs: attempt.actedAs,
  action: attempt.action,
  spaceId: attempt.spaceId ?? GLOBAL,
  groupId: attempt.groupId,
  groupName: text(attempt.groupName),
  accountId: attempt.accountId,
  projectId: attempt.projectId,
  organizationId: attempt.organizationId,
  domain: text(attempt.domain),
  via: attempt.via,
  runId: attempt.runId,
});

/** Where a refusal is counted: a project's id is marked, because spaces have digits too. */
const placeOf = ({ spaceId, projectId }: Refusal): string =>
  spaceId ?? (projectId === undefined ? GLOBAL : `project-${projectId}`);

/** The key under which a refusal is counted, and the row of the first one. */
export const refusalRow = (refusal: Refusal): [string, RefusalRow] => {
  const { at, caller, action, reason, spaceId = GLOBAL, groupId, projectId } = refusal;
  const place = placeOf(refusal);
  const who = caller ?? 'none';
  const key = refusalKey(at, who, action, reason, place);
  const sortKey = `${at}#${refusalKey('', who.slice(-ACCOUNT_IN_SORT_KEY), action, reason, place)}`;
  const about = { spaceId, groupId, projectId, area: areaOf(action) };
  return [key, { kind: 'refusal', sortKey, at, caller, action, ...about, code: reason, times: 1 }];
};

export const spaceOf = ({ spaceId }: EntryRow): SpaceId | undefined =>
  // Anything but GLOBAL was a SpaceId when it was stored.
  spaceId === GLOBAL ? undefined : (spaceId as SpaceId);

/** Whether an entry is past its time. Forge deletes up to two days late. */
export const isExpired = ({ at }: EntryRow, now: number): boolean => Date.parse(at) + RETENTION_DAYS * DAY_MS <= now;

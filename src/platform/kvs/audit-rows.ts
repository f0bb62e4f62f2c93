// The audit trail as it is stored: one entity for what was attempted or refused, one for how attempts ended.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-api/
import type { Attempt, AuditAction, AuditArea, Outcome, Refusal, RefusedAction, Via } from '../../broker/audit/entries';
import type { AuditCode, ShownAction } from '../../shared/broker/audit';
import type { AccountId, GroupId, OrganizationId, ProjectId, SpaceId } from '../../shared/ids';
import { omitUndefined } from '../omit-undefined';

/**
 * Days. Forge keeps nothing longer than "1 year" by itself, and does not say whether 365 days are still one.
 *
 * https://developer.atlassian.com/platform/forge/limits-kvs-ce/
 */
const RETENTION_DAYS = 364;

export const RETENTION = { ttl: { value: RETENTION_DAYS, unit: 'DAYS' } } as const;

interface Row {
  /** Sorts entries by time. */
  sortKey: string;
  area: AuditArea;
  at: string;
  caller?: AccountId | undefined;
  spaceId: string;
  groupId?: GroupId | undefined;
  groupName?: string | undefined;
  projectId?: ProjectId | undefined;
}

export interface AttemptRow extends Row {
  kind: 'attempt';
  action: AuditAction;
  actedAs?: AccountId | undefined;
  accountId?: AccountId | undefined;
  organizationId?: OrganizationId | undefined;
  domain?: string | undefined;
  via?: Via | undefined;
  runId?: string | undefined;
}

export interface RefusalRow extends Row {
  kind: 'refusal';
  action: ShownAction;
  code: AuditCode;
  times: number;
}

export type EntryRow = AttemptRow | RefusalRow;
export type OutcomeRow = Omit<Outcome, 'id'>;

/** Where an entry stands that belongs to no space, or to none that was proved. No space's id: those are digits. */
const GLOBAL = 'global';

/** Names the area of the audit that an action belongs to. */
export type AreaOf = (action: RefusedAction) => AuditArea;

/** Exactly the attributes that manifest.yml declares: the store refuses a row with another one. */
export function attemptRow(attempt: Attempt, areaOf: AreaOf): AttemptRow {
  return {
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
  };
}

/** The row of a refusal, under one of its caller's keys. */
export function refusalRow(refusal: Refusal, key: string, areaOf: AreaOf): RefusalRow {
  const { action, reason, spaceId, groupId, groupName, projectId } = refusal;
  return omitUndefined<RefusalRow>({
    ...firstOf(refusal, key, areaOf(refusal.action)),
    action,
    code: reason,
    spaceId: spaceId ?? GLOBAL,
    groupId,
    groupName: text(groupName),
    projectId,
  });
}

/** The row that counts what has none of its own, from this one on: it names neither action nor place. */
export function restRow(refusal: Refusal, key: string, areaOf: AreaOf): RefusalRow {
  return omitUndefined<RefusalRow>({
    ...firstOf(refusal, key, areaOf(refusal.action)),
    action: 'moreRefusals',
    code: 'MORE_REFUSALS',
    spaceId: GLOBAL,
  });
}

export function spaceOf({ spaceId }: EntryRow): SpaceId | undefined {
  // Anything but GLOBAL was a SpaceId when it was stored.
  return spaceId === GLOBAL ? undefined : (spaceId as SpaceId);
}

const DAY_MS = 86_400_000;

/** Tells whether an entry is past its time. Forge deletes up to two days late. */
export function isExpired({ at }: EntryRow, now: number): boolean {
  return Date.parse(at) + RETENTION_DAYS * DAY_MS <= now;
}

/** The store takes no empty text; an absent one is left out. */
function text(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}

function firstOf({ at, caller }: Refusal, key: string, area: AuditArea) {
  return { kind: 'refusal', sortKey: refusalSortKey(at, key), area, at, caller, times: 1 } as const;
}

/** How much of a refusal's key its sort key repeats: an account's id and a number; it must stay short enough to come back from a page. */
const KEY_IN_SORT_KEY = 60;

function refusalSortKey(at: string, key: string): string {
  return `${at}#${key.slice(-KEY_IN_SORT_KEY)}`;
}

import type { AtlassianAction, AuditAction, AuditCode, AuditFound, RefusedAction } from '../../shared/broker/audit';
import type { AuditOutcome } from '../../shared/broker/audit-outcome';
import type { AccountId, GroupId, OrganizationId, ProjectId, SpaceId } from '../../shared/ids';
import type { ForbiddenReason, CustomerRefusal } from '../../shared/result';

export type { AtlassianAction, AuditAction, AuditFound, RefusedAction };

/** The areas of the audit. An entry's action decides its area. The words are stored. */
export const AUDIT_AREAS = ['groups', 'customers', 'site'] as const;

export type AuditArea = (typeof AUDIT_AREAS)[number];

/** Holds the position up to which each area of the audit is settled. */
export type SettledUpTo = Partial<Record<AuditArea, string>>;

/** An attempt, recorded before its effect and never changed. */
export interface Attempt {
  id: string;
  at: string;
  /** Absent: the app itself, on a schedule. */
  caller?: AccountId;
  actedAs?: AccountId;
  action: AuditAction;
  spaceId?: SpaceId;
  groupId?: GroupId;
  groupName?: string;
  accountId?: AccountId;
  projectId?: ProjectId;
  organizationId?: OrganizationId;
  /** The domain of the new customer's email address. The rest of the address isn't stored. */
  domain?: string;
  via?: Via;
  /** The run that this attempt belongs to. */
  runId?: string;
  /** The attempt that this one undoes. */
  undoes?: string;
}

/** The outcome of an attempt, recorded after its effect and never changed. */
export interface Outcome {
  id: string;
  at: string;
  /** `unchanged`: it was already so. */
  outcome: 'succeeded' | 'unchanged' | 'failed' | 'unknown';
  code?: AuditCode;
  /** The result of a later look that can't tell whether this attempt caused it; for NOT_ATTEMPTED, the reason why it wasn't tried. */
  found?: AuditFound | AuditCode;
  /** The group's id, if it wasn't known before. */
  groupId?: GroupId;
  /** The account's id, if it wasn't known before. */
  accountId?: AccountId;
  /** Facts that the attempt took away and Undo restores, in the words of the product that made it: ids and instants only. */
  prior?: Readonly<Record<string, string>>;
}

/** The subject of a refused write, limited to what Confluence or Jira showed the caller: anything more could be learned here, or planted. */
export interface RefusedSubject {
  spaceId?: SpaceId | undefined;
  groupId?: GroupId | undefined;
  groupName?: string | undefined;
  projectId?: ProjectId | undefined;
}

/** A write that wasn't allowed: one entry per hour for each caller, action, reason, space, group and run, with a count. */
export interface Refusal extends RefusedSubject {
  at: string;
  caller?: AccountId;
  action: RefusedAction;
  reason: ForbiddenReason | CustomerRefusal;
  /** The run whose lines weren't allowed. */
  runId?: string;
}

export interface AuditFilter {
  /** Only the attempts of this run's lines, and what was refused of them. */
  runId?: string | undefined;
  caller?: AccountId | undefined;
  target?: AccountId | undefined;
  groupId?: GroupId | undefined;
  /** The exact name that the group had then, in any letter case. It isn't indexed. */
  groupName?: string | undefined;
  spaceId?: SpaceId | undefined;
  outcome?: AuditOutcome | undefined;
}

/** Names the entry point of a request: a page, an automation rule, or an app REST call. */
export type Via = 'page' | 'rule' | 'api';

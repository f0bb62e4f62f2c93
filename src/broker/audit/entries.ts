import type { AtlassianAction, AuditAction, AuditCode, AuditFound, RefusedAction } from '../../shared/broker/audit';
import type { AuditOutcome } from '../../shared/broker/audit-outcome';
import type { AccountId, GroupId, OrganizationId, ProjectId, SpaceId } from '../../shared/ids';
import type { ForbiddenReason, CustomerRefusal } from '../../shared/result';

export type { AtlassianAction, AuditAction, AuditFound, RefusedAction };

/** The parts of the audit. An entry belongs to one by its action. The words are part of what is stored. */
export const AUDIT_AREAS = ['groups', 'customers', 'site'] as const;

export type AuditArea = (typeof AUDIT_AREAS)[number];

/** Up to where each area of the audit is settled. */
export type SettledUpTo = Partial<Record<AuditArea, string>>;

/** Recorded before the effect, never changed. */
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
  /** Of the email address of the person who was to become a customer: all that is kept of it. */
  domain?: string;
  via?: Via;
  /** The run that this attempt is a part of. */
  runId?: string;
}

/** How an attempt ended. Recorded after the effect, never changed. */
export interface Outcome {
  id: string;
  at: string;
  /** `unchanged`: it was so already. */
  outcome: 'succeeded' | 'unchanged' | 'failed' | 'unknown';
  code?: AuditCode;
  /** What a look found, where nobody knows whether this attempt brought it about; for NOT_ATTEMPTED, why it was not tried. */
  found?: AuditFound | AuditCode;
  /** The group's id, where it was not known before. */
  groupId?: GroupId;
  /** The account's id, where it was not known before. */
  accountId?: AccountId;
}

/** What was meant by a refused write: only what Confluence or Jira has shown the caller, who else could learn of it here, or plant it. */
export interface RefusedSubject {
  spaceId?: SpaceId | undefined;
  groupId?: GroupId | undefined;
  groupName?: string | undefined;
  projectId?: ProjectId | undefined;
}

/** A write that was not allowed: one entry per caller, action, reason, space and group an hour, with a count. */
export interface Refusal extends RefusedSubject {
  at: string;
  caller?: AccountId;
  action: RefusedAction;
  reason: ForbiddenReason | CustomerRefusal;
}

export interface AuditFilter {
  caller?: AccountId | undefined;
  target?: AccountId | undefined;
  groupId?: GroupId | undefined;
  /** Exactly, in any case: the name that the group had then, which no index holds. */
  groupName?: string | undefined;
  spaceId?: SpaceId | undefined;
  outcome?: AuditOutcome | undefined;
}

/** On which road a request came: a page, an automation rule, or an app REST call. */
export type Via = 'page' | 'rule' | 'api';

import type { Job, RunJob } from '../../broker/runs/job';
import type { FactChange } from '../facts';
import type { GroupNow, StoredForGroup } from '../group-facts';
import type { MemberCommand, MemberGrant, MemberOutcome } from './commands';

/** The kind of changes of memberships of one group. */
export interface MemberKind {
  command: MemberCommand;
  stored: StoredForGroup;
  facts: GroupNow;
  grant: MemberGrant;
  value: MemberResult;
  change: FactChange;
}

/** The result for one person, and the attempt that made the change, if it did. */
export interface MemberResult {
  outcome: MemberOutcome;
  attemptId?: string;
}

/** A job that changes memberships of one group: also of the lines of a run. */
export type MemberJob = RunJob<MemberKind> & Required<Pick<Job<MemberKind>, 'change'>>;

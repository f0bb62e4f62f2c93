import type { AuditAction } from '../../shared/broker/audit';
import type { BrokerPorts } from '../ports';
import type { Attempt } from './entries';
import { recorded, type Recorded } from './recorded';

/** Actions whose steps keep the right young in a way of their own: writes as the privileged user, proofs, and customers. */
export type StepAction = Extract<
  AuditAction,
  | 'addMember'
  | 'removeMember'
  | 'writeTestCreate'
  | 'writeTestDelete'
  | 'proveSiteAdminCreate'
  | 'proveSiteAdminDelete'
  | 'createCustomer'
  | 'findCustomer'
  | 'addToProject'
  | 'addToOrganization'
>;

/** The entry of a step of these, or of what the app does by itself. What else a person changes goes by `changeAs`. */
export type StepEntry = Omit<Attempt, 'id' | 'at'> & ({ action: StepAction } | { caller?: never });

/**
 * Records the attempt, has the effect, records the outcome. Without the first there is no second; after a lost answer there is no third.
 *
 * `found` names what the effect brought to light, such as a new group's id, why it was done, or that it came to nothing; `codeOf` what a failure
 * is called in the audit.
 */
export async function audited<T>(
  ports: BrokerPorts,
  entry: StepEntry,
  effect: () => Promise<T>,
  found?: Recorded<T>['found'],
  codeOf?: Recorded<T>['codeOf'],
): Promise<T> {
  return recorded(ports, { entries: [entry], effect, ...(found && { found }), ...(codeOf && { codeOf }) });
}

import { instant } from '../../broker/instant';
import { orLog } from '../../broker/or-log';
import type { Found, Performed } from '../../broker/runs/endings';
import type { Sent } from '../../broker/runs/job';
import type { FactChange } from '../facts';
import type { GroupPorts } from '../ports';
import { lookAtMember, performMember, type MemberGrant } from './commands';
import { priorOf } from './fact-changes';
import { lookAtMembership } from './look-at-membership';
import type { MemberKind, MemberResult } from './member-kind';

/** Makes the write. A removal that succeeded keeps what was stored about the membership, to be undone. */
export async function performWithPrior(
  ports: GroupPorts,
  grant: MemberGrant,
  { id, stored }: Sent<MemberKind>,
): Promise<Performed<MemberResult>> {
  const { value: outcome, ...performed } = await performMember(ports, grant);
  if (performed.outcome !== 'succeeded') return { ...performed, value: { outcome } };
  const fact = stored.memberships.get(grant.accountId);
  const prior = grant.operation === 'removeMember' && fact !== undefined && { prior: priorOf(fact) };
  return { ...performed, ...prior, value: { outcome, attemptId: id } };
}

/** Returns when a write was answered, and how to look at the membership if somebody else changed it at the same time. */
export function nowOf(ports: GroupPorts, grant: MemberGrant): { at: string } & Pick<FactChange, 'look'> {
  return {
    at: instant(ports.clock),
    look: () => orLog(ports, 'membership not looked at', () => lookAtMembership(ports, grant.actAs, grant)),
  };
}

/** Looks for the result of a write whose answer was lost. */
export async function lookForResult(ports: GroupPorts, grant: MemberGrant): Promise<Found<MemberResult> | undefined> {
  const found = await lookAtMember(ports, grant);
  return found && { ...found, value: { outcome: found.value } };
}

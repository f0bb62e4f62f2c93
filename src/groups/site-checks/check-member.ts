import { invalidInput } from '../../broker/errors';
import { checkAccount } from '../../broker/privileged-user/checks';
import { isSameAccount } from '../../broker/privileged-user/membership';
import type { Check } from '../../shared/broker/views';
import type { AccountId } from '../../shared/ids';
import { REFUSED_FIELDS } from '../../shared/words/refused-fields';
import type { GroupPorts } from '../ports';

/**
 * Checks that a picked account can be put into a check group. One that Atlassian can't describe now passes.
 *
 * Fails with INVALID_INPUT (`memberId`) for the privileged user and for an account that isn't an active person's.
 */
export async function demandCheckMember(
  ports: GroupPorts,
  memberId: AccountId,
  privilegedUser: AccountId,
): Promise<void> {
  if (isSameAccount(memberId, privilegedUser)) {
    throw invalidInput('memberId', REFUSED_FIELDS.checkPrivilegedUser);
  }
  const { outcome, cause } = await checkAccount(ports, memberId);
  if (outcome === 'failed') throw invalidInput('memberId', problemOf(cause));
}

/** Tells whether the account is an active person's, as Atlassian says now. */
export async function isEligible(ports: GroupPorts, accountId: AccountId): Promise<boolean> {
  return (await checkAccount(ports, accountId)).outcome === 'passed';
}

function problemOf(cause: Check['cause']): string {
  if (cause === 'left') return REFUSED_FIELDS.checkLeft;
  return cause === 'deactivated' ? REFUSED_FIELDS.checkDeactivated : REFUSED_FIELDS.checkNotPerson;
}

import type { AccountId } from '../../shared/ids';
import type { ForbiddenReason } from '../../shared/result';

/** No document says whether Confluence minds the case of an accountId, and whoever asks chooses it. */
export function isSameAccount(one: AccountId, other: AccountId): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Why the privileged user's membership stays as it is: nobody could take them out of a group again, so they are put into none. */
export function privilegedUserRefusal(
  operation: 'addMember' | 'removeMember',
  accountId: AccountId,
  privilegedUser: AccountId,
): ForbiddenReason | undefined {
  if (!isSameAccount(accountId, privilegedUser)) return undefined;
  return operation === 'addMember' ? 'PRIVILEGED_USER_NOT_ADDED' : 'PRIVILEGED_USER_STAYS';
}

import type { ProvedSpace } from '../../domain/groups';
import { spaceRefusal } from '../../domain/policy';
import { CLOSED_ACCOUNT } from '../../shared/closed-account';
import type { Rules } from '../../shared/payloads';
import type { Manage } from '../../shared/views';
import { causeOf, type StoredPrivilegedUser } from './privileged-user';

/** Whether this space's groups can be changed now; if not, why, and whom to ask. */
export const manageOf = ({ state, stored }: StoredPrivilegedUser, space: ProvedSpace, rules: Rules): Manage => {
  const refusal = spaceRefusal(space, rules);
  if (refusal !== undefined) {
    return { allowed: false, reason: refusal === 'SPACE_NOT_CURRENT' ? 'spaceNotCurrent' : 'personalSpaceOff' };
  }
  const reason = causeOf(state);
  if (reason === undefined) return { allowed: true };
  const { current, nominee } = stored.value;
  const askAccountId = current?.setBy === CLOSED_ACCOUNT ? undefined : (current?.setBy ?? nominee?.nominatedBy);
  return {
    allowed: false,
    reason,
    ...('accountId' in state && { accountId: state.accountId }),
    ...(askAccountId !== undefined && { askAccountId }),
  };
};

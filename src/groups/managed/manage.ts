import { causeOf, type StoredPrivilegedUser } from '../../broker/privileged-user/privileged-user';
import { CLOSED_ACCOUNT } from '../../shared/broker/closed-account';
import type { Rules } from '../../shared/groups/payloads';
import type { Manage } from '../../shared/groups/views';
import type { ProvedSpace } from '../facts';
import { spaceRefusal } from '../policy';

/** Tells whether this space's groups can be changed now; if not, why, and who can help. */
export function manageOf({ state, stored }: StoredPrivilegedUser, space: ProvedSpace, rules: Rules): Manage {
  const refusal = spaceRefusal(space, rules);
  if (refusal !== undefined) {
    return { allowed: false, reason: refusal === 'SPACE_NOT_CURRENT' ? 'spaceNotCurrent' : 'personalSpaceOff' };
  }
  if (state.name === 'paused') return { allowed: false, reason: 'paused', pause: state.pause };
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
}

import { causeOf, type StoredPrivilegedUser } from '../../broker/privileged-user/privileged-user';
import { CLOSED_ACCOUNT } from '../../shared/broker/closed-account';
import type { Manage } from '../../shared/groups/views';
import type { AccountId } from '../../shared/ids';
import type { ProvedSpace } from '../facts';
import { spaceRefusal } from '../policy';
import { rulesNow, type StoredRules } from '../rules/stored-rules';

/** Tells whether this space's groups can be changed now; if not, why, and who can help. */
export function manageOf(known: StoredPrivilegedUser, space: ProvedSpace, rules: StoredRules): Manage {
  const { state } = known;
  const reason = causeOf(state);
  const isInUse = reason !== 'notConfigured';
  const refusal = spaceRefusal(space, rulesNow(rules, isInUse));
  if (refusal === 'SPACE_OFF' && (isInUse || rules.where !== undefined)) {
    return { allowed: false, reason: 'spaceOff', ...whomToAsk(rules.savedBy ?? whoChose(known)) };
  }
  if (refusal === 'SPACE_NOT_CURRENT') return { allowed: false, reason: 'spaceNotCurrent' };
  if (refusal === 'PERSONAL_SPACE_OFF') return { allowed: false, reason: 'personalSpaceOff' };
  if (state.name === 'paused') return { allowed: false, reason: 'paused', pause: state.pause };
  if (reason === undefined) return { allowed: true };
  return {
    allowed: false,
    reason,
    ...('accountId' in state && { accountId: state.accountId }),
    ...whomToAsk(whoChose(known)),
  };
}

/** Returns who chose the privileged user, or proposed one. */
function whoChose({ stored }: StoredPrivilegedUser): AccountId | undefined {
  const { current, nominee } = stored.value;
  return current?.setBy === CLOSED_ACCOUNT ? undefined : (current?.setBy ?? nominee?.nominatedBy);
}

function whomToAsk(askAccountId: AccountId | undefined): { askAccountId?: AccountId } {
  return askAccountId === undefined ? {} : { askAccountId };
}

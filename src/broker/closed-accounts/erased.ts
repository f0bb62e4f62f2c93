import { audited } from '../audit/audited';
import type { Attempt } from '../audit/entries';
import type { BrokerPorts } from '../ports';

/** Erases closed accounts from one stored item, audited. `from` names the item if it isn't a setting. */
export async function erased(
  ports: BrokerPorts,
  from: Pick<Attempt, 'groupId' | 'groupName' | 'spaceId'>,
  erase: () => Promise<unknown>,
  code: 'ACCOUNT_CLOSED' | 'PRIVILEGED_USER_CLOSED' = 'ACCOUNT_CLOSED',
): Promise<void> {
  await audited(ports, {
    entry: { action: 'eraseClosedAccount', ...from },
    effect: erase,
    found: () => ({ code }),
  });
}

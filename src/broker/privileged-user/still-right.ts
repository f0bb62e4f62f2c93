import type { AccountId } from '../../shared/ids';
import { demandFresh, isFresh } from '../age';
import { failureOf, forbidden } from '../errors';
import type { BrokerPorts } from '../ports';
import type { Proved } from '../proved';

/** When a write of a check asks whether it may be made. */
type Moment = 'beforeRecord' | 'beforeSend' | 'afterWait';

/** Throws what stands against the next write of a check by now. FORBIDDEN is thrown for good: what has changed ends the rest. */
export type StillRight = (moment: Moment) => Promise<void>;

/** Tells whether this person is still the privileged user: read before each record and after each wait, and before what is sent if that is five seconds old. */
export function stillPrivileged(ports: BrokerPorts, actAs: AccountId): StillRight {
  let readAt: number | undefined;
  return forGood(async (moment) => {
    if (moment === 'beforeSend' && readAt !== undefined && isFresh(ports.clock, readAt)) return;
    readAt = ports.clock.now();
    const { privilegedUser } = await ports.decisionReads.read();
    if (privilegedUser.value.current?.accountId !== actAs) throw forbidden('PRIVILEGED_USER_CHANGED');
  });
}

/** Tells whether the person who asked for the check still may: asked again where that is five seconds old, and after each wait. */
export function stillProved(ports: BrokerPorts, { provedAt, proveAgain }: Proved): StillRight {
  let readAt = provedAt;
  return forGood(async (moment) => {
    if (moment !== 'afterWait' && isFresh(ports.clock, readAt)) return;
    readAt = await proveAgain();
    demandFresh(ports.clock, readAt);
  });
}

/** Tells whether both still hold. */
export function bothRight(one: StillRight, other: StillRight): StillRight {
  return async (moment) => {
    await Promise.all([one(moment), other(moment)]);
  };
}

function forGood(check: StillRight): StillRight {
  let refusal: unknown;
  return async (moment) => {
    if (refusal !== undefined) throw refusal;
    try {
      await check(moment);
    } catch (thrown) {
      if (failureOf(thrown)?.code === 'FORBIDDEN') refusal = thrown;
      throw thrown;
    }
  };
}

import type { AccountId } from '../../shared/ids';
import { demandFresh, isFresh } from '../age';
import { changesPaused, failureOf, forbidden } from '../errors';
import type { BrokerPorts } from '../ports';
import type { Proved } from '../proved';
import { pauseIn, type PrivilegedUserSetting } from './state';

/** Names the moment at which a write of a check asks whether it's still allowed. */
type Moment = 'beforeRecord' | 'beforeSend' | 'afterWait';

/** Throws if the next write of a check isn't allowed any more. Once it throws FORBIDDEN, it always does: the change ends the rest. */
export type StillRight = (moment: Moment) => Promise<void>;

/** Fails with CHANGES_PAUSED while all changes are paused. */
export function demandNotPaused(setting: PrivilegedUserSetting): void {
  const pause = pauseIn(setting);
  if (pause !== undefined) throw changesPaused(pause);
}

/** Checks that changes aren't paused: reads it again if the last reading is five seconds old, and after each wait. */
export function stillNotPaused(ports: BrokerPorts, lastReadAt: number): StillRight {
  let readAt = lastReadAt;
  return forGood(async (moment) => {
    if (moment !== 'afterWait' && isFresh(ports.clock, readAt)) return;
    readAt = ports.clock.now();
    demandNotPaused((await ports.decisionReads.read()).privilegedUser.value);
  });
}

/** Checks that changes aren't paused and this person is still the privileged user: before each record, after each wait, and before a write if the last reading is five seconds old. */
export function stillPrivileged(ports: BrokerPorts, actAs: AccountId): StillRight {
  let readAt: number | undefined;
  return forGood(async (moment) => {
    if (moment === 'beforeSend' && readAt !== undefined && isFresh(ports.clock, readAt)) return;
    readAt = ports.clock.now();
    const { privilegedUser } = await ports.decisionReads.read();
    demandNotPaused(privilegedUser.value);
    if (privilegedUser.value.current?.accountId !== actAs) throw forbidden('PRIVILEGED_USER_CHANGED');
  });
}

/** Checks that the person who requested the check still may: asks again if the last answer is five seconds old, and after each wait. */
export function stillProved(ports: BrokerPorts, { provedAt, proveAgain }: Proved): StillRight {
  let readAt = provedAt;
  return forGood(async (moment) => {
    if (moment !== 'afterWait' && isFresh(ports.clock, readAt)) return;
    readAt = await proveAgain();
    demandFresh(ports.clock, readAt);
  });
}

/** Checks both. */
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

import type { AtlassianAction, AuditCode } from '../../shared/broker/audit';
import type { AccountId } from '../../shared/ids';
import type { ErrorCode } from '../../shared/result';
import type { Attempt, Outcome } from '../audit/entries';
import { recordedIfSent, type Sent } from '../audit/sent';
import { failureIn } from '../failure-in';
import type { BrokerPorts } from '../ports';
import { repeatAfterWait } from '../runs/short-wait';
import type { StillRight } from './still-right';

/** Names the account that a check writes as and the person who requested it, if any, and tells whether it still may. */
export interface Checker {
  actAs: AccountId;
  caller?: AccountId;
  stillRight: StillRight;
  /** The same for deleting its groups, which needs less. Absent: as for every write. */
  stillMayDelete?: StillRight;
}

/** Returns the same checker, for deleting its groups and looking for them. */
export function toDelete({ stillMayDelete, ...checker }: Checker): Checker {
  return { ...checker, stillRight: stillMayDelete ?? checker.stillRight };
}

/** One write of a check. `codeOf` gives the code under which a failure is recorded. */
interface CheckWrite<T> {
  entry: Omit<Attempt, 'id' | 'at' | 'caller' | 'actedAs'> & { action: AtlassianAction };
  write: () => Promise<T>;
  found?: (value: T) => Partial<Pick<Outcome, 'groupId' | 'code' | 'outcome'>>;
  codeOf?: (code: ErrorCode) => AuditCode;
}

/**
 * Makes one write of a check, audited, and again after a short wait that Atlassian asks for. Checks whether it's still allowed before it is recorded,
 * before it is sent, and after each wait.
 */
export async function checkWrite<T>(ports: BrokerPorts, checker: Checker, write: CheckWrite<T>): Promise<T> {
  const { actAs, caller, stillRight } = checker;
  const { entry, write: effect, ...told } = write;
  await stillRight('beforeRecord');
  return recordedIfSent(ports, {
    entries: [{ ...entry, actedAs: actAs, ...(caller && { caller }) }],
    effect: () =>
      repeatAfterWait(ports, (tries) =>
        sendIfRight(() => stillRight(tries === 1 ? 'beforeSend' : 'afterWait'), effect),
      ),
    ...told,
  });
}

async function sendIfRight<T>(stillRight: () => Promise<void>, write: () => Promise<T>): Promise<Sent<T>> {
  const refusal = await failureIn(stillRight);
  return refusal === undefined ? { value: await write() } : { notSent: refusal };
}

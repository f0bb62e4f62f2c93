import type { AccountId, SpaceId } from '../../shared/ids';
import type { Attempt, Outcome } from '../audit/entries';
import { instant } from '../instant';
import type { BrokerPorts } from '../ports';
import type { StoredRun } from './stored-run';

/** An act of a person on a whole run. */
type RunAct = { action: 'applyRun' | 'cancelRun' | 'resumeRun'; caller: AccountId };

/** Returns the entry of what a person does with a run: it is stored together with the change, so its outcome is known. */
export function recordOf(
  { ids, clock }: BrokerPorts,
  { runId, place }: StoredRun,
  act: RunAct,
): { attempt: Attempt; outcome: Outcome } {
  const id = ids.next();
  const at = instant(clock);
  const spaceId: { spaceId?: SpaceId } = place === 'site' ? {} : { spaceId: place };
  return { attempt: { id, at, ...act, ...spaceId, runId }, outcome: { id, at, outcome: 'succeeded' } };
}

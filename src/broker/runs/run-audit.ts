import type { AccountId, SpaceId } from '../../shared/ids';
import type { Attempt, AuditAction, Outcome } from '../audit/entries';
import { instant } from '../instant';
import type { BrokerPorts } from '../ports';
import type { StoredRun } from './stored-run';

/** An act of a person on a whole run. */
type RunAct = { action: 'applyRun' | 'cancelRun' | 'resumeRun'; caller: AccountId };

/** The same for a run of the site, for which other people are needed. */
const ON_SITE = { applyRun: 'applySiteRun', cancelRun: 'cancelSiteRun', resumeRun: 'resumeSiteRun' } as const;

/** Returns the entry of what a person does with a run: it is stored together with the change, so its outcome is known. */
export function recordOf(
  { ids, clock }: BrokerPorts,
  { runId, place }: StoredRun,
  act: RunAct,
): { attempt: Attempt; outcome: Outcome } {
  const id = ids.next();
  const at = instant(clock);
  const where: { action: AuditAction; spaceId?: SpaceId } =
    place === 'site' ? { action: ON_SITE[act.action] } : { action: act.action, spaceId: place };
  return { attempt: { id, at, caller: act.caller, ...where, runId }, outcome: { id, at, outcome: 'succeeded' } };
}

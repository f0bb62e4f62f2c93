import type { RunReader } from '../../broker/runs/run-view';
import type { AccountId } from '../../shared/ids';
import { adoptionRuns } from '../adoption/adoption-runs';

/** Returns what a proved Confluence administrator sees: all runs of the site that take groups over, or from their spaces again, and no other one. */
export function takeoverReader(caller: AccountId): RunReader {
  return { caller, site: true, product: adoptionRuns.product };
}

import type { Rules } from '../../shared/groups/payloads';
import { EVERYWHERE, NOWHERE, type Where } from '../../shared/groups/where';
import type { AccountId } from '../../shared/ids';

/** The rules as they are stored, completed with the defaults of rules that came later. */
export interface StoredRules extends Omit<Rules, 'where'> {
  /** Absent: nobody has decided it. */
  where?: Where;
  /** The person who saved them. Absent: nobody did, an older version stored them, or their account is closed. */
  savedBy?: AccountId;
}

/** The rules that decide now. */
export type RulesNow = StoredRules & Pick<Rules, 'where'>;

/**
 * Completes rules for a decision. Where nobody decided where the app works, it works everywhere on a site that has used it, and nowhere on a new one.
 */
export function rulesNow(stored: StoredRules, isInUse: boolean): RulesNow {
  return { ...stored, where: stored.where ?? (isInUse ? EVERYWHERE : NOWHERE) };
}

// The audit trail of one installation, in two custom entities that are written once and kept for 364 days.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-api/
import type { AuditLog, Clock, Log } from '../../broker/ports';
import { keepOutcomes, type Keeping } from './audit-outcomes';
import { readAuditPage, type RevealedBy } from './audit-reads';
import { countRefusals } from './audit-refusals';
import type { AreaOf } from './audit-rows';
import { readUnsettled, storeSettledUpTo } from './audit-settling';
import { storeAttempts } from './audit-writes';
import { reading } from './failures';

interface Parts extends Keeping {
  clock: Clock;
  log: Log;
  areaOf: AreaOf;
  revealedBy: RevealedBy;
}

/** Creates the audit trail of one invocation. The port describes how each method fails. */
export function createAuditLog({ clock, log, areaOf, revealedBy, ...keeping }: Parts): AuditLog {
  let counted = Promise.resolve();
  return {
    attempt: (attempts) => storeAttempts(attempts, { clock, areaOf, ...keeping }),
    settle: (outcomes) => keepOutcomes(outcomes, { log, ...keeping }),
    refuse: (...refusals) => {
      // One after the other: an invocation that refuses many things at once shouldn't compete with itself for their rows.
      counted = counted.then(() => countRefusals(refusals, { log, areaOf }));
      return counted;
    },
    read: (filter, before) => reading(() => readAuditPage(filter, before, { now: clock.now(), revealedBy })),
    unsettled: (until) => reading(() => readUnsettled(until)),
    markSettled: storeSettledUpTo,
  };
}

// The audit trail of one installation, in two custom entities that are written once and kept for 364 days.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-api/
import type { AuditLog, Clock, Log } from '../../domain/ports';
import { readAuditPage } from './audit-reads';
import { readUnsettled, storeSettledUpTo } from './audit-settling';
import { countRefusal, storeAttempts, storeOutcomes } from './audit-writes';
import { reading } from './failures';

/** The audit trail. See the port for how each method fails. */
export const createAuditLog = ({ clock, log }: { clock: Clock; log: Log }): AuditLog => ({
  attempt: storeAttempts,
  settle: (outcomes) => storeOutcomes(outcomes, log),
  refuse: (refusal) => countRefusal(refusal, log),
  read: (filter, before) => reading(() => readAuditPage(filter, before, clock.now())),
  unsettled: (until) => reading(() => readUnsettled(until)),
  markSettled: storeSettledUpTo,
});

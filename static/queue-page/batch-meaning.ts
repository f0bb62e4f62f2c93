import type { AccountResult, CustomerPreview, CustomerResult, StopCode } from '../../src/shared/customers/results';
import type { CustomerRefusal } from '../../src/shared/result';
import type { Meaning } from '../hooks/batches';

/** Rules that refuse everybody who comes after, too. */
const USED_UP: readonly CustomerRefusal[] = ['AGENT_QUOTA_REACHED', 'SITE_QUOTA_REACHED', 'RULES_QUOTA_REACHED'];
/** Failures that the next batch would meet again. */
const CONCERNS_ALL: readonly StopCode[] = [
  'RATE_LIMITED',
  'ATLASSIAN_REFUSED',
  'PRIVILEGED_USER_UNAVAILABLE',
  'AUDIT_UNAVAILABLE',
  'STORAGE_UNAVAILABLE',
];

/** Says what one result means for the rest of the list: a quota that ended, or a failure that concerns everybody, ends it. */
export function meaningOf({ account }: CustomerResult): Meaning {
  if (account.outcome === 'notTried') return 'again';
  return endsAll(account) ? 'endsAll' : 'done';
}

/** Says what one person's check means for the rest of the list. */
export function previewMeaningOf(preview: CustomerPreview): Meaning {
  return preview.outcome === 'unclear' && CONCERNS_ALL.includes(preview.code) ? 'endsAll' : 'done';
}

/** Tells whether a rule is a used-up quota: it allows the same person another day. */
export function isUsedUp(reason: CustomerRefusal): boolean {
  return USED_UP.includes(reason);
}

function endsAll(account: AccountResult): boolean {
  return (
    (account.outcome === 'notAllowed' && isUsedUp(account.rule)) ||
    ('code' in account && CONCERNS_ALL.includes(account.code))
  );
}

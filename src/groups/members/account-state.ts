import type { AccountFacts } from '../../broker/facts';
import type { MembershipView } from '../../shared/groups/member-views';

/** Tells whether an account is active, as far as Confluence shows it to the caller. */
export function accountStateOf(facts: AccountFacts | undefined): MembershipView['account'] {
  if (facts === undefined || facts.status === 'closed') return 'notShown';
  return facts.status === 'inactive' ? 'deactivated' : 'active';
}

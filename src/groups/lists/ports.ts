import type { AccountId } from '../../shared/ids';

/** Accounts that a search for an email found. */
export interface EmailMatches {
  /** Accounts of which Jira shows exactly this email. */
  shown: AccountId[];
  /** Accounts whose email Jira hides, and whose name doesn't contain one. */
  hidden: AccountId[];
}

/** Finds people in Jira as the caller. Fails with RATE_LIMITED, UPSTREAM_UNAVAILABLE or UPSTREAM_CONTRACT. */
export interface JiraPeople {
  /** Tells whether the caller may search people there. 'jiraNotConnected': an admin hasn't connected the app to Jira. */
  maySearch(): Promise<'yes' | 'mayNotSearch' | 'jiraNotConnected'>;
  /** Finds accounts by an email, in any letter case: one call. Also fails with ATLASSIAN_REFUSED. */
  findByEmail(email: string): Promise<EmailMatches>;
}

import type { AccountId, OrganizationId, ProjectId } from '../shared/ids';

/** A service project, as Jira proved it for the caller. */
export interface ProvedProject {
  projectId: ProjectId;
  /** From Jira's answer, never from the page. */
  key: string;
  name: string;
  serviceDeskId: string;
}

/** What Jira says of an account. `kind` app: the account of an app. */
export interface JiraAccount {
  accountId: AccountId;
  kind: 'atlassian' | 'customer' | 'app' | 'unknown';
  active: boolean;
}

/**
 * The account that a search for an address came to.
 *
 * `certain: false`: a portal-only account whose name is the address, and whose email Jira hides. Anybody can choose a name, so it proves nothing.
 */
export interface FoundAccount {
  account: JiraAccount;
  certain: boolean;
}

export interface Organization {
  organizationId: OrganizationId;
  name: string;
}

/** Some of a service project's organizations. `nextStart` absent: there are no more. */
export interface OrganizationPage {
  organizations: Organization[];
  nextStart?: number;
}

/** Those of the wanted organizations that a service project has. `complete`: what isn't found isn't there. */
export interface FoundOrganizations {
  found: Organization[];
  complete: boolean;
}

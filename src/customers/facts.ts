import type { AccountId, OrganizationId, ProjectId } from '../shared/ids';

/** A service project that Jira proved for the caller. */
export interface ProvedProject {
  projectId: ProjectId;
  /** From Jira's answer, never from the page. */
  key: string;
  name: string;
  serviceDeskId: string;
}

/** An account as Jira describes it. `kind` app: the account of an app. */
export interface JiraAccount {
  accountId: AccountId;
  kind: 'atlassian' | 'customer' | 'app' | 'unknown';
  active: boolean;
}

/**
 * The account that a search for an address found.
 *
 * `certain: false`: a portal-only account whose name is the address, and whose email Jira hides. Anybody can choose a name, so it isn't a proof.
 */
export interface FoundAccount {
  account: JiraAccount;
  certain: boolean;
}

export interface Organization {
  organizationId: OrganizationId;
  name: string;
}

/** Some of a service project's organizations. `nextStart` absent: these are the last. */
export interface OrganizationPage {
  organizations: Organization[];
  nextStart?: number;
}

/** The wanted organizations that a service project has. `complete`: those that aren't found don't exist there. */
export interface FoundOrganizations {
  found: Organization[];
  complete: boolean;
}

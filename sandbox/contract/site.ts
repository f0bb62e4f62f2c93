// A simulated Atlassian Cloud site, as the rest of the sandbox uses it.
import type { Identity } from './identity';

/** Sets the app's rate limits on its site. An absent field means no limit. */
export interface Quota {
  /** Points in a full hour (UTC). */
  pointsPerHour?: number;
  /** Calls of one operation in a second. */
  callsPerSecond?: number;
}

/** Logs one REST call to the site, as `GET /_sandbox/requests` lists it. Wrong credentials are `anonymous`. */
export interface RequestRow {
  identity: Identity;
  method: string;
  /** Path and query, as received. */
  path: string;
  /** OpenAPI operationId; absent if the site does not model the operation. */
  operationId?: string;
  /** Status of the site's answer, or of a fault's; 0 if the call was lost before it reached the site. */
  status: number;
  /** Marks a call that a fault hit: the caller may have received another answer, or none. */
  fault?: true;
  /** Points by Atlassian's documented formula; 0 for a person's own client. */
  points: number;
  startedAt: number;
  endedAt: number;
}

/** Describes a person for the switcher and the user picker. */
export interface Person {
  accountId: string;
  name: string;
  email: string;
  /** Name in the seed, such as `space-admin`. */
  handle: string;
  active: boolean;
}

/** Holds the facts about an account that Forge checks before it lets an app act for it. */
export interface AccountFacts {
  accountType: 'atlassian' | 'app' | 'customer';
  active: boolean;
  /** Marks an account that its owner deleted. */
  closed?: true;
  /** Allowed to open Confluence, and the app in it. */
  hasProductAccess: boolean;
  /** True for licensed users of Jira or Jira Service Management and for Jira administrators, false for portal-only customers. */
  hasJiraAccess: boolean;
}

/** Simulates an Atlassian Cloud site. */
export interface Site {
  readonly cloudId: string;
  readonly name: string;
  fetch(request: Request, identity: Identity): Promise<Response>;
  requests(): readonly RequestRow[];
  clearRequests(): void;
  people(): readonly Person[];
  person(accountId: string): Person | undefined;
  account(accountId: string): AccountFacts | undefined;
  /** Returns the name of a portal-only customer. */
  customerName(accountId: string): string | undefined;
  /** Checks HTTP Basic credentials, as on Atlassian Cloud: email and API token. Returns the accountId, or undefined if they're wrong. */
  authenticate(email: string, token: string): string | undefined;
  /** Makes one change that somebody makes outside the app, or returns its problems. */
  change(change: unknown): { field: string; message: string }[];
  /** Lists spaces with the keys that people see. */
  spaces(): readonly { id: string; key: string; name: string }[];
  projects(): readonly { id: string; key: string; name: string; serviceDeskId?: string }[];
  /** Calls the listener for each issue, once it exists and before its caller gets the answer. */
  onIssueCreated(listener: (issue: { id: string; key: string; projectId: string; projectKey: string }) => void): void;
  /** Finds an issue; `description` is plain text. */
  issue(
    idOrKey: string,
  ): { key: string; summary: string; description: string; reporterAccountId: string; projectKey: string } | undefined;
}

// A simulated Atlassian Cloud site, as the rest of the sandbox knows it.
import type { Identity } from './identity';

/** Rate limits of the app on its site. Absent: not limited. */
export interface Quota {
  /** Points in a full hour (UTC). */
  pointsPerHour?: number;
  /** Calls of one operation in a second. */
  callsPerSecond?: number;
}

/** One REST call that the site answered, as `GET /_sandbox/requests` lists it. Wrong credentials are `anonymous`. */
export interface RequestRow {
  identity: Identity;
  method: string;
  /** Path and query, as received. */
  path: string;
  /** OpenAPI operationId; absent if the site does not model the operation. */
  operationId?: string;
  /** What the site answered, or a fault in its place; 0 if the call was lost before it reached the site. */
  status: number;
  /** A fault struck: the caller may have got another answer, or none. */
  fault?: true;
  /** Points by Atlassian's documented formula; 0 for a person's own client. */
  points: number;
  startedAt: number;
  endedAt: number;
}

/** A person as the switcher and the user picker show one. */
export interface Person {
  accountId: string;
  name: string;
  email: string;
  /** The name that the seed gives, such as `space-admin`. */
  handle: string;
  active: boolean;
}

/** What Forge asks the site about an account before it lets an app act for it. */
export interface AccountFacts {
  accountType: 'atlassian' | 'app' | 'customer';
  active: boolean;
  /** Its owner had it deleted. */
  closed?: true;
  /** May open the product, and with it the app. */
  hasProductAccess: boolean;
  /** A licensed user of Jira or Jira Service Management, or a Jira administrator; portal-only customers are none. */
  hasJiraAccess: boolean;
}

/** A simulated Atlassian Cloud site. */
export interface Site {
  readonly cloudId: string;
  readonly name: string;
  fetch(request: Request, identity: Identity): Promise<Response>;
  requests(): readonly RequestRow[];
  clearRequests(): void;
  people(): readonly Person[];
  person(accountId: string): Person | undefined;
  account(accountId: string): AccountFacts | undefined;
  /** Of a portal-only customer. */
  customerName(accountId: string): string | undefined;
  /** HTTP Basic credentials, as on Atlassian Cloud: email and API token. The accountId, or undefined if they are wrong. */
  authenticate(email: string, token: string): string | undefined;
  /** Makes one change that somebody makes elsewhere, or says what is wrong with it. */
  change(change: unknown): { field: string; message: string }[];
  /** With the keys that people see. */
  spaces(): readonly { id: string; key: string; name: string }[];
  projects(): readonly { id: string; key: string; name: string; serviceDeskId?: string }[];
  /** Calls the listener for each issue, once it is there and before its caller has the answer. */
  onIssueCreated(listener: (issue: { id: string; key: string; projectId: string; projectKey: string }) => void): void;
  /** `description` is its plain text. */
  issue(
    idOrKey: string,
  ): { key: string; summary: string; description: string; reporterAccountId: string; projectKey: string } | undefined;
}

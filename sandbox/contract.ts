// What the sandbox's three parts (forge, site, web) know of each other. Types only.

/**
 * On whose behalf a REST call reaches the site.
 *
 * `scopes` are what the app's token carries. A person's own client (`basic`) has none to check, and spends no points of the app.
 */
export type Identity =
  | { kind: 'anonymous' }
  | { kind: 'basic'; accountId: string }
  | { kind: 'app'; scopes: readonly string[] }
  | { kind: 'user'; accountId: string; scopes: readonly string[]; impersonated: boolean };

/** Milliseconds since the epoch. */
export interface Clock {
  now(): number;
  /** How slow calls wait; the computer's timers unless given. A signal that is aborted ends the wait: it may then reject. */
  sleep?(ms: number, signal?: AbortSignal): Promise<void>;
  /** Timers of the app's code; the computer's unless given. */
  setTimer?(run: () => void, ms: number): ClockTimer;
}

export interface ClockTimer {
  /** It no longer moves the clock: it runs if something else does. As in Node, where such a timer keeps nothing running. */
  unref(): void;
  clear(): void;
}

/** Rate limits of the app on its site. Absent: not limited. */
export interface Quota {
  /** Points in a full hour (UTC). */
  pointsPerHour?: number;
  /** Calls of one operation in a second. */
  callsPerSecond?: number;
}

/** Things that go wrong on demand. */
export interface FaultBoard {
  /** Adds one fault or a list. If any is malformed it adds none and says what is wrong. */
  offer(faults: unknown): { field: string; message: string }[];
  clear(): void;
  /** Those that have not struck often enough, with the `times` that are left, and late effects that wait. */
  list(): readonly object[];
  /** Lets all late effects take place now. */
  release(): Promise<void>;
}

/** Makes ids that never repeat within one sandbox. */
export interface Ids {
  uuid(): string;
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
  /** HTTP Basic credentials, as on Atlassian Cloud: e-mail and API token. The accountId, or undefined if they are wrong. */
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

/** A Forge function of the app, by its export name. */
export type AppModule = Readonly<Record<string, unknown>>;

/** One call of a page's resolver, as the bridge or an attacker sends it. */
export interface Invocation {
  /** Key of the manifest module whose resolver is called. */
  moduleKey: string;
  functionKey: string;
  payload?: unknown;
  /** Who is signed in. Absent: nobody. */
  accountId?: string;
  /** Merged over the context that the platform would send; the client can forge it. */
  context?: Record<string, unknown>;
}

/** One run of an action of the app. */
export interface ActionCall {
  actionKey: string;
  inputs: Readonly<Record<string, unknown>>;
  /** For whom it runs: in Automation, the owner of the connection that the rule uses. */
  accountId: string;
}

/** By whom a call is made. `thrown`: `@forge/api` throws `NeedsAuthenticationError`. */
export type ScopeRefusals = Record<'caller' | 'impersonated' | 'app', 'answered401' | 'answered403' | 'thrown'>;

/** The app on Forge. */
export interface Forge {
  invoke(invocation: Invocation): Promise<unknown>;
  runAction(call: ActionCall): Promise<unknown>;
  /** Runs one scheduled trigger now, by module key. */
  runScheduled(moduleKey: string): Promise<unknown>;
  /** Runs the module that Forge calls before an uninstall. */
  uninstall(): Promise<unknown>;
  /** Delivers queued events until none is due. */
  settle(): Promise<void>;
  kvs: KvsInspector;
  /** Lines that the app logged, oldest first. */
  logs(): readonly string[];
  /** Whether the app is shared: if not, only its contributors can be impersonated. */
  setShared(shared: boolean): void;
  /** Scopes of manifest.yml that an admin has not approved yet. */
  setUnapproved(scopes: readonly string[]): void;
  /** How calls are refused for a scope that was not granted. Those that are left out stay as they are. */
  setScopeRefusals(refusals: Partial<ScopeRefusals>): void;
  /** Whether this person has agreed that the app acts for them; everybody has, unless this says otherwise. */
  setConsent(accountId: string, given: boolean): void;
  /** Whether the runtime tells the app which scopes were granted: it does, it names none, or reading them throws. */
  setPermissionsTold(told: 'yes' | 'no' | 'throws'): void;
}

/** A storage request that fails. */
export interface StorageFault {
  target: string;
  entityName?: string;
  /** Absent, with `drop`: no answer comes at all. */
  status?: number;
  code: string;
  /** The answer is lost before the store did anything, as without this, or after. */
  drop?: 'before' | 'after';
  delayMs?: number;
  /** So many requests that fit go unharmed before. */
  skip?: number;
  times: number;
}

/** A look into the app's storage that the app itself does not have. */
export interface KvsInspector {
  dump(): {
    plain: Record<string, unknown>;
    secret: Record<string, unknown>;
    entities: Record<string, Record<string, unknown>>;
  };
  set(key: string, value: unknown): void;
  setSecret(key: string, value: unknown): void;
  /** Number of storage requests the app has made, by target such as `/api/v1/entity/get`. */
  requests(): readonly { target: string; status: number; body: unknown }[];
  /** Makes the next matching requests fail. `target` matches by prefix; `entityName` narrows it. Cleared by `times` uses. */
  fail(fault: StorageFault): void;
  faults(): readonly StorageFault[];
  clearFaults(): void;
}

/** What the web server needs of a sandbox. */
export interface ServedSandbox {
  site: Pick<Site, 'name' | 'cloudId' | 'people' | 'person' | 'account' | 'customerName' | 'spaces' | 'projects'>;
  /** Whether the app is connected to Jira. */
  jira: 'connected' | 'absent';
  /** Answers the site's REST API, the app's own, and the sandbox's `/_sandbox` paths. */
  fetch: (request: Request) => Promise<Response>;
  invoke: Forge['invoke'];
}

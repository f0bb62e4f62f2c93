// The app on Forge, as the rest of the sandbox uses it.
import type { KvsInspector } from './storage';

/** Holds the app's Forge functions by export name. */
export type AppModule = Readonly<Record<string, unknown>>;

/** Describes one call of a page's resolver, as the bridge or an attacker sends it. */
export interface Invocation {
  /** Key of the manifest module with the resolver. */
  moduleKey: string;
  functionKey: string;
  payload?: unknown;
  /** The signed-in person; absent for an anonymous visitor. */
  accountId?: string;
  /** Merged over the context that the platform would send: clients can forge it. */
  context?: Record<string, unknown>;
}

/** Describes one run of an action of the app. */
export interface ActionCall {
  actionKey: string;
  inputs: Readonly<Record<string, unknown>>;
  /** The person that it runs as: in Automation, the owner of the connection that the rule uses. */
  accountId: string;
}

/** Tells how a missing scope is reported, by the identity of the call. `thrown`: `@forge/api` throws `NeedsAuthenticationError`. */
export type ScopeRefusals = Record<'caller' | 'impersonated' | 'app', 'answered401' | 'answered403' | 'thrown'>;

/** Runs the app on Forge. */
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
  /** Returns the lines that the app logged, oldest first. */
  logs(): readonly string[];
  /** Shares the app or not: while it isn't shared, only its contributors can be impersonated. */
  setShared(shared: boolean): void;
  /** Sets the scopes of manifest.yml that no admin approved yet. */
  setUnapproved(scopes: readonly string[]): void;
  /** Sets how calls are refused for a missing scope. Identities left out keep their setting. */
  setScopeRefusals(refusals: Partial<ScopeRefusals>): void;
  /** Gives or withdraws this person's consent to the app acting for them. Everybody consents by default. */
  setConsent(accountId: string, given: boolean): void;
  /** Sets how the runtime tells the app its granted scopes: it lists them, it lists none, or reading them throws. */
  setPermissionsTold(told: 'yes' | 'no' | 'throws'): void;
}

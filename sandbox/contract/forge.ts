// The app on Forge, as the rest of the sandbox knows it.
import type { KvsInspector } from './storage';

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

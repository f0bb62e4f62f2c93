// A whole simulated Atlassian Cloud site with the app installed on it, in this process. `fetch` is its front door.
import { answer } from './answer';
import { createAutomation } from './automation/automation';
import type { Automation } from './automation/automation';
import { createMovableClock } from './clock';
import type { Clock, Ids } from './contract/clock';
import type { AppModule, Forge, Invocation } from './contract/forge';
import type { Quota } from './contract/site';
import { msOf } from './duration';
import type { Duration } from './duration';
import type { Faults } from './faults';
import { createFaults } from './faults';
import type { Between } from './forge/between';
import { createForge } from './forge/forge';
import type { ForgeHost } from './forge/forge';
import type { Manifest } from './forge/manifest';
import { readManifest } from './forge/manifest';
import type { Seed } from './site/seed';
import { createSite } from './site/site';
import { restoreSnapshot, takeSnapshot } from './snapshot/snapshot';
import type { Snapshot } from './snapshot/snapshot';

export interface SandboxParts {
  seed: Seed;
  app: AppModule;
  /** Defaults to the computer's clock. */
  clock?: Clock;
  ids?: Ids;
  /** Defaults to the project's manifest.yml. */
  manifest?: Manifest;
  /** Receives each line as the app logs it. */
  log?: (line: string) => void;
  /** Accounts that can be impersonated while the app is not shared. */
  contributors?: readonly string[];
  /** Time that expired data can still be read, in milliseconds. 0 by default; Forge allows itself up to 48 hours. */
  expiryLagMs?: number;
  /** Duration of each REST call, in milliseconds. 0 by default. */
  latencyMs?: number;
  /** No limits by default. */
  quota?: Quota;
  /** Tells whether an admin connected the app to Jira. Connected by default, if the manifest is for Jira. */
  jira?: 'connected' | 'absent';
  /** Tells whether a site admin turned the app's own REST API on. On by default; off on a new site. */
  appRestApis?: boolean;
  /** Decides when each call of the app is performed, and what it gets. By default everything passes at once. */
  between?: Between;
}

/** Times in milliseconds. */
interface Latency {
  restMs?: number;
  storageMs?: number;
  /** From the time at which an event is due to its delivery. */
  deliveryMs?: number;
}

type CreatedSite = ReturnType<typeof createSite>;

export interface Sandbox {
  site: CreatedSite;
  forge: ForgeHost;
  faults: Faults;
  automation: Automation;
  /** Tells whether the app is connected to Jira. */
  jira: ForgeHost['jira'];
  /** Answers the site's REST API for HTTP Basic credentials, the app's own for tokens, and the sandbox's `/_sandbox` paths. */
  fetch: (request: Request) => Promise<Response>;
  invoke: (invocation: Invocation) => Promise<unknown>;
  runScheduled: Forge['runScheduled'];
  uninstall: Forge['uninstall'];
  /** Delivers queued events until none is due. */
  settleQueue: Forge['settle'];
  /** Lets time pass: waits for what is under way, then steps to each due event and each tick of a schedule in turn. */
  letPass: (time: Duration) => Promise<void>;
  /** Delivers events and runs schedules as time goes by; returns a function that ends it. */
  start: ForgeHost['start'];
  /** Returns how far its clock is ahead of the computer's. */
  clockOffsetMs: () => number;
  /** Sets how long REST calls, storage requests and deliveries of events take. Those left out keep their time. */
  setLatency: (latency: Latency) => void;
  requests: CreatedSite['requests'];
  /** Calls the listener after each change that a restart would lose: of the site, the app's storage, or Automation's rules. */
  onChange: (listener: () => void) => void;
  /** Copies all that makes this moment. Throws while a function is under way. */
  takeSnapshot: () => Snapshot;
  /** Goes to the moment of a snapshot. What is broken and what was logged stay. */
  restore: (snapshot: Snapshot) => void;
  /** Copies the mutable parts: the site's state and the app's storage. */
  snapshot: () => { site: object; storage: ReturnType<ForgeHost['kvs']['dump']> };
}

const manifestPath = new URL('../manifest.yml', import.meta.url);

/** Creates a site from a seed and installs the app on it. Sandboxes share nothing; any number of them run in one process. */
export async function createSandbox(parts: SandboxParts): Promise<Sandbox> {
  const { seed, app, latencyMs = 0, quota = {} } = parts;
  const clock = parts.clock ?? createMovableClock();
  const ids = parts.ids ?? { uuid: () => crypto.randomUUID() };
  const manifest = parts.manifest ?? (await readManifest(manifestPath));
  const listeners: (() => void)[] = [];

  function changed(): void {
    for (const listener of listeners) listener();
  }

  const site = createSite({ seed, clock, ids, latencyMs, changed });
  site.setQuota(quota);
  const forge = createForge({ ...parts, manifest, app, site, clock, ids, changed });
  loadSeededStorage(forge, seed.appStorage);
  const faults = createFaults({ rest: site.faults, late: site.lateEffects, forge });
  const automation = createAutomation({ site, forge, manifest, ids, changed });
  const parted = { site, forge, automation, clock };
  return {
    site,
    forge,
    faults,
    automation,
    jira: forge.jira,
    fetch: (request) => answer({ ...parted, faults }, request),
    invoke: (invocation) => forge.invoke(invocation),
    runScheduled: (moduleKey) => forge.runScheduled(moduleKey),
    uninstall: () => forge.uninstall(),
    settleQueue: () => forge.settle(),
    letPass: (time) => forge.passTo(clock.now() + msOf(time)),
    start: () => forge.start(),
    clockOffsetMs: () => clock.offsetMs?.() ?? 0,
    setLatency: (latency) => setLatency(site, forge, latency),
    requests: () => site.requests(),
    onChange: (listener) => void listeners.push(listener),
    takeSnapshot: () => takeSnapshot(parted),
    restore: (snapshot) => restoreSnapshot(parted, snapshot),
    snapshot: () => ({ site: site.copy().state, storage: forge.kvs.dump() }),
  };
}

function loadSeededStorage({ kvs }: ForgeHost, { plain, secret }: Seed['appStorage']): void {
  for (const [key, value] of Object.entries(plain)) kvs.set(key, value);
  for (const [key, value] of Object.entries(secret)) kvs.setSecret(key, value);
}

function setLatency(site: CreatedSite, { kvs, queue }: ForgeHost, { restMs, storageMs, deliveryMs }: Latency): void {
  if (restMs !== undefined) site.setLatency(restMs);
  if (storageMs !== undefined) kvs.setLatency(storageMs);
  if (deliveryMs !== undefined) queue.setLatency(deliveryMs);
}

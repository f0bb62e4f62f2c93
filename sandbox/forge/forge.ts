// The app on Forge, called by a page, a schedule, an uninstall or a queue.
// https://developer.atlassian.com/platform/forge/runtime-reference/
import type { Clock, Ids } from '../contract/clock';
import type { AppModule, Forge } from '../contract/forge';
import type { Site } from '../contract/site';
import { createFaultList } from '../fault-list';
import { createRecentLog } from '../recent-log';
import { runAction } from './actions';
import { createAppRest } from './app-rest/app-rest';
import type { AppRest } from './app-rest/app-rest';
import { NOTHING_BETWEEN } from './between';
import type { Between } from './between';
import { copiesOf } from './copies';
import type { ForgeCopy } from './copies';
import { createDriver } from './driver';
import type { Driver } from './driver';
import { createInstallation } from './installation';
import type { Installation } from './installation';
import type { Host } from './invocation';
import { createKvsStore } from './kvs/kvs';
import type { KvsStore } from './kvs/kvs';
import type { Kill } from './lifetime';
import { STORAGE_LIMITS } from './limits';
import type { Manifest } from './manifest';
import { invokePage } from './pages';
import type { EventQueue } from './queue/queue';
import { createEventQueue } from './queue/queue';
import { createSchedules } from './schedules';
import type { Schedules } from './schedules';
import { installSeams } from './seams';
import { runConsumer, runPreUninstall, runScheduledTrigger } from './triggers';
import { createUnderWay } from './under-way';
import { createUsage } from './usage';
import type { Usage } from './usage';

export interface ForgeParts {
  manifest: Manifest;
  app: AppModule;
  site: Site;
  clock: Clock;
  ids: Ids;
  /** Receives each line as the app logs it. */
  log?: (line: string) => void;
  /** Tells whether an admin connected the app to Jira, if its manifest is for Jira at all. Connected by default. */
  jira?: 'connected' | 'absent';
  /** Tells whether a site admin turned the app's REST API on. On by default here; off on a new site. */
  appRestApis?: boolean;
  /** Accounts that can be impersonated while the app is not shared. None by default. */
  contributors?: readonly string[];
  /** Time that expired data can still be read, in milliseconds. Forge allows itself up to 48 hours; 0 by default. */
  expiryLagMs?: number;
  /** Runs whenever the app's storage changes. */
  changed?: () => void;
  /** Decides when each call of the app is performed, and what it gets. By default everything passes at once. */
  between?: Between;
}

/** Extends the contract's Forge with switches that only tests of background work need. */
export interface ForgeHost extends Forge {
  kvs: Omit<KvsStore, 'answer'>;
  queue: Omit<EventQueue, 'answer' | 'deliveriesTo' | 'onPush'>;
  /** Copies what Forge keeps of the app: storage, queue, next ticks, decisions and consents. Throws while a function is under way. */
  copy(): ForgeCopy;
  /** Replaces all of it by a copy. Throws, and changes nothing, if it holds rows that the manifest doesn't allow. */
  load(copy: ForgeCopy): void;
  /** Moves on to this time: waits for what is under way, then steps to each due event and each tick of a schedule. */
  passTo: Driver['passTo'];
  /** Delivers events and runs schedules as time goes by; returns a function that ends it. */
  start: Driver['start'];
  /** Starts what has become due, if it was started. */
  wake: Driver['wake'];
  /** Lists what is due and can start now, and when the next is, for whoever starts each by itself. */
  due: Driver['due'];
  nextDueAt: Driver['nextDueAt'];
  jira: Installation['jira'];
  /** Sums what the app's functions used. */
  usage: { read: () => Usage; clear: () => void };
  /** Ends functions at one of their platform calls. */
  kill(kill: Kill): void;
  /** Returns kills with uses left. */
  kills(): readonly Kill[];
  clearKills(): void;
  /** Serves the app's own REST API. */
  appRest: AppRest;
}

/** Installs the app on the site. Any number of them run in one process, each with its own storage, queue and log. */
export function createForge(parts: ForgeParts): ForgeHost {
  installSeams();
  const { manifest, site, clock, ids, app, contributors = [], expiryLagMs = 0, jira = 'connected' } = parts;
  const installation = createInstallation({ manifest, site, clock, ids, contributors, jira });
  const kvs = createKvsStore(installation, Math.min(expiryLagMs, STORAGE_LIMITS.maxExpiryLagMs), parts.changed);
  const queue = createEventQueue(installation);
  const lines = createRecentLog<string>();

  function write(line: string): void {
    lines.add(line, line.length);
    parts.log?.(line);
  }

  const kills = createFaultList<Kill>();
  const functions = createUnderWay();
  const usage = createUsage();
  const { between = NOTHING_BETWEEN } = parts;
  const host: Host = { installation, kvs, queue, app, kills, functions, usage, between, write };
  const schedules = createSchedules(host);
  const appRest = createAppRest(host, parts.appRestApis ?? true);
  return {
    invoke: (invocation) => invokePage(host, invocation),
    runAction: (call) => runAction(host, call),
    runScheduled: (moduleKey) => runScheduledTrigger(host, moduleKey),
    uninstall: () => runPreUninstall(host),
    ...driverOf(host, queue, schedules),
    ...copiesOf({ host, queue, schedules, appRest }),
    kvs,
    queue,
    jira: installation.jira,
    usage: { read: usage.read, clear: usage.clear },
    kill: kills.add,
    kills: kills.list,
    clearKills: kills.clear,
    appRest,
    logs: () => lines.rows,
    ...switchesOf(installation),
  };
}

/** Creates what runs the app with nobody present; a pushed event wakes it. */
function driverOf(host: Host, queue: EventQueue, schedules: Schedules): Driver {
  const deliveries = queue.deliveriesTo({
    run: (module, payload, chain) => runConsumer(host, module, payload, chain),
    write: host.write,
  });
  const { clock } = host.installation;
  const driver = createDriver({ clock, deliveries, schedules, functions: host.functions });
  queue.onPush(driver.wake);
  return driver;
}

/** Changes what an admin or Atlassian decided about the installation. */
function switchesOf(
  installation: Installation,
): Pick<Forge, 'setShared' | 'setUnapproved' | 'setScopeRefusals' | 'setConsent' | 'setPermissionsTold'> {
  return {
    setShared: (shared) => {
      installation.shared = shared;
    },
    setUnapproved: (scopes) => {
      installation.unapproved = new Set(scopes);
    },
    setScopeRefusals: (refusals) => {
      installation.scopeRefusals = { ...installation.scopeRefusals, ...refusals };
    },
    setConsent: (accountId, given) => {
      if (given) installation.withoutConsent.delete(accountId);
      else installation.withoutConsent.add(accountId);
    },
    setPermissionsTold: (told) => {
      installation.permissionsTold = told;
    },
  };
}

// What Forge keeps of an installed app, as data, and back. Ids of the installation aren't part of it.
// https://developer.atlassian.com/platform/forge/runtime-reference/
import type { AppRest, AppRestCopy } from './app-rest/app-rest';
import type { Installation } from './installation';
import type { Host } from './invocation';
import type { KvsStore } from './kvs/kvs';
import type { QueueCopy } from './queue/copy';
import type { EventQueue } from './queue/queue';
import type { Schedules, TickTimes } from './schedules';

/** Holds the decisions of admins, people and Atlassian about the installation. */
type Decisions = Pick<Installation, 'shared' | 'unapproved' | 'scopeRefusals' | 'withoutConsent' | 'permissionsTold'>;

export interface ForgeCopy {
  storage: ReturnType<KvsStore['tables']>;
  queue: QueueCopy;
  /** Next ticks of the schedules. */
  ticks: TickTimes;
  decisions: Decisions;
  appRest: AppRestCopy;
}

interface Kept {
  host: Pick<Host, 'functions' | 'installation'> & { kvs: KvsStore };
  queue: EventQueue;
  schedules: Schedules;
  appRest: AppRest;
}

/** Creates what copies it, and what replaces it by a copy. */
export function copiesOf(kept: Kept): { copy: () => ForgeCopy; load: (copy: ForgeCopy) => void } {
  return { copy: () => copyForge(kept), load: (copy) => loadForge(kept, copy) };
}

function copyForge({ host: { functions, installation, kvs }, queue, schedules, appRest }: Kept): ForgeCopy {
  if (!functions.isEmpty()) throw new Error('A function is under way: what it is about to do would be lost');
  return {
    storage: structuredClone(kvs.tables()),
    queue: queue.copy(),
    ticks: schedules.copy(),
    decisions: decisionsOf(installation),
    appRest: appRest.copy(),
  };
}

function loadForge({ host: { installation, kvs }, queue, schedules, appRest }: Kept, copy: ForgeCopy): void {
  kvs.loadTables(structuredClone(copy.storage));
  queue.load(copy.queue);
  schedules.load(copy.ticks);
  Object.assign(installation, decisionsOf(copy.decisions));
  appRest.load(copy.appRest);
}

function decisionsOf(of: Decisions): Decisions {
  const { shared, unapproved, scopeRefusals, withoutConsent, permissionsTold } = of;
  return structuredClone({ shared, unapproved, scopeRefusals, withoutConsent, permissionsTold });
}

// A whole sandbox at one moment, as data, and back. Nothing of Atlassian's.
import type { Automation } from '../automation/automation';
import type { Rule } from '../automation/rules';
import type { Clock } from '../contract/clock';
import type { ForgeCopy } from '../forge/copies';
import type { ForgeHost } from '../forge/forge';
import type { SiteCopy, SiteHost } from '../site/site';

/** Holds all that makes a moment; logs, faults, latencies, and ids and limits of the installation don't. */
export interface Snapshot {
  /** Milliseconds since the epoch. */
  now: number;
  site: SiteCopy;
  forge: ForgeCopy;
  /** Rules of Automation. */
  rules: readonly Rule[];
}

interface Parts {
  site: SiteHost;
  forge: ForgeHost;
  automation: Automation;
  clock: Clock;
}

/** Copies a moment. Throws while a function of the app is under way. */
export function takeSnapshot({ site, forge, automation, clock }: Parts): Snapshot {
  return {
    now: clock.now(),
    site: site.copy(),
    forge: forge.copy(),
    rules: structuredClone(automation.rules()),
  };
}

/** Goes to a moment. Throws, and changes nothing, if it holds rows that the manifest doesn't allow. */
export function restoreSnapshot({ site, forge, automation, clock }: Parts, snapshot: Snapshot): void {
  forge.load(snapshot.forge);
  site.load(snapshot.site);
  automation.loadRules(structuredClone(snapshot.rules));
  clock.setTo?.(snapshot.now);
  forge.wake();
}

// What the app's functions use, as Forge measures it for billing.
// https://developer.atlassian.com/platform/forge/forge-platform-pricing/
import type { ManifestFunction } from './manifest';

/** Sums of invocations: their number, their time, and their time by memory. */
interface Sums {
  invocations: number;
  ms: number;
  gbSeconds: number;
}

/** Separates what ran with nobody present, consumers and schedules, from calls. */
export type Usage = Record<'calls' | 'background', Sums>;

const BACKGROUND = ['consumer', 'scheduledTrigger'];

/** Starts counting at 0. Sums are running ones: a bounded log would lose some. */
export function createUsage() {
  let usage = nothing();
  return {
    /** Adds one invocation of this type of module. */
    add: (moduleType: string, { memoryMB }: ManifestFunction, ms: number): void => {
      const sums = usage[BACKGROUND.includes(moduleType) ? 'background' : 'calls'];
      sums.invocations += 1;
      sums.ms += ms;
      sums.gbSeconds += (ms / 1000) * (memoryMB / 1024);
    },
    read: (): Usage => structuredClone(usage),
    clear: (): void => {
      usage = nothing();
    },
  };
}

function nothing(): Usage {
  return {
    calls: { invocations: 0, ms: 0, gbSeconds: 0 },
    background: { invocations: 0, ms: 0, gbSeconds: 0 },
  };
}

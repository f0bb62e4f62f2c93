// Outcomes that the store wouldn't take, carried in memory until an invocation of the same installation can store them.
// A running function serves many installations: https://developer.atlassian.com/platform/forge/runtime-reference/#memory
import type { Outcome } from '../../broker/audit/entries';
import type { Clock } from '../../broker/ports';

/** Carries outcomes by installation. */
export interface CarriedOutcomes {
  carry(installation: string, outcomes: readonly Outcome[]): void;
  /** Takes out at most `most` of this installation's outcomes, oldest first. */
  take(installation: string, most: number): Outcome[];
}

/** Longest time to carry an outcome. The hourly run settles attempts after ten minutes: an older outcome must not be stored by then. */
const FOR_MS = 5 * 60_000;

/** Most outcomes carried for one installation. */
const MOST = 100;
/** Most installations to carry for at once: the memory of one function is small. */
const MOST_INSTALLATIONS = 100;

export function createCarriedOutcomes(clock: Clock): CarriedOutcomes {
  const carried = new Map<string, Outcome[]>();
  function young(installation: string): Outcome[] {
    return (carried.get(installation) ?? []).filter(({ at }) => clock.now() - Date.parse(at) <= FOR_MS);
  }
  function keep(installation: string, left: readonly Outcome[]): void {
    carried.delete(installation);
    if (left.length > 0) carried.set(installation, [...left]);
  }
  return {
    carry(installation, outcomes) {
      keep(installation, [...young(installation), ...outcomes].slice(-MOST));
      const [oldest] = carried.keys();
      if (carried.size > MOST_INSTALLATIONS && oldest !== undefined) carried.delete(oldest);
    },
    take(installation, most) {
      const all = young(installation);
      keep(installation, all.slice(most));
      return all.slice(0, most);
    },
  };
}

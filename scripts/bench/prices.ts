// Prices of Forge in US dollars, for what is above a month's free allowance of the app on all its sites together.
// https://developer.atlassian.com/platform/forge/forge-platform-pricing/ (as updated on 30 June 2025)
import type { Month } from './month';

const GB = 1e9;
const A_GB_SECOND = 0.000025;
const A_GB_READ = 0.055;
const A_GB_WRITTEN = 1.09;

/** Tells what something would cost without the free allowance: 100,000 GB-seconds, 0.1 GB read and 0.1 GB written. */
interface Dollars {
  background: number;
  /** Of pages, scripts and rules. */
  calls: number;
  reads: number;
  writes: number;
}

/** Returns list prices. How bytes are weighed for the bill, and what logs cost, isn't part of it. */
export function dollarsOf({ backgroundGbSeconds, callGbSeconds, bytesRead, bytesWritten }: Month): Dollars {
  return {
    background: backgroundGbSeconds * A_GB_SECOND,
    calls: callGbSeconds * A_GB_SECOND,
    reads: (bytesRead / GB) * A_GB_READ,
    writes: (bytesWritten / GB) * A_GB_WRITTEN,
  };
}

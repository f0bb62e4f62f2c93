// What stays real: a turn of the event loop, which only the driver takes, and the computer's clock for measuring. Load it before the others.
const { setImmediate: immediate, setTimeout: timeout } = globalThis;
const clock = process.hrtime.bigint.bind(process.hrtime);

/** Lets one turn of the event loop pass. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => void immediate(resolve));
}

/** Waits that long in earnest, to show that it changes nothing. */
export function reallyWait(ms: number): Promise<void> {
  return new Promise((resolve) => void timeout(resolve, ms));
}

/** Returns milliseconds of the computer. */
export function realNow(): number {
  return Number(clock() / 1000n) / 1000;
}

// `Date`, `performance` and `process.hrtime` of this process.
// https://nodejs.org/docs/latest-v24.x/api/perf_hooks.html
import { BEGINS_AT, virtualNow } from './virtual';

/** Installs clocks that show the virtual time. */
export function installClock(): void {
  const Real = globalThis.Date;
  const virtual: DateConstructor = new Proxy(Real, {
    construct: (target, args: unknown[], created) =>
      Reflect.construct(
        target,
        args.length === 0 ? [virtualNow()] : args,
        created === virtual ? target : created,
      ) as Date,
    apply: () => new Real(virtualNow()).toString(),
    get: (target, key) => (key === 'now' ? virtualNow : Reflect.get(target, key)) as unknown,
  });
  globalThis.Date = virtual;
  Object.defineProperty(globalThis.performance, 'now', { value: () => virtualNow() - BEGINS_AT });
  Object.defineProperty(globalThis.performance, 'timeOrigin', { value: BEGINS_AT });
  process.hrtime = Object.assign(hrtime, { bigint: () => BigInt(virtualNow() - BEGINS_AT) * 1_000_000n });
}

function hrtime([seconds, nanoseconds]: [number, number] = [0, 0]): [number, number] {
  const ms = virtualNow() - BEGINS_AT - seconds * 1000 - nanoseconds / 1e6;
  return [Math.floor(ms / 1000), Math.round((ms % 1000) * 1e6)];
}

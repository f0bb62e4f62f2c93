// `Date` of the app's code: it follows the sandbox's clock.
// https://developer.atlassian.com/platform/forge/runtime-reference/

/** Installs a `Date` whose present is told by `timeOf`, or is the computer's where that returns undefined. */
export function installDates(timeOf: () => number | undefined): void {
  const Outside = globalThis.Date;

  function now(): number {
    return timeOf() ?? Outside.now();
  }

  const followed: DateConstructor = new Proxy(Outside, {
    construct: (target, args: unknown[], created) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, created === followed ? target : created) as Date,
    apply: () => new Outside(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)) as unknown,
  });
  globalThis.Date = followed;
}

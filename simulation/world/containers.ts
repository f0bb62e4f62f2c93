// The containers in which Forge runs the app: each keeps its modules from one function to the next, until it is replaced.
import type { AppModule } from '../../sandbox/contract/forge';

/** Creates the first container. `load` gives the app with modules of its own. */
export function createContainers(load: () => AppModule) {
  const first = load();
  const all = [first];
  let current = 0;

  function run(name: string, args: unknown[]): unknown {
    const handler = (all[current] ?? first)[name] as (...given: unknown[]) => unknown;
    return handler(...args);
  }

  return {
    /** Runs each function in the container that is current when it begins. */
    app: Object.fromEntries(
      Object.keys(first).map((name) => [name, (...args: unknown[]) => run(name, args)]),
    ) satisfies AppModule,
    /** Replaces the current container by a new one; functions under way in the old one go on. */
    replace: (): void => {
      all[current] = load();
    },
    /** Lets functions begin in another of two containers. */
    change: (): void => {
      current = 1 - current;
      all[current] ??= load();
    },
  };
}

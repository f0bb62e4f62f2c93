// Runs that are under way.

/** Holds runs until they end. */
export function createUnderWay() {
  const runs = new Set<Promise<unknown>>();
  return {
    /** Holds a run and returns it. */
    track: <Run extends Promise<unknown>>(run: Run): Run => {
      function forget(): void {
        runs.delete(run);
      }
      runs.add(run);
      run.then(forget, forget);
      return run;
    },
    isEmpty: (): boolean => runs.size === 0,
    /** Resolves once those that are under way now have ended, however. */
    ended: async (): Promise<void> => void (await Promise.allSettled(runs)),
  };
}

export type UnderWay = ReturnType<typeof createUnderWay>;

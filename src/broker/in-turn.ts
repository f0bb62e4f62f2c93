/** Runs one after the other, in the order in which they are asked for. One that fails stops none that follows. */
export function inTurn() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(run: () => Promise<T>): Promise<T> => {
    const next = last.then(run, run);
    last = next;
    return next;
  };
}

/** Runs what has the same key one after the other: the same person twice finds what was done the first time. */
export function oneAfterAnother() {
  const turns = new Map<string, ReturnType<typeof inTurn>>();
  return <T>(key: string, run: () => Promise<T>): Promise<T> => {
    const turn = turns.get(key) ?? inTurn();
    turns.set(key, turn);
    return turn(run);
  };
}

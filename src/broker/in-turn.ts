/** Runs tasks one after the other, in the order of the calls. A failure doesn't stop those that follow. */
export function inTurn() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(run: () => Promise<T>): Promise<T> => {
    const next = last.then(run, run);
    last = next;
    return next;
  };
}

/** Runs tasks with the same key one after the other, so that a person who is listed twice gets the result of the first time. */
export function oneAfterAnother() {
  const turns = new Map<string, ReturnType<typeof inTurn>>();
  return <T>(key: string, run: () => Promise<T>): Promise<T> => {
    const turn = turns.get(key) ?? inTurn();
    turns.set(key, turn);
    return turn(run);
  };
}

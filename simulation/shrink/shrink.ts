// Delta debugging of a list of choices. Where a list ends all choices are 0, so shorter lists and smaller numbers are simpler worlds.

/** Tells whether a world of these choices still fails in the same way. */
export type Fails = (choices: readonly number[]) => Promise<boolean>;

/** Offers a simpler list; it is kept if it still fails. */
type Offer = (choices: readonly number[]) => Promise<boolean>;

interface Search {
  /** The simplest list that failed so far. */
  best: readonly number[];
  offer: Offer;
}

/** Returns the simplest list that it finds to fail, beginning with one that does. Tries nothing more once `goesOn` says no. */
export async function shrunkChoices(
  choices: readonly number[],
  fails: Fails,
  goesOn: () => boolean,
): Promise<readonly number[]> {
  const search: Search = { best: choices, offer };

  async function offer(candidate: readonly number[]): Promise<boolean> {
    const simpler = withoutLastZeros(candidate);
    if (!isSimpler(simpler, search.best) || !goesOn() || !(await fails(simpler))) return false;
    search.best = simpler;
    return true;
  }

  for (let before: readonly number[] = []; before !== search.best && goesOn();) {
    before = search.best;
    // Zeros at the end are cut off: this comes first, as it cuts the tail.
    await changeChunks(search, (chunk) => chunk.map(() => 0));
    await changeChunks(search, () => []);
    await halveNumbers(search);
  }
  return search.best;
}

/** Changes one chunk after the other, from the end to the beginning: large ones first, single numbers last. */
async function changeChunks(search: Search, changed: (chunk: readonly number[]) => number[]): Promise<void> {
  for (let size = Math.ceil(search.best.length / 2); size > 0; size = Math.floor(size / 2)) {
    for (let end = search.best.length; end > 0; end -= size) {
      const start = Math.max(0, end - size);
      const { best } = search;
      await search.offer([...best.slice(0, start), ...changed(best.slice(start, end)), ...best.slice(end)]);
    }
  }
}

/** Halves each number, then again, as long as it fails. */
async function halveNumbers(search: Search): Promise<void> {
  for (let at = search.best.length - 1; at >= 0; at -= 1) {
    while (await search.offer(search.best.with(at, Math.floor((search.best[at] ?? 0) / 2))));
  }
}

function withoutLastZeros(choices: readonly number[]): readonly number[] {
  return choices.slice(0, choices.findLastIndex((choice) => choice !== 0) + 1);
}

/** Tells whether a list is shorter, or as long with a smaller sum: what is kept gets simpler each time, so the search ends. */
function isSimpler(one: readonly number[], other: readonly number[]): boolean {
  return one.length < other.length || (one.length === other.length && sumOf(one) < sumOf(other));
}

function sumOf(choices: readonly number[]): number {
  return choices.reduce((sum, choice) => sum + choice, 0);
}

import { createRandom } from '../../simulation/deterministic/random';
import { KINDS } from './kinds';
import type { Mutant } from './mutant';

/** Chooses so many mutants by a seed, evenly over the kinds, and over the changes of each. Where there are fewer, all are taken. */
export function chosenOf(all: readonly Mutant[], seed: number, count: number): Mutant[] {
  const kinds = KINDS.map((kind) => {
    const own = all.filter((one) => one.kind === kind);
    const changes = [...new Set(own.map(({ change }) => change))];
    return inTurn(
      changes.map((change) =>
        shuffled(
          own.filter((one) => one.change === change),
          seed,
        ),
      ),
    );
  });
  return inTurn(kinds).slice(0, count);
}

/** Takes one of each pile, as long as any has one. */
function inTurn(piles: readonly (readonly Mutant[])[]): Mutant[] {
  const most = Math.max(0, ...piles.map(({ length }) => length));
  return Array.from({ length: most }, (_, round) => piles.flatMap((pile) => pile[round] ?? [])).flat();
}

/** Draws for each by its name, so that a change elsewhere in src changes little. */
function shuffled(mutants: readonly Mutant[], seed: number): Mutant[] {
  return mutants
    .map((mutant) => ({ mutant, draw: createRandom(seed, mutant.id).next() }))
    .toSorted((one, other) => one.draw - other.draw)
    .map(({ mutant }) => mutant);
}

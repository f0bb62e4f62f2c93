import { createRandom } from '../../simulation/deterministic/random';
import { KINDS } from './kinds';
import type { Mutant } from './mutant';

/** Chooses so many mutants by a seed, evenly over the kinds. Of a kind that has fewer, all are taken. */
export function chosenOf(all: readonly Mutant[], seed: number, count: number): Mutant[] {
  const piles = KINDS.map((kind) =>
    shuffled(
      all.filter((one) => one.kind === kind),
      seed,
      kind,
    ),
  );
  const chosen: Mutant[] = [];
  for (let round = 0; chosen.length < count && piles.some((pile) => pile.length > round); round += 1) {
    chosen.push(...piles.flatMap((pile) => pile[round] ?? []).slice(0, count - chosen.length));
  }
  return chosen;
}

function shuffled(mutants: readonly Mutant[], seed: number, kind: string): Mutant[] {
  const random = createRandom(seed, kind);
  return mutants
    .map((mutant) => ({ mutant, draw: random.next() }))
    .toSorted((one, other) => one.draw - other.draw)
    .map(({ mutant }) => mutant);
}

import type { Mutant } from './generate/mutant';
import { EQUIVALENT, GUARDED, type Known } from './known';
import type { Verdict } from './report';
import { simulateWith } from './running/simulation';
import type { Worker } from './running/worker';

interface Court {
  all: readonly Mutant[];
  covering: (mutant: Mutant) => string[];
  worker: Worker;
  testsOnly: boolean;
}

/** Finds out what comes of a mutant. One with a second guard is tried together with that. */
export async function judge(mutant: Mutant, court: Court): Promise<Verdict> {
  const beganAt = performance.now();
  const equivalent = EQUIVALENT.find((known) => isOf(known, mutant));
  const guarded = GUARDED.find((known) => isOf(known, mutant));
  const guard = guarded && court.all.find((one) => isOf(guarded.guard, one));
  const tried = guard === undefined ? [mutant] : [mutant, guard];
  const files = [...new Set(tried.flatMap((one) => court.covering(one)))];
  const told =
    equivalent === undefined
      ? await fateOf(tried, files, court)
      : ({ fate: 'equivalent', why: equivalent.because } as const);
  const seconds = (performance.now() - beganAt) / 1000;
  const verdict = { mutant, covering: files.length, seconds, ...told };
  if (guarded === undefined || verdict.fate === 'alive') return verdict;
  return { ...verdict, fate: 'guard', why: guarded.because };
}

/** Tells whether an explanation is about a mutant. */
export function isOf({ id, from, to }: Omit<Known, 'because'>, mutant: Mutant): boolean {
  return mutant.id === id && mutant.from === from && mutant.to === to;
}

async function fateOf(
  mutants: readonly Mutant[],
  files: readonly string[],
  { worker, testsOnly }: Court,
): Promise<Pick<Verdict, 'fate' | 'killer' | 'why'>> {
  const ended = files.length === 0 ? ({ by: 'nobody' } as const) : await worker.run({ mutants, files });
  if (ended.by === 'test') return { fate: 'tests', killer: ended.killer };
  if (ended.by === 'time') return { fate: 'time', why: 'tests came to no end' };
  const found = testsOnly ? undefined : await simulateWith(mutants);
  return found === undefined ? { fate: 'alive' } : { fate: 'simulation', why: found };
}

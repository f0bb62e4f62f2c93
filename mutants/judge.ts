import type { Mutant } from './generate/mutant';
import type { Explanations, Known } from './known';
import type { Verdict } from './report';
import type { Killer } from './running/messages';
import type { Worker } from './running/worker';

export interface Court {
  all: readonly Mutant[];
  explanations: Explanations;
  covering: (mutant: Mutant) => string[];
  worker: Pick<Worker, 'run'>;
  /** Tells what breaks in the app with mutants. Absent: nothing is simulated. */
  simulate?: (mutants: readonly Mutant[]) => Promise<string | undefined>;
}

/** Finds out what comes of a mutant. One that does the same isn't tried, and one with a second guard is tried together with that. */
export async function judge(mutant: Mutant, court: Court): Promise<Verdict> {
  const { all, explanations, covering } = court;
  const beganAt = performance.now();
  const equivalent = explanations.equivalent.find((known) => isOf(known, mutant));
  if (equivalent !== undefined) {
    return { mutant, fate: 'equivalent', covering: covering(mutant).length, seconds: 0, why: equivalent.because };
  }
  const guarded = explanations.guarded.find((known) => isOf(known, mutant));
  const guard = guarded && all.find((one) => isOf(guarded.guard, one));
  const tried = guard === undefined ? [mutant] : [mutant, guard];
  const files = [...new Set(tried.flatMap(covering))];
  const told = await fateOf(tried, files, court);
  const verdict = { mutant, covering: files.length, seconds: (performance.now() - beganAt) / 1000, ...told };
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
  { worker, simulate }: Court,
): Promise<Pick<Verdict, 'fate' | 'killer' | 'why'>> {
  const ended = files.length === 0 ? ({ by: 'nobody' } as const) : await worker.run({ mutants, files });
  if (ended.by === 'time') return { fate: 'time', why: 'tests came to no end' };
  if (ended.by === 'test') return { fate: isTimeOut(ended.killer) ? 'time' : 'tests', killer: ended.killer };
  const found = await simulate?.(mutants);
  return found === undefined ? { fate: 'alive' } : { fate: 'simulation', why: found };
}

function isTimeOut({ message }: Killer): boolean {
  return message.startsWith('Test timed out');
}

import type { Mutant } from '../generate/mutant';

/** Asks a process to run test files with mutants in the code. Paths are relative to the project, in the order in which they run. */
export interface Task {
  mutants: readonly Mutant[];
  files: readonly string[];
}

/** The test that failed. */
export interface Killer {
  file: string;
  test: string;
  message: string;
}

/** The messages of a process: that it's at work, or that a task has ended. */
export type Told = { is: 'progress' } | { is: 'ready' } | { is: 'ended'; killer: Killer | undefined };

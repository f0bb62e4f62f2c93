import type { ForgeCli } from './forge-cli';
import type { Options } from './options';
import type { StepName } from './step-names';
import type { Terminal } from './terminal';

export interface Work {
  options: Options;
  terminal: Terminal;
  forge: ForgeCli;
}

export interface Step {
  name: StepName;
  title: string;
  /** The commands that it may run, for the dry run: arguments of `forge`. */
  commands: (options: Options) => (readonly string[])[];
  /** What a person must do in it, if anything. */
  person?: string;
  /**
   * Finds out whether the step is done and does it if not. Answers what is true now.
   *
   * Stops with a sentence if it failed, or if what Forge says can't be read.
   */
  run: (work: Work) => Promise<string>;
}

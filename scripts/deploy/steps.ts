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
  /** Commands that the step may run, for the dry run: arguments of `forge`. */
  commands: (options: Options) => (readonly string[])[];
  /** Action that the step needs from a person, if any. */
  person?: string;
  /**
   * Checks whether the step is done and does it if not. Returns the resulting state.
   *
   * Stops with a sentence if it failed, or if Forge's output can't be read.
   */
  run: (work: Work) => Promise<string>;
}

// The steps of a deployment, in the order that Forge needs.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-manifest/
import { customScopes } from './custom-scopes';
import { deploy } from './deployment';
import { commandLine, forgeCli } from './forge-cli';
import { indexes } from './indexes';
import { install } from './installation';
import { nextSteps } from './next-steps';
import type { Options } from './options';
import { register } from './register';
import { signIn } from './sign-in';
import type { Step } from './steps';
import type { Terminal } from './terminal';

const STEPS: readonly Step[] = [signIn, register, customScopes, deploy, indexes, install];

/**
 * Walks the steps. Each first checks whether it's done, so a walk can start again after any failure.
 *
 * Rejects with a sentence for the person (`isStop`) if it can't continue.
 */
export async function walk(options: Options, terminal: Terminal): Promise<void> {
  const forge = forgeCli(terminal);
  for (const [index, step] of STEPS.entries()) {
    terminal.print(`\n[${String(index + 1)} of ${String(STEPS.length)}] ${step.title}`);
    if (options.dryRun) printStep(step, options, terminal);
    else if (options.done.includes(step.name)) terminal.print('  skipped: you said that it is done');
    else terminal.print(`  done: ${await step.run({ options, terminal, forge })}`);
  }
  for (const line of nextSteps(options)) terminal.print(line);
}

function printStep({ commands, person }: Step, options: Options, { print }: Terminal): void {
  for (const args of commands(options)) print(`  $ ${commandLine(args)}`);
  if (person !== undefined) print(`  you: ${person}`);
}

// Runs the Forge CLI (`@forge/cli`). https://developer.atlassian.com/platform/forge/cli-reference/
import { spawn } from 'node:child_process';

import { stop } from './stop';
import type { Terminal } from './terminal';

export interface ForgeCli {
  /** Runs a command that may prompt the person. Resolves with true if it succeeded. */
  run: (args: readonly string[]) => Promise<boolean>;
  /** Reads a command's output; undefined if it failed. It can't prompt: its input is closed. */
  read: (args: readonly string[]) => Promise<string | undefined>;
}

/** Runs the `forge` on the terminal's PATH. A missing one ends the deployment. */
export function forgeCli(terminal: Terminal): ForgeCli {
  return {
    async run(args) {
      terminal.print(`  $ ${commandLine(args)}`);
      const { code } = await execute(terminal, args, terminal.isTerminal ? 'inherit' : 'ignore');
      return code === 0;
    },
    async read(args) {
      const { code, output } = await execute(terminal, args, 'read');
      if (code === 0) return output;
      // It prints its errors to the same stream as its answers.
      terminal.print(output.trimEnd());
      return undefined;
    },
  };
}

/** Writes a command as a person would type it. */
export function commandLine(args: readonly string[]): string {
  return ['forge', ...args.map((arg) => (arg.includes(' ') ? `"${arg}"` : arg))].join(' ');
}

async function execute(
  { folder, env }: Terminal,
  args: readonly string[],
  input: 'inherit' | 'ignore' | 'read',
): Promise<{ code: number | null; output: string }> {
  const isRead = input === 'read';
  const child = spawn('forge', args, {
    cwd: folder,
    env,
    stdio: [isRead ? 'ignore' : input, isRead ? 'pipe' : 'inherit', 'inherit'],
  });
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', () => {
      reject(stop('The Forge CLI isn\'t on your PATH. Type "npm install -g @forge/cli", then run this again.'));
    });
    child.once('close', (code) => resolve({ code, output }));
  });
}

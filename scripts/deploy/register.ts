// https://developer.atlassian.com/platform/forge/cli-reference/register/
import { commandLine } from './forge-cli';
import { PLACEHOLDER_ID, readManifest } from './project-files';
import type { Step } from './steps';
import { stop } from './stop';

const REGISTER = ['register', 'Space Steward'] as const;

export const register: Step = {
  name: 'register',
  title: 'Register the app, so that it has an id of your own',
  commands: () => [REGISTER],
  person: 'choose or create a Developer Space, accept the terms, and commit manifest.yml afterwards',
  async run({ terminal, forge }) {
    const { folder, isTerminal, print } = terminal;
    if (!(await hasPlaceholder(folder))) return 'manifest.yml has an id of your own';
    if (!isTerminal) {
      throw stop(
        `Registering asks questions. Type this in a terminal, then run this again:\n  ${commandLine(REGISTER)}`,
      );
    }
    print('  you: choose or create a Developer Space, and accept the terms');
    const succeeded = await forge.run(REGISTER);
    if (!(await hasPlaceholder(folder))) return 'manifest.yml is now changed: it has an id of your own. Commit it';
    throw stop(
      succeeded
        ? 'manifest.yml still has the committed placeholder id. Run this again and answer the questions of "forge register".'
        : 'The app is not registered; nothing was changed. Read what Forge says above, then run this again.',
    );
  },
};

async function hasPlaceholder(folder: string): Promise<boolean> {
  return (await readManifest(folder)).id === PLACEHOLDER_ID;
}

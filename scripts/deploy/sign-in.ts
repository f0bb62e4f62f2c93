// https://developer.atlassian.com/platform/forge/cli-reference/login/
import type { Step } from './steps';
import { stop } from './stop';

export const signIn: Step = {
  name: 'sign-in',
  title: 'Sign in to the Forge CLI',
  commands: () => [['whoami']],
  person: 'if you aren\'t signed in, type "forge login" with your email and an API token',
  async run({ forge }) {
    // The first command of a new CLI asks for permission to report usage.
    if (await forge.run(['whoami'])) return 'you are signed in';
    throw stop('Forge doesn\'t know you. Type "forge login", then run this again.');
  },
};

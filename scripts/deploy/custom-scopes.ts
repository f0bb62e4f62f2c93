// https://developer.atlassian.com/platform/forge/expose-forge-app-rest-apis/
import { z } from 'zod';

import { readJson } from './listed';
import { readCustomScopes } from './project-files';
import type { Step, Work } from './steps';
import { stop } from './stop';

const listSchema = z.array(z.object({ name: z.string() }));

export const customScopes: Step = {
  name: 'custom-scopes',
  title: "Register the scopes of the app's own REST API: without them Forge refuses the deployment",
  commands: ({ environment }) => [list(environment), create(environment)],
  async run(work) {
    const { environment } = work.options;
    if ((await missing(work)).length === 0) return `all are registered in ${environment}`;
    // It exits with 0 even after a failure, so only the list tells: @forge/cli 13.3, custom-scopes-controller.
    await work.forge.run(create(environment));
    const left = await missing(work);
    if (left.length === 0) return `registered in ${environment}`;
    throw stop(
      `Not registered in ${environment}: ${left.join(', ')}. Read what Forge says above, then run this again. ` +
        `An environment of your own is made by "forge environments create -e ${environment}".`,
    );
  },
};

async function missing(work: Work): Promise<string[]> {
  const wanted = await readCustomScopes(work.terminal.folder);
  const listed = await readJson(work, 'custom-scopes', list(work.options.environment), listSchema);
  return wanted.filter((name) => !listed.some((one) => one.name === name));
}

function list(environment: string): string[] {
  return ['custom-scopes', 'list', '-e', environment, '--json'];
}

function create(environment: string): string[] {
  return ['custom-scopes', 'create', '-e', environment, '-f', 'custom-scopes.yaml'];
}

// https://developer.atlassian.com/platform/forge/cli-reference/deploy/
import { z } from 'zod';

import { digestOf, readDeployed, recordDeployed } from './deployed';
import { readJson } from './listed';
import type { Options } from './options';
import { readManifest } from './project-files';
import type { Step, Work } from './steps';
import { stop } from './stop';
import type { Terminal } from './terminal';

const LIST = ['deploy', 'list', '--json'] as const;

const listSchema = z.array(z.object({ createdAt: z.string(), environmentKey: z.string(), status: z.string() }));

/** Maps an environment's name in the CLI to its name in lists. */
const LISTED_AS: Readonly<Record<string, string>> = { development: 'default' };

export const deploy: Step = {
  name: 'deploy',
  title: 'Deploy the code',
  commands: (options) => [LIST, deployment(options)],
  async run(work) {
    const { options, terminal, forge } = work;
    const { folder, isTerminal } = terminal;
    const { id } = await readManifest(folder);
    await build(terminal);
    const digest = await digestOf(folder);
    const target = `${id} ${options.environment}`;
    const before = await deployments(work);
    if (before.length > 0 && (await readDeployed(folder, target)) === digest) return 'this very code is deployed';
    const succeeded = await forge.run([...deployment(options), ...(isTerminal ? [] : ['--non-interactive'])]);
    if (!succeeded) throw stop(failure(options));
    // The command also exits with 0 after a prompt answered with no.
    if ((await deployments(work)).every((one) => before.includes(one))) throw stop(notListed(options));
    await recordDeployed(folder, target, digest);
    return `deployed to ${options.environment}`;
  },
};

async function build(terminal: Terminal): Promise<void> {
  terminal.print('  $ npm run build');
  try {
    await terminal.build();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw stop(`The Frame for files can't be built, so nothing was deployed. Run "npm run build". ${why}`);
  }
}

function deployment({ environment, approve }: Options): string[] {
  return ['deploy', '-e', environment, ...approve.flatMap((rule) => ['--approve', rule])];
}

/** Reads the times of successful deployments to this environment. */
async function deployments(work: Work): Promise<string[]> {
  const { environment } = work.options;
  const all = await readJson(work, 'deploy', LIST, listSchema);
  const keys = [environment, LISTED_AS[environment]];
  return all
    .filter(({ environmentKey, status }) => keys.includes(environmentKey) && status === 'Success')
    .map(({ createdAt }) => createdAt);
}

function failure({ environment }: Options): string {
  return [
    'Not deployed. What Forge says above decides; then run this again:',
    `- approval is needed because scopes changed: npm run deploy -- -e ${environment} --approve MAJOR_VERSION_RULE`,
    '- no Developer Space: assign one to the app, https://developer.atlassian.com/platform/forge/developer-space/developer-space-apps/',
    `- missing scopes: "forge custom-scopes list -e ${environment}" must show all of custom-scopes.yaml`,
    '- indexes are still being built from an earlier deployment: wait until they are',
  ].join('\n');
}

function notListed({ environment }: Options): string {
  return (
    `"forge deploy" ended, but "forge deploy list" shows no new deployment to ${environment}. ` +
    'Type "forge deploy list" and look for yourself. If this step is done, run this again with --done deploy.'
  );
}

// https://developer.atlassian.com/platform/forge/cli-reference/install/
import { z } from 'zod';

import { commandLine } from './forge-cli';
import { readJson } from './listed';
import type { Options } from './options';
import type { Step, Work } from './steps';
import { stop } from './stop';

const LIST = ['install', 'list', '--json'] as const;

/** Advice for a person without a site: https://developer.atlassian.com/platform/forge/cli-reference/site-provision/ */
const NO_SITE = 'No site? "forge site provision" gives you a free demo site';

const listSchema = z.array(
  z.object({ environment: z.string(), site: z.string(), product: z.string(), status: z.string() }),
);

export const install: Step = {
  name: 'install',
  title: 'Install on the site, or upgrade there',
  commands: (options) => [LIST, installing(options), [...installing(options), '--upgrade']],
  person: `name the site unless you gave it, and consent to the scopes as its administrator. ${NO_SITE}`,
  async run(work) {
    const found = await installations(work);
    const outdated = found.filter(({ status }) => status !== 'Up-to-date');
    if (found.length > 0 && outdated.length === 0) return `up to date on ${sitesOf(found)}`;
    const args = [...installing(work.options), ...(outdated.length > 0 ? ['--upgrade'] : [])];
    await runOrTell(work, args);
    const now = await installations(work);
    if (now.length > 0 && now.every(({ status }) => status === 'Up-to-date')) return `on ${sitesOf(now)}`;
    throw stop(
      'Not installed, or not in its newest version. Read what Forge says above, then run this again. ' +
        'Only an administrator of the site can consent.',
    );
  },
};

function installing({ environment, site }: Options): string[] {
  return ['install', '-e', environment, '-p', 'confluence', ...(site === undefined ? [] : ['-s', site])];
}

type Installation = z.infer<typeof listSchema>[number];

/** Returns the installations in this environment, on the named site or on any. */
async function installations(work: Work): Promise<Installation[]> {
  const { environment, site } = work.options;
  const all = await readJson(work, 'install', LIST, listSchema);
  return all.filter(
    (one) =>
      one.environment === environment &&
      /^confluence\b/i.test(one.product) &&
      (site === undefined || hostOf(one.site) === hostOf(site)),
  );
}

function hostOf(site: string): string {
  return site
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '')
    .toLowerCase();
}

function sitesOf(found: readonly Installation[]): string {
  return found.map(({ site }) => hostOf(site)).join(', ');
}

async function runOrTell({ options, terminal, forge }: Work, args: readonly string[]): Promise<void> {
  if (terminal.isTerminal) {
    terminal.print('  you: consent to the scopes as an administrator of the site');
    if (options.site === undefined) terminal.print(`  ${NO_SITE}`);
    await forge.run([...args, ...(options.confirmScopes ? ['--confirm-scopes'] : [])]);
    return;
  }
  if (options.site === undefined || !options.confirmScopes) {
    throw stop(
      `Installing asks for your consent. Type "${commandLine(args)}" in a terminal; ` +
        'or run this again with --site HOST --confirm-scopes if you consent to the scopes in manifest.yml.',
    );
  }
  await forge.run([...args, '--confirm-scopes', '--non-interactive']);
}

// `npm run deploy`, against a stand-in for the Forge CLI that keeps what Atlassian would keep.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { PLACEHOLDER_ID } from '../../../scripts/deploy/project-files';
import { aProject } from '../../support/deploy/project';

const EXPECTED = [
  'whoami',
  'register Space Steward',
  'custom-scopes list -e development --json',
  'custom-scopes create -e development -f custom-scopes.yaml',
  'custom-scopes list -e development --json',
  'deploy list --json',
  'deploy -e development',
  'deploy list --json',
  ...Array.from({ length: 4 }, () => 'storage entities indexes list -e development'),
  'install list --json',
  'install -e development -p confluence -s acme.atlassian.net',
  'install list --json',
];

const SITE = ['--site', 'acme.atlassian.net'];
function changing(log: readonly string[]) {
  return log.filter((line) => !/^whoami|\blist\b/.test(line));
}

// Each run starts a dozen processes.
vi.setConfig({ testTimeout: 30_000 });

let project: ReturnType<typeof aProject>;
beforeEach(() => {
  project = aProject();
});
afterEach(() => project.remove());

describe('a first deployment', () => {
  test('goes the whole way in the order that Forge needs', async () => {
    const { stopped, log, pauses } = await project.deploy(SITE);
    expect(stopped).toBeUndefined();
    expect(log).toEqual(EXPECTED);
    expect(pauses).toBe(3);
    expect(project.state().installations).toMatchObject([{ site: 'acme.atlassian.net', status: 'Up-to-date' }]);
  });

  test('says that manifest.yml is now changed, and what a person does afterwards', async () => {
    const { printed } = await project.deploy(SITE);
    expect(project.read('manifest.yml')).not.toContain(PLACEHOLDER_ID);
    expect(printed).toMatch(/manifest\.yml is now changed/);
    expect(printed).toMatch(/Share the app[^]*choose the privileged user[^]*Run site checks/);
  });

  test('leaves an id of your own as it is', async () => {
    const own = project.read('manifest.yml').replace(PLACEHOLDER_ID, 'ari:cloud:ecosystem::app/mine');
    project.write('manifest.yml', own);
    const { stopped, log } = await project.deploy(SITE);
    expect(stopped).toBeUndefined();
    expect(log).not.toContain('register Space Steward');
    expect(project.read('manifest.yml')).toBe(own);
  });
});

describe('the folder of the Frame', () => {
  test('is built before the code is deployed, and deployed again when it has changed', async () => {
    expect((await project.deploy(SITE)).printed).toMatch(/\$ npm run build[^]*\$ forge deploy -e development/);
    expect(project.read('static/file-frame/build/index.html')).toBe('<!doctype html>');
    expect((await project.deploy(SITE)).printed).toContain('this very code is deployed');
  });

  test('stops the deployment if it can’t be built', async () => {
    const { stopped, log } = await project.deploy(SITE, { builds: false });
    expect(stopped).toMatch(/nothing was deployed\. Run "npm run build"\. A source is missing\.$/);
    expect(log).not.toContain('deploy -e development');
  });
});

describe.each(['register Space Steward', 'custom-scopes create', 'deploy', 'install'])('%s', (command) => {
  test.each(['fails', 'does nothing'] as const)(
    '%s once: it stops there, and a second run goes on there',
    async (trouble) => {
      project.change({ trouble: { [command]: trouble } });
      const first = await project.deploy(SITE);
      expect(first.stopped).toMatch(/run this again/i);
      expect(first.log.findLast((line) => changing([line]).length > 0)).toContain(command);
      const second = await project.deploy(SITE);
      expect(second.stopped).toBeUndefined();
      expect(changing(second.log)[0]).toContain(command);
      expect([...changing(first.log).slice(0, -1), ...changing(second.log)]).toEqual(changing(EXPECTED));
    },
  );
});

describe.each([
  ['custom-scopes list', 'custom-scopes'],
  ['deploy list', 'deploy'],
  ['storage entities indexes list', 'indexes'],
  ['install list', 'install'],
])('what "forge %s" prints', (command, step) => {
  test('isn’t guessed: a person is asked to look, nothing goes on, and they can say that the step is done', async () => {
    project.change({ trouble: { [command]: 'prints something else' } });
    const { stopped, log } = await project.deploy(SITE);
    expect(stopped).toMatch(new RegExp(`Type it and look for yourself[^]*--done ${step}`));
    expect(log.at(-1)).toContain(command);
  });

  test('is read again after it failed', async () => {
    project.change({ trouble: { [command]: 'fails' } });
    const { stopped, log, printed } = await project.deploy(SITE);
    expect(stopped).toMatch(/run this again/);
    expect(log.at(-1)).toContain(command);
    expect(printed).toContain('Something went wrong.');
    expect((await project.deploy(SITE)).stopped).toBeUndefined();
  });
});

describe('indexes', () => {
  test('of an entity that Forge doesn’t list yet are waited for, not taken for built', async () => {
    const { entities } = project.state();
    project.change({ entities: entities.slice(1), looksUntilBuilt: 0 });
    const seen: unknown[] = [];
    function onPause() {
      seen.push(project.state().installations);
      project.change({ entities });
    }
    const { stopped } = await project.deploy(SITE, { onPause });
    expect({ stopped, seen }).toEqual({ stopped: undefined, seen: [[]] });
  });

  test('that a person has looked at themselves are not asked about', async () => {
    project.change({ trouble: { 'storage entities indexes list': 'prints something else' }, looksUntilBuilt: 0 });
    const { stopped, log } = await project.deploy([...SITE, '--done', 'indexes']);
    expect(stopped).toBeUndefined();
    expect(log).not.toContain('storage entities indexes list -e development');
  });
});

describe('another run', () => {
  test('does nothing where nothing has changed', async () => {
    await project.deploy(SITE);
    const { stopped, log } = await project.deploy(SITE);
    expect(stopped).toBeUndefined();
    expect(changing(log)).toEqual([]);
  });

  test('deploys changed code, and upgrades where it is installed', async () => {
    await project.deploy(SITE);
    project.write('src/index.ts', 'export const version = 2;\n');
    const { log } = await project.deploy(SITE);
    expect(changing(log)).toEqual([
      'deploy -e development',
      'install -e development -p confluence -s acme.atlassian.net --upgrade',
    ]);
  });

  test('passes on the approval of changed scopes, which a failed deployment names', async () => {
    project.change({ trouble: { deploy: 'fails' } });
    const { stopped } = await project.deploy(SITE);
    expect(stopped).toMatch(/--approve MAJOR_VERSION_RULE[^]*Developer Space/);
    const { log } = await project.deploy([...SITE, '--approve', 'MAJOR_VERSION_RULE']);
    expect(log).toContain('deploy -e development --approve MAJOR_VERSION_RULE');
  });

  test('doesn’t take another site’s installation for this one', async () => {
    await project.deploy(SITE);
    const { log } = await project.deploy(['--site', 'https://globex.atlassian.net']);
    expect(changing(log)).toEqual(['install -e development -p confluence -s https://globex.atlassian.net']);
  });
});

describe('without a terminal', () => {
  const alone = { isTerminal: false };

  test('registering ends with what to type', async () => {
    const { stopped, log } = await project.deploy(SITE, alone);
    expect(stopped).toMatch(/Type this in a terminal, then run this again:\n {2}forge register "Space Steward"$/);
    expect(log).toEqual(['whoami']);
  });

  test('installing ends with what to type, unless the site and the consent are given', async () => {
    project.write(
      'manifest.yml',
      project.read('manifest.yml').replace(PLACEHOLDER_ID, 'ari:cloud:ecosystem::app/mine'),
    );
    const { stopped, log } = await project.deploy(SITE, alone);
    expect(stopped).toMatch(/Type "forge install -e development -p confluence -s acme\.atlassian\.net"/);
    expect(log).toContain('deploy -e development --non-interactive');
    const consented = await project.deploy([...SITE, '--confirm-scopes'], alone);
    expect(consented.stopped).toBeUndefined();
    expect(changing(consented.log)).toEqual([
      'install -e development -p confluence -s acme.atlassian.net --confirm-scopes --non-interactive',
    ]);
  });
});

test('somebody who isn’t signed in is told to sign in', async () => {
  project.change({ signedIn: false });
  expect((await project.deploy(SITE)).stopped).toMatch(/Type "forge login"/);
});

test('without a Forge CLI it says how to get one', async () => {
  expect((await project.deploy(SITE, { isTerminal: true, PATH: '/nowhere' })).stopped).toMatch(
    /npm install -g @forge\/cli/,
  );
});

test('a dry run prints every step and command, and runs none', async () => {
  const { stopped, log, printed } = await project.deploy([...SITE, '--dry-run']);
  expect(stopped).toBeUndefined();
  expect(log).toEqual([]);
  const commands = [...printed.matchAll(/^ {2}\$ forge (.+)$/gm)].map(([, command]) => command?.replaceAll('"', ''));
  expect(commands).toEqual(expect.arrayContaining([...new Set(EXPECTED)]));
  expect(printed).toMatch(/you: choose or create a Developer Space/);
});

describe('the command itself, without a terminal', () => {
  async function command(args: string[]) {
    return new Promise<{ code: unknown; stderr: string }>((resolve) => {
      const main = join(process.cwd(), 'scripts/deploy/main.ts');
      const tsx = pathToFileURL(join(process.cwd(), 'node_modules/tsx/dist/loader.mjs')).href;
      const place = { cwd: project.folder, env: project.env };
      execFile(process.execPath, ['--import', tsx, main, ...args], place, (error, _stdout, stderr) =>
        resolve({ code: error?.code, stderr }),
      );
    });
  }

  test('ends with 1 and a sentence where a person must answer', async () => {
    const { code, stderr } = await command(['-e', 'development']);
    expect(code).toBe(1);
    expect(stderr.trim()).toMatch(/^Registering asks questions\. [^]*forge register "Space Steward"$/);
  });

  test('ends with 1 and the help when it isn’t told the environment', async () => {
    expect(await command([])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('--environment NAME is needed.'),
    });
  });
});

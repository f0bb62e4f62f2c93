import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

import { manifestOf } from '../../../../sandbox/forge/manifest';
import { createSandbox } from '../../../../sandbox/sandbox';
import type { SandboxParts } from '../../../../sandbox/sandbox';
import { demoSeed } from '../../../../sandbox/site/seeds/demo';
import type { Stories } from '../../../../sandbox/stories/served-stories';
import type { Boot } from '../../../../sandbox/web/boot';
import { serveSandbox } from '../../../../sandbox/web/server';
import { JIRA_MANIFEST } from '../forge/jira-lab';

const root = new URL('../../../..', import.meta.url).pathname;

/** What a build leaves behind, as far as the server reads it: nothing of it is loaded without a browser. */
const CHUNKS = Object.fromEntries(
  ['chrome', 'frame', 'pages/catalogue'].map((name) => [name, { name, file: `assets/${name}.js`, isEntry: true }]),
);

/** Project HELP has a service desk, project TEAM has none. */
const PROJECTS = [
  { id: '10001', key: 'HELP', name: 'Help desk', serviceDeskId: '1' },
  { id: '10002', key: 'TEAM', name: 'Team' },
];

/** The fixture app over real HTTP, on the demo site with two projects. */
export async function serveFixture(parts: Partial<SandboxParts> = {}, stories?: Stories) {
  await mkdir(join(root, '.sandbox'), { recursive: true });
  const out = await mkdtemp(join(root, '.sandbox/served-'));
  await writeFile(join(out, 'manifest.json'), JSON.stringify(CHUNKS));
  const sandbox = await createSandbox({ seed: demoSeed, app: {}, manifest: manifestOf(JIRA_MANIFEST), ...parts });
  const served = await serveSandbox({
    sandbox: { ...sandbox, site: { ...sandbox.site, projects: () => PROJECTS } },
    port: 0,
    ...(stories && { stories }),
    paths: { manifest: 'test/support/fixtures/jira-manifest.yml', out: relative(root, out) },
  });
  function accountOf(handle: string): string {
    return sandbox.site.model.accountOf(handle).accountId;
  }
  async function get(path: string, handle = 'space-admin', init: RequestInit = {}) {
    const headers = new Headers(init.headers);
    headers.set('cookie', `sandbox-person=${encodeURIComponent(accountOf(handle))}`);
    return fetch(served.url + path, { ...init, headers });
  }
  return {
    ...served,
    sandbox,
    accountOf,
    get,
    /** What the server tells a page when it loads. */
    async bootOf(path: string, handle?: string): Promise<Boot> {
      const [, json = ''] =
        /<script type="application\/json" id="boot">(.*?)<\/script>/.exec(await (await get(path, handle)).text()) ?? [];
      return JSON.parse(json) as Boot;
    },
    async close(): Promise<void> {
      await served.close();
      await rm(out, { recursive: true });
    },
  };
}

// `npm run memory`: opens pages of the sandbox 6,000 times over HTTP and reports the growth of its heap.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { buildPages } from '../../sandbox/web/build-child';

const OPENS = 6000;
const STEP = 500;
/** Number of turns that fill the bounded logs and compile the code. */
const WARM = 3000;
/** Allowed deviation of the heap from its size after warm-up. */
const FLAT = 0.1;
const MB = 1024 * 1024;

/** Describes a page: its first request, and the person who opens it. */
interface Page {
  moduleKey: string;
  functionKey: string;
  handle: string;
  address: string;
}

const PAGES: readonly Page[] = [
  {
    moduleKey: 'global-settings',
    functionKey: 'openGlobalSettings',
    handle: 'site-admin',
    address: '/wiki/admin/apps/global-settings',
  },
  {
    moduleKey: 'space-settings',
    functionKey: 'openSpaceSettings',
    handle: 'space-admin',
    address: '/wiki/spaces/DEMO/settings/apps/groups',
  },
];

await buildPages();
const server = fork(join(import.meta.dirname, 'server.ts'), [], { execArgv: ['--import', 'tsx', '--expose-gc'] });
const [url] = (await once(server, 'message')) as [string];
const people = (await (await fetch(`${url}/_sandbox/people`)).json()) as { handle: string; accountId: string }[];
await pickPrivilegedUser();
const heaps = await openAgainAndAgain();
server.kill();
const [warm = 0, ...later] = heaps.filter(({ opens }) => opens >= WARM).map(({ bytes }) => bytes);
const farthest = Math.max(...later.map((bytes) => Math.abs(bytes - warm) / warm));
console.log(`From ${String(WARM)} opens on the heap stayed within ${(farthest * 100).toFixed(1)} %.`);
process.exitCode = farthest > FLAT ? 1 : 0;

/** Picks a privileged user, as the first visitor does; pages then make all their calls. */
async function pickPrivilegedUser(): Promise<void> {
  const [page] = PAGES;
  if (page === undefined) return;
  const payload = { accountId: idOf(page.handle), version: 0 };
  await invoke({ ...page, functionKey: 'savePrivilegedUser' }, payload, {});
}

async function openAgainAndAgain(): Promise<{ opens: number; bytes: number }[]> {
  const measured = [];
  for (let opens = 0; opens <= OPENS; opens += 1) {
    if (opens % STEP === 0) {
      const bytes = await heapOf();
      console.log(`${String(opens).padStart(5)} opens  ${(bytes / MB).toFixed(1).padStart(6)} MB`);
      measured.push({ opens, bytes });
    }
    await openPage(opens);
  }
  return measured;
}

async function heapOf(): Promise<number> {
  server.send('heap');
  const [bytes] = (await once(server, 'message')) as [number];
  return bytes;
}

/** Loads a page and makes its first call. */
async function openPage(turn: number): Promise<void> {
  const page = PAGES[turn % PAGES.length];
  if (page === undefined) return;
  const html = await (await fetch(url + page.address, { headers: headersOf(page.handle) })).text();
  const [, boot = ''] = /<script type="application\/json" id="boot">(.*?)<\/script>/.exec(html) ?? [];
  const { openPage } = JSON.parse(boot) as { openPage: { context: { extension: unknown } } };
  await invoke(page, {}, { extension: openPage.context.extension });
}

async function invoke({ moduleKey, functionKey, handle }: Page, payload: object, context: object): Promise<void> {
  const body = JSON.stringify({ moduleKey, functionKey, payload, context });
  const answer = await fetch(`${url}/_bridge/invoke`, { method: 'POST', headers: headersOf(handle), body });
  const { value } = (await answer.json()) as { value?: { ok?: boolean } };
  if (value?.ok !== true) throw new Error(`${functionKey} was answered ${JSON.stringify(value)}`);
}

function headersOf(handle: string): Record<string, string> {
  return { cookie: `sandbox-person=${encodeURIComponent(idOf(handle))}`, 'content-type': 'application/json' };
}

function idOf(handle: string): string {
  return people.find((one) => one.handle === handle)?.accountId ?? '';
}

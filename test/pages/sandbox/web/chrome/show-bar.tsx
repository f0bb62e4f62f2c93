// The bar on show, in front of a sandbox that keeps what it is asked.
import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { vi } from 'vitest';

import type { Duration } from '../../../../../sandbox/duration';
import { msOf } from '../../../../../sandbox/duration';
import type { Boot } from '../../../../../sandbox/web/boot';
import { Bar } from '../../../../../sandbox/web/chrome/bar/bar';
import type { Seen } from '../../../../../sandbox/web/seen';

const NOW = Date.UTC(2026, 0, 5, 9);
const OFFSET_MS = 3_600_000;

export const BOOT: Boot = {
  siteName: 'Acme',
  cast: [],
  spaces: [],
  hiddenSpaces: 0,
  projects: [],
  pages: [],
  stories: [],
  openPage: { kind: 'home' },
  colorMode: 'light',
  clockOffsetMs: OFFSET_MS,
  isWatching: false,
  frameSandbox: '',
};

export interface FakeSandbox {
  seen: Seen;
  /** Faults that wait, oldest first. */
  faults: { on: string; name?: string }[];
  resets: number;
  /** Spans that were let pass. */
  passed: Duration[];
  /** Ends what is under way. */
  settle: () => void;
  /** Answers nothing but 500. */
  fails: boolean;
  /** Answers what this fake doesn't know: 404 unless given. */
  others: (path: string, init: RequestInit) => Response;
}

export type BarView = ReturnType<typeof showBar>;

export type ChromeView = ReturnType<typeof showChrome>;

/** Shows the bar. */
export function showBar(begin: Partial<FakeSandbox> = {}) {
  return showChrome(<Bar boot={BOOT} />, begin);
}

/** Shows a part of the chrome. */
export function showChrome(element: JSX.Element, begin: Partial<FakeSandbox> = {}) {
  const waiting: (() => void)[] = [];
  const sandbox: FakeSandbox = {
    seen: { calls: 0, points: 0, newest: [] },
    passed: [],
    settle: () => waiting.splice(0).forEach((resume) => resume()),
    fails: false,
    faults: [],
    resets: 0,
    others: () => new Response('', { status: 404 }),
    ...begin,
  };
  vi.setSystemTime(NOW);
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => answerOf(sandbox, waiting, path, init));
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => {});
  reload.mockClear();
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  flushSync(() => root.render(element));
  return {
    sandbox,
    screen,
    user: userEvent.setup(),
    reloads: () => reload.mock.calls.length,
    /** Cells of the calls on show. */
    rows: () =>
      [...document.querySelectorAll('tbody tr')].map((row) =>
        [...row.querySelectorAll('td')].map(({ textContent }) => textContent),
      ),
    end(): void {
      flushSync(() => root.unmount());
      document.body.replaceChildren();
      vi.useRealTimers();
    },
  };
}

async function answerOf(sandbox: FakeSandbox, waiting: (() => void)[], path: string, init: RequestInit = {}) {
  const { method = 'GET', body } = init as { method?: string; body?: string };
  if (sandbox.fails) return new Response('', { status: 500 });
  if (path === '/_sandbox/clock') {
    const span = JSON.parse(body ?? '') as Duration;
    sandbox.passed.push(span);
    await new Promise<void>((resume) => void waiting.push(resume));
    return Response.json({ now: NOW + OFFSET_MS + msOf(span) });
  }
  if (path.startsWith('/_sandbox/faults')) return faultsAnswer(sandbox, path, method, body);
  if (path === '/_sandbox/reset') {
    sandbox.resets += 1;
    return new Response(null, { status: 204 });
  }
  if (path === '/_sandbox/requests' && method === 'DELETE') {
    sandbox.seen = { calls: 0, points: 0, newest: [] };
    return new Response(null, { status: 204 });
  }
  const onlyImpersonated = path === '/_bridge/seen?only=impersonated';
  if (!onlyImpersonated && path !== '/_bridge/seen') return sandbox.others(path, init);
  const newest = sandbox.seen.newest.filter(({ as }) => !onlyImpersonated || as.kind === 'impersonated');
  return Response.json({ ...sandbox.seen, newest });
}

function faultsAnswer(sandbox: FakeSandbox, path: string, method: string, body = ''): Response {
  const forgotten = new URL(path, 'http://localhost').searchParams.get('name');
  if (method === 'DELETE') sandbox.faults = sandbox.faults.filter(({ name }) => name !== forgotten);
  if (method === 'POST') sandbox.faults.push(...(JSON.parse(body) as FakeSandbox['faults']));
  return method === 'DELETE' ? new Response(null, { status: 204 }) : Response.json(sandbox.faults);
}

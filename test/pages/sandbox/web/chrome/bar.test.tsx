// The sandbox's own bar: its clock, and the drawer "What Atlassian saw".
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { Seen, SeenCall } from '../../../../../sandbox/web/seen';
import { showBar, type BarView, type FakeSandbox } from './show-bar';

let view: BarView;
let sandbox: FakeSandbox;

function mountBar(): void {
  view = showBar();
  ({ sandbox } = view);
}

beforeEach(() => {
  sessionStorage.clear();
  mountBar();
});
afterEach(() => view.end());

function call(change: Partial<SeenCall>): SeenCall {
  const at = Date.UTC(2026, 0, 5, 9, 30, 7);
  return {
    as: { kind: 'app' },
    method: 'GET',
    path: '/wiki/rest/api/group',
    status: 200,
    points: 1,
    startedAt: at,
    ...change,
  };
}
function seen(newest: SeenCall[], change: Partial<Seen> = {}): Seen {
  return { calls: newest.length, points: newest.reduce((sum, { points }) => sum + points, 0), newest, ...change };
}

test('the clock shows the site’s time', () => {
  expect(view.screen.getByRole('group', { name: 'Clock' }).textContent).toContain('Mon, Jan 5, 10:00 UTC');
});

test('a step waits until what is due has run, then loads the page again, which says so', async () => {
  await view.user.click(view.screen.getByRole('button', { name: '+1 hour' }));
  expect(view.screen.getByRole('status').textContent).toContain('Letting 1 hour pass.');
  await view.user.click(view.screen.getByRole('button', { name: '+1 day' }));
  expect(sandbox.passed).toEqual([{ hours: 1 }]);
  expect(view.reloads()).toBe(0);
  sandbox.settle();
  await vi.waitFor(() => expect(view.reloads()).toBe(1));
  view.end();
  mountBar();
  expect((await view.screen.findByText(/^1 hour passed: it's Mon, Jan 5, 11:00 UTC/)).textContent).toContain(
    'This page was loaded again.',
  );
  expect(document.activeElement?.textContent).toBe('+1 day');
});

test('other open pages are loaded again, too, and say why', async () => {
  const other = new BroadcastChannel('sandbox');
  other.postMessage('1 day passed.');
  await vi.waitFor(() => expect(view.reloads()).toBe(1));
  other.close();
  view.end();
  mountBar();
  await view.screen.findByText('1 day passed.');
});

test('a clock that can’t be moved says so, and can be tried again', async () => {
  sandbox.fails = true;
  await view.user.click(view.screen.getByRole('button', { name: '+1 day' }));
  await view.screen.findByText(/couldn't be moved on/);
  sandbox.fails = false;
  await view.user.click(view.screen.getByRole('button', { name: '+1 day' }));
  expect(sandbox.passed).toEqual([{ days: 1 }]);
});

test('the drawer lists calls: as whom, what, its status and its cost', async () => {
  sandbox.seen = seen(
    [
      call({ as: { kind: 'impersonated', name: 'Sofia Lindgren' }, method: 'POST', status: 201, points: 1 }),
      call({ as: { kind: 'caller', name: 'Priya Raman' }, status: 403, points: 3 }),
      call({ as: { kind: 'own client', name: 'Miguel Torres' }, status: 0, fault: true, points: 0 }),
      call({ as: { kind: 'app' } }),
      call({ as: { kind: 'nobody' } }),
    ],
    { calls: 1234 },
  );
  await view.user.click(view.screen.getByRole('button', { name: 'What Atlassian saw' }));
  const drawer = view.screen.getByRole('complementary', { name: 'What Atlassian saw' });
  expect(document.activeElement?.textContent).toBe('What Atlassian saw');
  await vi.waitFor(() => expect(view.rows()).toHaveLength(5));
  expect(view.rows()).toEqual([
    ['09:30:07', 'as Sofia Lindgren', 'POST /wiki/rest/api/group', '201', '1'],
    ['09:30:07', 'Priya Raman (caller)', 'GET /wiki/rest/api/group', '403', '3'],
    ['09:30:07', 'Miguel Torres (own client)', 'GET /wiki/rest/api/group', 'none (broken here)', '0'],
    ['09:30:07', 'the app', 'GET /wiki/rest/api/group', '200', '1'],
    ['09:30:07', 'nobody', 'GET /wiki/rest/api/group', '200', '1'],
  ]);
  expect(drawer.textContent).toContain('1,234 calls, 6 points. These are the newest 5.');
});

test('the drawer shows only impersonated calls, and forgets all', async () => {
  const impersonated = call({ as: { kind: 'impersonated', name: 'Sofia Lindgren' } });
  sandbox.seen = seen([impersonated, call({})]);
  await view.user.click(view.screen.getByRole('button', { name: 'What Atlassian saw' }));
  await vi.waitFor(() => expect(view.rows()).toHaveLength(2));
  await view.user.click(view.screen.getByRole('checkbox', { name: /^Only impersonated calls/ }));
  await vi.waitFor(() => expect(view.rows()).toEqual([expect.arrayContaining(['as Sofia Lindgren'])]));
  await view.user.click(view.screen.getByRole('button', { name: 'Clear' }));
  await view.screen.findByText('No calls yet.');
});

test('the drawer closes by Escape, gives the focus back, and stays as it was on the next page', async () => {
  const button = view.screen.getByRole('button', { name: 'What Atlassian saw' });
  await view.user.click(button);
  view.end();
  mountBar();
  expect(view.screen.getByRole('complementary', { name: 'What Atlassian saw' })).toBeTruthy();
  expect(document.activeElement).toBe(document.body);
  await view.user.click(view.screen.getByRole('button', { name: 'Clear' }));
  await view.user.keyboard('{Escape}');
  expect(view.screen.queryByRole('complementary')).toBeNull();
  expect(document.activeElement?.textContent).toBe('What Atlassian saw');
});

test('the drawer says when the sandbox is gone', async () => {
  sandbox.fails = true;
  await view.user.click(view.screen.getByRole('button', { name: 'What Atlassian saw' }));
  expect((await view.screen.findByRole('alert')).textContent).toContain("The sandbox isn't responding.");
});

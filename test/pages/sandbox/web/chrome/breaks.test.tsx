// What the bar breaks and puts back, and being somebody else.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { showBar, type BarView } from './show-bar';

let view: BarView;
beforeEach(() => {
  sessionStorage.clear();
  view = showBar();
});
afterEach(() => view.end());

async function press(name: RegExp | string): Promise<void> {
  await view.user.click(await view.screen.findByRole('button', { name }));
}
async function flip(name: string): Promise<void> {
  await view.user.click(await view.screen.findByRole('checkbox', { name }));
}
function isOn(name: string): boolean {
  return view.screen.getByRole<HTMLInputElement>('checkbox', { name }).checked;
}

const OUTAGE = { on: 'rest', path: '/wiki/', status: 503, name: 'bar: confluence', times: 1_000_000 };
const SLOW = { on: 'rest', delayMs: 2000, name: 'bar: slow', times: 1_000_000 };

test('a switch breaks something, shows that it is on, and mends it', async () => {
  await press('Break');
  await flip('Confluence is down');
  await view.screen.findByText('Confluence is down: on.');
  expect([isOn('Confluence is down'), isOn('Jira is down')]).toEqual([true, false]);
  expect(view.sandbox.faults).toEqual([OUTAGE]);
  view.screen.getByRole('button', { name: 'Break: 1 on' });
  await flip('Confluence is down');
  await view.screen.findByText('Confluence is down: off.');
  expect(view.sandbox.faults).toEqual([]);
});

test('an outage strikes before slowness, in whichever order they were switched on', async () => {
  await press('Break');
  await flip('Slow answers');
  await view.screen.findByText('Slow answers: on.');
  await flip('Confluence is down');
  await view.screen.findByText('Confluence is down: on.');
  expect(view.sandbox.faults).toEqual([OUTAGE, SLOW]);
});

test('each switch makes the faults that it names', async () => {
  await press('Break');
  await flip("The app's quota is used up");
  await view.screen.findByRole('button', { name: 'Break: 1 on' });
  await flip('Jira is down');
  await view.screen.findByRole('button', { name: 'Break: 2 on' });
  expect(view.sandbox.faults).toMatchObject([
    { path: '/rest/api/3/', status: 503 },
    { path: '/rest/servicedeskapi/', status: 503 },
    { preset: 'quota-used-up' },
  ]);
});

test('faults of others stay, and are no switch of the bar', async () => {
  const other = { on: 'rest', status: 500, times: 1 };
  view.sandbox.faults = [other];
  await press('Break');
  await flip('Slow answers');
  await view.screen.findByText('Slow answers: on.');
  await flip('Slow answers');
  await view.screen.findByText('Slow answers: off.');
  expect(view.sandbox.faults).toEqual([other]);
});

test('what was broken before is shown when a page opens', async () => {
  const { sandbox } = view;
  view.end();
  view = showBar({ faults: [SLOW] });
  expect(sandbox.faults).toEqual([]);
  await press('Break: 1 on');
  expect(isOn('Slow answers')).toBe(true);
});

test('a switch that can’t be set says so', async () => {
  await press('Break');
  view.sandbox.fails = true;
  await flip('Slow answers');
  await view.screen.findByText(/couldn't be switched/);
  expect(isOn('Slow answers')).toBe(false);
});

test('the menu closes by Escape, which keeps the focus on its button, and by a click elsewhere', async () => {
  await press('Break');
  await view.user.keyboard('{Escape}');
  expect(view.screen.queryByRole('checkbox')).toBeNull();
  expect(document.activeElement?.textContent).toBe('Break');
  await press('Break');
  await view.user.click(document.body);
  expect(view.screen.queryByRole('checkbox')).toBeNull();
});

test('a reset asks first', async () => {
  await press('Reset');
  await view.screen.findByRole('dialog', { name: 'Reset the site?' });
  await press('Cancel');
  expect(view.sandbox.resets).toBe(0);
  await press('Reset');
  await press('Reset the site');
  await vi.waitFor(() => expect(view.reloads()).toBe(1));
  expect(view.sandbox.resets).toBe(1);
});

test('a reset that fails says so', async () => {
  await press('Reset');
  view.sandbox.fails = true;
  await press('Reset the site');
  await view.screen.findByText(/couldn't be reset/);
  expect(view.reloads()).toBe(0);
});

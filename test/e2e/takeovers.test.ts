// 300 groups of one space: found by the pattern, taken over in one go by the queue, and given back.
import { afterAll, beforeAll, expect, test } from 'vitest';

import { manyGroups } from '../support/many-groups';
import { choosePrivilegedUser } from './customer-site';
import { openSandbox, type Actor, type OpenSandbox } from './harness';
import { focusOn, press } from './keyboard';
import { lookAt } from './looks';

let opened: OpenSandbox;
let actor: Actor;
beforeAll(async () => {
  opened = await openSandbox({ seed: manyGroups() });
  await choosePrivilegedUser(opened);
  actor = await opened.as('site-admin');
  await actor.goto.globalSettings();
  await actor.page.getByRole('tab', { name: 'Groups' }).click();
});
afterAll(async () => {
  await actor.assertClean();
  await opened.close();
});

function managed(): number {
  return Object.keys(opened.sandbox.forge.kvs.dump().entities['group-record'] ?? {}).length;
}

test('they are found and counted before anything happens', async () => {
  const { page } = actor;
  await press(page, page.getByRole('button', { name: 'Find groups that match the pattern' }));
  await page.getByRole('heading', { name: 'Ready: 302 groups' }).waitFor();
  await expect.poll(focusOn(page.getByRole('button', { name: 'Take over 302 groups' }))).toBe(true);
  await page.getByRole('button', { name: 'Show: Ready: 302 groups' }).click();
  await page
    .getByRole('row', { name: /demo-editors/ })
    .getByRole('button', { name: 'Leave out' })
    .click();
  await page
    .getByRole('row', { name: /devops-oncall/ })
    .getByRole('button', { name: 'Leave out' })
    .click();
  await page.getByRole('heading', { name: 'Left out: 2 groups' }).waitFor();
  await lookAt(actor, 'takeovers-1-plan');
  expect(managed()).toBe(0);
});

test('they are taken over by the queue, and the page follows', async () => {
  const { page } = actor;
  await press(page, page.getByRole('button', { name: 'Take over 300 groups' }));
  await page.getByRole('heading', { name: 'Taking over 300 groups' }).waitFor();
  await lookAt(actor, 'takeovers-2-under-way');
  await opened.sandbox.settleQueue();
  await page.getByRole('heading', { name: 'Done: 300 taken over' }).waitFor();
  await lookAt(actor, 'takeovers-3-done');
  expect(managed()).toBe(300);
});

test('they are given back after a reload, in the dark', async () => {
  const { page } = actor;
  await actor.theme('dark');
  await page.reload();
  await page.getByRole('tab', { name: 'Groups' }).click();
  await page.getByRole('button', { name: 'Show: Earlier' }).click();
  await page.getByRole('button', { name: /^Take over 300 groups, / }).click();
  await page.getByRole('button', { name: 'Stop managing these groups…' }).click();
  await page.getByRole('heading', { name: 'Stop managing 300 groups' }).waitFor();
  await lookAt(actor, 'takeovers-4-stop-dark');
  await page.getByRole('button', { name: 'Stop managing 300 groups' }).click();
  await page.getByText('0 of 300 done').waitFor();
  await opened.sandbox.settleQueue();
  await page.getByRole('heading', { name: 'Done: 300 no longer managed' }).waitFor();
  expect(managed()).toBe(0);
});

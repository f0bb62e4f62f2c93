// What is open has an address, where the module gets a history.
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Actor, OpenSandbox } from './harness';
import { focusOn } from './keyboard';
import { openWithWriters, openWriters } from './writers-site';

let opened: OpenSandbox;
let actor: Actor;
beforeAll(async () => {
  opened = await openWithWriters({ history: true });
  actor = await opened.as('space-admin');
});
afterAll(async () => {
  await actor.assertClean();
  await opened.close();
});

test('a group stays open through back, forward and a reload', async () => {
  const { page } = actor;
  await openWriters(actor);
  const heading = page.getByRole('heading', { name: 'demo-writers', exact: true });
  const { id } = opened.sandbox.site.model.group('demo-writers');
  await expect.poll(() => new URL(page.url()).pathname).toMatch(new RegExp(`/settings/apps/[^/]+/groups/${id}$`));
  await page.goBack();
  await expect.poll(focusOn(page.getByRole('button', { name: 'demo-writers' }))).toBe(true);
  await page.goForward();
  await heading.waitFor();
  await expect.poll(focusOn(page.getByRole('button', { name: 'Back to all groups' }))).toBe(true);
  await page.reload();
  await heading.waitFor();
  await page.goBack();
  await page.getByRole('button', { name: 'Create group' }).waitFor();
});

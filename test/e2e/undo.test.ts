// Undo: right after a change, and later from the audit. By keyboard alone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Actor, OpenSandbox } from './harness';
import { focusOn, pickPerson, press, selectTab } from './keyboard';
import { lookAt } from './looks';
import { openWithWriters, openWriters } from './writers-site';

let opened: OpenSandbox;
let actor: Actor;
beforeAll(async () => {
  opened = await openWithWriters();
  actor = await opened.as('space-admin');
  await openWriters(actor);
});
afterAll(async () => {
  await actor.assertClean();
  await opened.close();
});

function nameOf(handle: string): string {
  return opened.sandbox.site.people().find((one) => one.handle === handle)?.name ?? '';
}

describe('a space admin who changes their mind', () => {
  test('adds somebody, and takes it back from the message', async () => {
    const { page } = actor;
    await pickPerson(page, 'People to add', nameOf('member'));
    await press(page, page.getByRole('button', { name: 'Add to group' }));
    await page.getByRole('row', { name: nameOf('member') }).waitFor();
    await lookAt(actor, 'undo-1-added');
    await press(page, page.getByRole('button', { name: 'Undo' }));
    await page.getByText('1 of 1 removed').waitFor();
    await page.getByRole('row', { name: nameOf('member') }).waitFor({ state: 'detached' });
    await expect.poll(focusOn(page.getByRole('button', { name: 'Close' }))).toBe(true);
    await lookAt(actor, 'undo-2-taken-back');
  });

  test('removes somebody, and gets them back from the audit after a reload, as they were', async () => {
    const { page } = actor;
    const row = page.getByRole('row', { name: nameOf('person-01') });
    await pickPerson(page, 'People to add', nameOf('person-01'));
    await press(page, page.getByRole('button', { name: 'Add to group' }));
    await press(page, row.getByRole('button', { name: 'Remove' }));
    await row.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('tab', { name: 'Audit' }).waitFor();
    await selectTab(page, page.getByRole('tab', { name: 'Audit' }));
    const removal = page.getByRole('row', { name: /Remove from group/ }).filter({ hasText: nameOf('person-01') });
    await removal.getByRole('button', { name: 'Undo' }).waitFor();
    // The other one is that of the first person, who was taken out again.
    expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(2);
    await lookAt(actor, 'undo-3-audit');
    await press(page, removal.getByRole('button', { name: 'Undo' }));
    await page.getByText('1 of 1 added').waitFor();
    await page.getByText('Undoes an earlier change').first().waitFor();
    await expect.poll(focusOn(page.getByRole('button', { name: 'Close' }))).toBe(true);
    await lookAt(actor, 'undo-4-undone');
    await selectTab(page, page.getByRole('tab', { name: 'Groups' }));
    await press(page, page.getByRole('button', { name: 'demo-writers' }));
    await row.waitFor();
    await expect.poll(() => row.innerText()).toMatch(/Added by[\s\S]*on /);
    await expect.poll(() => row.innerText()).toContain(nameOf('space-admin'));
    await lookAt(actor, 'undo-5-as-before');
  });

  test('is asked before an addition is undone from the audit', async () => {
    const { page } = actor;
    await actor.theme('dark');
    await page.reload();
    await page.getByRole('tab', { name: 'Audit' }).waitFor();
    await selectTab(page, page.getByRole('tab', { name: 'Audit' }));
    await press(page, page.getByRole('button', { name: 'Undo' }));
    const dialog = page.getByRole('dialog', { name: 'Undo this addition?' });
    await dialog.getByText(nameOf('person-01')).waitFor();
    await lookAt(actor, 'undo-6-asked-dark');
    await press(page, dialog.getByRole('button', { name: 'Remove 1 person' }));
    await page.getByText('1 of 1 removed').waitFor();
    expect(await dialog.count()).toBe(0);
    await lookAt(actor, 'undo-7-removed-dark');
  });
});

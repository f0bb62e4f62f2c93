// Undo: right after a change, and later from the audit. By keyboard alone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openSandbox, type Actor, type OpenSandbox } from './harness';
import { focusOn, pickPerson, press, selectTab } from './keyboard';

let opened: OpenSandbox;
let actor: Actor;
beforeAll(async () => {
  opened = await openSandbox();
  await opened.call('global-settings', 'site-admin', 'savePrivilegedUser', {
    accountId: opened.accountOf('site-admin'),
    version: 0,
  });
  await opened.call('space-settings', 'space-admin', 'createGroup', { name: 'writers' });
  actor = await opened.as('space-admin');
  await actor.goto.spaceSettings('DEMO');
  await press(actor.page, actor.page.getByRole('button', { name: 'demo-writers' }));
  await actor.page.getByRole('heading', { name: 'demo-writers', exact: true }).waitFor();
});
afterAll(async () => {
  await actor.assertClean();
  await opened.close();
});

function nameOf(handle: string): string {
  return opened.sandbox.site.people().find((one) => one.handle === handle)?.name ?? '';
}

async function lookOf(name: string): Promise<void> {
  expect(await actor.axe()).toEqual([]);
  await actor.screenshot(name);
}

describe('a space admin who changes their mind', () => {
  test('adds somebody, and takes it back from the message', async () => {
    const { page } = actor;
    await pickPerson(page, 'People to add', nameOf('member'));
    await press(page, page.getByRole('button', { name: 'Add to group' }));
    await page.getByRole('row', { name: nameOf('member') }).waitFor();
    await lookOf('undo-1-added');
    await press(page, page.getByRole('button', { name: 'Undo' }));
    await page.getByText('1 of 1 removed').waitFor();
    await page.getByRole('row', { name: nameOf('member') }).waitFor({ state: 'detached' });
    await expect.poll(focusOn(page.getByRole('button', { name: 'Close' }))).toBe(true);
    await lookOf('undo-2-taken-back');
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
    await lookOf('undo-3-audit');
    await press(page, removal.getByRole('button', { name: 'Undo' }));
    await page.getByText('1 of 1 added').waitFor();
    await page.getByText('Undoes an earlier change').first().waitFor();
    await expect.poll(focusOn(page.getByRole('button', { name: 'Close' }))).toBe(true);
    await lookOf('undo-4-undone');
    await selectTab(page, page.getByRole('tab', { name: 'Groups' }));
    await press(page, page.getByRole('button', { name: 'demo-writers' }));
    await row.waitFor();
    await expect.poll(() => row.innerText()).toMatch(/Added by[\s\S]*on /);
    await expect.poll(() => row.innerText()).toContain(nameOf('space-admin'));
    await lookOf('undo-5-as-before');
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
    await lookOf('undo-6-asked-dark');
    await press(page, dialog.getByRole('button', { name: 'Remove 1 person' }));
    await page.getByText('1 of 1 removed').waitFor();
    expect(await dialog.count()).toBe(0);
    await lookOf('undo-7-removed-dark');
  });
});

// The journey of a site that still holds an email and an API token, from the banner to a group with people in it. By
// keyboard alone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openSandbox, type Actor, type OpenSandbox } from './harness';
import { focusOn, pickPerson, press, selectTab, tabTo } from './keyboard';

let opened: OpenSandbox;
let actor: Actor;
beforeAll(async () => {
  opened = await openSandbox();
  actor = await opened.as('site-admin');
});
afterAll(async () => {
  await actor.assertClean();
  await opened.close();
});

function nameOf(handle: string): string {
  return opened.sandbox.site.people().find((one) => one.handle === handle)?.name ?? '';
}
function accountIdOf(handle: string): string {
  return opened.sandbox.site.people().find((one) => one.handle === handle)?.accountId ?? '';
}

async function choose(handle: string): Promise<void> {
  const { page } = actor;
  await selectTab(page, page.getByRole('tab', { name: 'Setup' }));
  await pickPerson(page, 'Account to act as', nameOf(handle));
  await press(page, page.getByRole('button', { name: 'Check and save' }));
}

function stored() {
  const { plain, secret, entities } = opened.sandbox.forge.kvs.dump();
  return { legacy: [...Object.keys(plain), ...Object.keys(secret)], settings: Object.keys(entities['setting'] ?? {}) };
}

describe('a site whose token access has ended', () => {
  test('the global page says so', async () => {
    await actor.goto.globalSettings();
    const { page } = actor;
    await page.getByText('Access with an email address and an API token ended on Monday 8 December 2025').waitFor();
    expect(await actor.axe()).toEqual([]);
    await actor.screenshot('journey-1-token-ended');
  });

  test('somebody who may not create groups is refused as their own choice, and nothing is stored', async () => {
    await actor.as('confluence-admin');
    await actor.goto.globalSettings();
    await choose('confluence-admin');
    const { page } = actor;
    await page.getByText('This account can’t create groups').first().waitFor();
    await expect.poll(focusOn(page.getByRole('button', { name: 'Check and save' }))).toBe(true);
    expect(await actor.axe()).toEqual([]);
    await actor.screenshot('journey-2-refused');
    // Before a test group could exist, its name was stored among the proofs; nothing of the choice was.
    expect(stored()).toEqual({
      legacy: ['privilegedUserEmail', 'privilegedUserApiToken'],
      settings: ['site-admin-proofs'],
    });
  });

  test('picking oneself ticks every check, removes the banner and the old records, and names where to revoke the token', async () => {
    await actor.as('site-admin');
    await actor.goto.globalSettings();
    await choose('site-admin');
    const { page } = actor;
    await page.getByText('Now revoke the old API token').waitFor();
    expect(await page.getByText('Passed', { exact: true }).count()).toBe(4);
    expect(await page.getByText('Token access ended').count()).toBe(0);
    await expect.poll(focusOn(page.getByRole('button', { name: 'Check and save' }))).toBe(true);
    // The label of the button that was pressed takes a moment to come back.
    await expect.poll(actor.axe).toEqual([]);
    await actor.screenshot('journey-3-chosen');
    expect(stored().legacy).toEqual([]);
  });

  test('a space admin who leaves the dialog is back at the button that opened it', async () => {
    await actor.as('space-admin');
    await actor.goto.spaceSettings('DEMO');
    const { page } = actor;
    const opener = page.getByRole('button', { name: 'Create group' });
    await press(page, opener);
    await expect.poll(focusOn(page.getByRole('dialog').getByLabel('Name'))).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(focusOn(opener)).toBe(true);
  });

  test('sees the name of a new group before creating it', async () => {
    const { page } = actor;
    await page.keyboard.press('Enter');
    await expect.poll(focusOn(page.getByRole('dialog').getByLabel('Name'))).toBe(true);
    await page.keyboard.type('writers');
    await page.getByText('demo-writers').waitFor();
    expect(await actor.axe()).toEqual([]);
    await actor.screenshot('journey-4-preview');
    await press(page, page.getByRole('dialog').getByRole('button', { name: 'Create', exact: true }));
    await page.getByRole('heading', { name: 'demo-writers', exact: true }).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(focusOn(page.getByRole('button', { name: 'Back to all groups' }))).toBe(true);
  });

  test('adds three people at once', async () => {
    const { page } = actor;
    for (const handle of ['member', 'other-admin', 'person-01']) {
      await pickPerson(page, 'People to add', nameOf(handle));
      await expect.poll(focusOn(page.getByLabel('People to add'))).toBe(true);
    }
    await press(page, page.getByRole('button', { name: 'Add to group' }));
    for (const handle of ['member', 'other-admin', 'person-01']) {
      await page.getByRole('row', { name: nameOf(handle) }).waitFor();
    }
    expect(await page.getByText('3 of 3 added').count()).toBe(1);
    await expect.poll(focusOn(page.getByRole('button', { name: 'Add to group' }))).toBe(true);
    expect(await actor.axe()).toEqual([]);
    await actor.screenshot('journey-5-three-added');
  });

  test('removes one, and could undo it', async () => {
    const { page } = actor;
    const row = page.getByRole('row', { name: nameOf('person-01') });
    await tabTo(page, row.getByRole('button', { name: 'Remove' }));
    await page.keyboard.press('Space');
    await row.waitFor({ state: 'detached' });
    await page.getByText('1 of 1 removed').waitFor();
    expect(await page.getByRole('row', { name: nameOf('member') }).count()).toBe(1);
    await actor.screenshot('journey-6-one-removed');
    // The button is gone with its row: the focus is on the result.
    await expect.poll(focusOn(page.getByRole('button', { name: 'Close' }))).toBe(true);
    await tabTo(page, page.getByRole('button', { name: 'Undo' }));
  });

  test('sees who did what', async () => {
    const { page } = actor;
    await selectTab(page, page.getByRole('tab', { name: 'Audit' }));
    const removal = page.getByRole('row', { name: /Remove from group/ });
    await removal.waitFor();
    // Names come one by one from the product.
    await expect.poll(() => removal.innerText()).toContain(nameOf('space-admin'));
    await expect.poll(() => removal.innerText()).toContain(nameOf('person-01'));
    expect(await page.getByRole('row', { name: /Add to group/ }).count()).toBe(3);
    expect(await actor.axe()).toEqual([]);
    await actor.screenshot('journey-7-audit');
  });

  test('a member is told no, and whom to ask', async () => {
    await actor.as('member');
    await actor.goto.spaceSettings('DEMO');
    await actor.page.getByText('Ask an admin of this space').waitFor();
    expect(await actor.axe()).toEqual([]);
    await actor.screenshot('journey-8-member');
  });

  test('a direct call of the resolver says no as well, and nothing is done as the privileged user', async () => {
    const before = opened.sandbox.requests().length;
    const space = opened.sandbox.site.spaces().find(({ key }) => key === 'DEMO');
    const answer = await fetch(`${opened.url}/_sandbox/invoke`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('member@example.com:sandbox')}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        moduleKey: 'space-settings',
        functionKey: 'createGroup',
        payload: { name: 'mine' },
        context: { accountId: accountIdOf('space-admin'), extension: { space } },
      }),
    });
    expect(await answer.json()).toEqual({
      result: { ok: false, error: { code: 'FORBIDDEN', reason: 'NOT_SPACE_ADMIN' } },
    });
    const since = opened.sandbox.requests().slice(before);
    expect(since.filter(({ identity }) => identity.kind === 'user' && identity.impersonated)).toEqual([]);
  });
});

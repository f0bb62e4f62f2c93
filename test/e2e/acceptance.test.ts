// The journey of a choice that needs acceptance. By keyboard alone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openSandbox, type Actor, type OpenSandbox } from './harness';
import { pickPerson, press, selectTab, tabTo } from './keyboard';

let opened: OpenSandbox;
let actor: Actor;
beforeAll(async () => {
  opened = await openSandbox();
  actor = await opened.as('confluence-admin');
});
afterAll(async () => {
  await actor.assertClean();
  await opened.close();
});

function nameOf(handle: string): string {
  return opened.sandbox.site.people().find((one) => one.handle === handle)?.name ?? '';
}
function impersonated() {
  return opened.sandbox.requests().filter(({ identity }) => identity.kind === 'user' && identity.impersonated);
}

describe('a Confluence administrator who is not a site admin, by keyboard', () => {
  test('picks a site admin, who must accept', async () => {
    await actor.goto.globalSettings();
    const { page } = actor;
    await selectTab(page, page.getByRole('tab', { name: 'Setup' }));
    await pickPerson(page, 'Account to act as', nameOf('site-admin'));
    await press(page, page.getByRole('button', { name: 'Check and save' }));
    await page.getByText('Who must accept').waitFor();
    await page.getByRole('main').getByText(nameOf('site-admin')).first().waitFor();
    expect(await page.getByRole('button', { name: 'Cancel the request' }).count()).toBe(1);
    expect(await actor.axe()).toEqual([]);
    await actor.screenshot('acceptance-1-waiting');
    expect(impersonated()).toEqual([]);
  });

  test('space pages stay read-only meanwhile', async () => {
    await actor.as('space-admin');
    await actor.goto.spaceSettings('DEMO');
    const { page } = actor;
    await page.getByText('This page is read-only right now').waitFor();
    expect(await page.getByRole('button', { name: 'Create group' }).count()).toBe(0);
    expect(await actor.axe()).toEqual([]);
    await actor.screenshot('acceptance-2-read-only');
  });

  test('the person asked reads what is lent, and accepts', async () => {
    await actor.as('site-admin');
    await actor.goto.globalSettings();
    const { page } = actor;
    await page.getByText('You’re asked to be the privileged user').waitFor();
    expect(await actor.axe()).toEqual([]);
    await actor.screenshot('acceptance-3-asked');
    await press(page, page.getByRole('button', { name: 'Accept', exact: true }));
    await page.getByText('Changes are made as').waitFor();
    await selectTab(page, page.getByRole('tab', { name: 'Setup' }));
    await page.getByText('Now revoke the old API token').waitFor();
    expect(await page.getByText('Passed', { exact: true }).count()).toBe(4);
  });

  test('and it works', async () => {
    await actor.as('space-admin');
    await actor.goto.spaceSettings('DEMO');
    const { page } = actor;
    await press(page, page.getByRole('button', { name: 'Create group' }));
    await tabTo(page, page.getByLabel('Name'));
    await page.keyboard.type('readers');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'demo-readers', exact: true }).waitFor();
    await actor.screenshot('acceptance-4-created');
    const created = impersonated().filter(({ method, status }) => method === 'POST' && status === 201);
    expect(created).toHaveLength(2); // the check group, and this one
  });
});

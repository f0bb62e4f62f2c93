// A list of forty emails: pasted, confirmed, carried out and taken back. Then one list for two groups. By keyboard, as far as the confirmations.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Actor, OpenSandbox } from './harness';
import { focusOn, press, tabTo } from './keyboard';
import { lookAt } from './looks';
import { openWithWriters, openWriters } from './writers-site';

const EMAILS = Array.from({ length: 40 }, (_none, index) => `${handleOf(index + 1)}@example.com`);

let opened: OpenSandbox;
let actor: Actor;
beforeAll(async () => {
  opened = await openWithWriters();
  const { model } = opened.sandbox.site;
  // They may search for people in Jira, which shows the emails of three.
  model.addMember(model.group('jira-software-users').id, opened.accountOf('space-admin'));
  for (const number of [1, 2, 3]) model.showEmail(opened.accountOf(handleOf(number)));
  actor = await opened.as('space-admin');
  await openWriters(actor);
});
afterAll(async () => {
  await actor.assertClean();
  await opened.close();
});

function handleOf(number: number): string {
  return `person-${String(number).padStart(2, '0')}`;
}

describe('a space admin who got forty emails', () => {
  test('pastes them, and is asked about those whom Jira does not show', async () => {
    const { page } = actor;
    await press(page, page.getByRole('button', { name: 'Bring a list' }));
    await expect.poll(focusOn(page.getByLabel('People', { exact: true }))).toBe(true);
    await page.keyboard.insertText(EMAILS.join(', '));
    await lookAt(actor, 'lists-1-pasted');
    await press(page, page.getByRole('button', { name: 'Find people' }));
    await page.getByRole('heading', { name: 'Found 3' }).waitFor();
    await page.getByRole('heading', { name: 'Confirm 37' }).waitFor();
    await expect.poll(focusOn(page.getByRole('button', { name: 'Back to the list' }))).toBe(true);
    await lookAt(actor, 'lists-2-found');
  });

  test('confirms them page by page, and sees the plan', async () => {
    const { page } = actor;
    await press(page, page.getByRole('button', { name: 'Confirm these 25' }));
    await press(page, page.getByRole('button', { name: 'Next people' }));
    await press(page, page.getByRole('button', { name: 'Confirm these 12' }));
    await press(page, page.getByRole('button', { name: 'See what will change' }));
    await page.getByText('This adds 40 people.').waitFor();
    await expect.poll(focusOn(page.getByRole('button', { name: 'Add 40 people' }))).toBe(true);
    await lookAt(actor, 'lists-3-plan');
  });

  test('adds them', async () => {
    const { page } = actor;
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Done: 40 added' }).waitFor();
    await page.getByText('1 to 25 of 40 members').waitFor();
    await expect.poll(focusOn(page.getByRole('button', { name: 'Done', exact: true }))).toBe(true);
    await page.getByRole('button', { name: 'Show: Details' }).click();
    await page.getByText('Added.').first().waitFor();
    await lookAt(actor, 'lists-4-done');
  });

  test('takes it all back after a reload, in the dark, once the number is typed', async () => {
    const { page } = actor;
    await actor.theme('dark');
    await page.reload();
    await press(page, page.getByRole('button', { name: 'demo-writers' }));
    await page.getByRole('button', { name: 'Show: Lists of this space' }).click();
    await page.getByRole('button', { name: /^List for demo-writers, / }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await tabTo(page, page.getByLabel('To confirm, type the number of people to remove: 40'));
    await lookAt(actor, 'lists-5-undo-dark');
    await page.keyboard.type('40');
    await press(page, page.getByRole('button', { name: 'Remove 40 people' }));
    await page.getByRole('heading', { name: 'Done: 40 removed' }).waitFor();
    await page.getByText('This group doesn’t have any active people.').waitFor();
    expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(1);
    await page.setViewportSize({ width: 800, height: 800 });
    await lookAt(actor, 'lists-6-undone-dark-narrow');
  });
});

describe('a space admin whose list names two groups', () => {
  const LIST = [
    'email,group,action',
    'person-01@example.com,demo-writers,add',
    'person-02@example.com,demo-writers,add',
    'person-01@example.com,demo-readers,remove',
    'person-03@example.com,demo-readers,remove',
  ].join('\n');

  beforeAll(async () => {
    await opened.call('space-settings', 'space-admin', 'createGroup', { name: 'readers' });
    const { model } = opened.sandbox.site;
    for (const number of [1, 3]) model.addMember(model.group('demo-readers').id, opened.accountOf(handleOf(number)));
    await actor.theme('light');
    await actor.page.setViewportSize({ width: 1200, height: 800 });
    await actor.goto.spaceSettings('DEMO');
  });

  test('brings it once, and sees what would change in each', async () => {
    const { page } = actor;
    await press(page, page.getByRole('button', { name: 'Bring a list' }));
    await tabTo(page, page.getByLabel('People', { exact: true }));
    await page.keyboard.insertText(LIST);
    await lookAt(actor, 'lists-7-several-pasted');
    await press(page, page.getByRole('button', { name: 'Find people' }));
    await page.getByRole('heading', { name: 'Found 3' }).waitFor();
    await lookAt(actor, 'lists-8-several-found');
    await press(page, page.getByRole('button', { name: 'See what will change' }));
    await page.getByRole('heading', { name: '2 groups, 3 people' }).waitFor();
    const plans = await page.getByText(/^This (adds|removes)/).allInnerTexts();
    expect(plans).toEqual(['This adds 2 people.', 'This removes 2 people.']);
    await lookAt(actor, 'lists-9-several-plans');
  });

  test('changes both by one button, once the number of the one that loses people is typed', async () => {
    const { page } = actor;
    await tabTo(page, page.getByLabel('To confirm, type the number of people to remove: 2'));
    await page.keyboard.type('2');
    await press(page, page.getByRole('button', { name: 'Make 4 changes' }));
    await page.getByText('Finished in 2 of 2 groups.').waitFor();
    expect(await page.getByText(/^Done: /).allInnerTexts()).toEqual(['Done: 2 added', 'Done: 2 removed']);
    await lookAt(actor, 'lists-10-several-done');
  });

  test('takes back what it did to one of them', async () => {
    const { page } = actor;
    await press(page, page.getByRole('button', { name: 'Open demo-readers' }));
    await press(page, page.getByRole('button', { name: 'Undo' }));
    await press(page, page.getByRole('button', { name: 'Add 2 people' }));
    await page.getByRole('heading', { name: 'Done: 2 added' }).waitFor();
    await page.getByText('1 to 2 of 2 members').waitFor();
    await press(page, page.getByRole('button', { name: 'Back to all groups' }));
    await press(page, page.getByRole('button', { name: 'demo-writers' }));
    await page.getByText('1 to 2 of 2 members').waitFor();
    expect(await page.getByRole('checkbox', { name: /^Select / }).count()).toBe(2);
  });
});

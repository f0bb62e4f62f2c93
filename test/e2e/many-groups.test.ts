// A space with 300 groups, by keyboard: read a page at a time, found by a part of the name, sorted, one opened from the seventh page and left again.
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { TakeoverView } from '../../src/shared/groups/takeovers';
import type { Result } from '../../src/shared/result';
import { manyGroups, UNIT } from '../support/many-groups';
import { valueOf } from '../support/results';
import { choosePrivilegedUser } from './customer-site';
import { openSandbox, type Actor, type OpenSandbox } from './harness';
import { focusOn, pickPerson, press, tabTo } from './keyboard';
import { lookAt } from './looks';

const seed = manyGroups();
/** As the list shows them. */
const NAMES = seed.groups
  .map(({ name }) => name)
  .filter((name) => name.startsWith(UNIT.toLowerCase()))
  .toSorted();
const [SIXTH_OF_PAGE_7 = ''] = NAMES.slice(155);

let opened: OpenSandbox;
let actor: Actor;
beforeAll(async () => {
  opened = await openSandbox({ seed });
  await choosePrivilegedUser(opened);
  await takeOver(opened);
  const { model } = opened.sandbox.site;
  for (const handle of ['person-01', 'person-02', 'person-03'])
    model.addMember(model.group(SIXTH_OF_PAGE_7).id, opened.accountOf(handle));
  actor = await opened.as('space-admin');
  await actor.goto.spaceSettings(UNIT);
});
afterAll(async () => {
  await actor.assertClean();
  await opened.close();
});

async function takeOver({ call, sandbox }: OpenSandbox): Promise<void> {
  const { id: spaceId } = sandbox.site.model.space(UNIT);
  const groups = NAMES.map((groupName) => ({ groupId: sandbox.site.model.group(groupName).id, groupName, spaceId }));
  await call('global-settings', 'site-admin', 'confirmSiteAdmin', {});
  const planned = await call('global-settings', 'site-admin', 'planTakeover', { groups });
  const { changeId, version } = valueOf(planned as Result<TakeoverView>);
  await call('global-settings', 'site-admin', 'applyTakeover', { changeId, version });
  await sandbox.settleQueue();
}

function row(name: string) {
  return actor.page.getByRole('row', { name: new RegExp(`^${name}\\b`) });
}
async function namesShown(): Promise<string[]> {
  const buttons = actor.page.getByRole('row').getByRole('button');
  return (await buttons.allInnerTexts()).filter((name) => name.startsWith(UNIT.toLowerCase()));
}

test('they are read 25 at a time, each page with its members', async () => {
  const { page } = actor;
  await expect.poll(namesShown).toEqual(NAMES.slice(0, 25));
  for (let number = 2; number <= 7; number += 1) {
    await press(page, page.getByRole('button', { name: 'Next groups' }));
    await expect.poll(namesShown).toEqual(NAMES.slice(25 * (number - 1), 25 * number));
  }
  await expect.poll(() => row(SIXTH_OF_PAGE_7).getByRole('cell').nth(1).innerText()).toBe('3');
  await page.getByText('Counting').first().waitFor({ state: 'detached' });
  await lookAt(actor, 'many-groups-1-page-7');
});

test('one of them is opened and left: the page is the same, its members are counted again, and its name has the focus', async () => {
  const { page } = actor;
  await press(page, page.getByRole('button', { name: SIXTH_OF_PAGE_7 }));
  await page.getByRole('heading', { name: SIXTH_OF_PAGE_7 }).waitFor();
  await pickPerson(page, 'People to add', 'Miguel Torres');
  await press(page, page.getByRole('button', { name: 'Add to group' }));
  await page.getByText('1 to 4 of 4 members').waitFor();
  await press(page, page.getByRole('button', { name: 'Back to all groups' }));
  await expect.poll(focusOn(page.getByRole('button', { name: SIXTH_OF_PAGE_7 }))).toBe(true);
  expect(await namesShown()).toEqual(NAMES.slice(150, 175));
  await expect.poll(() => row(SIXTH_OF_PAGE_7).getByRole('cell').nth(1).innerText()).toBe('4');
});

test('they are found by a part of the name, and the page of before is there again', async () => {
  const { page } = actor;
  await tabTo(page, page.getByLabel('Group name'));
  await page.keyboard.type('CREW-15');
  await page.keyboard.press('Enter');
  await page.getByText('10 groups found').waitFor();
  expect(await namesShown()).toEqual(NAMES.filter((name) => name.includes('crew-15')));
  await lookAt(actor, 'many-groups-2-found');
  await press(page, page.getByRole('button', { name: 'Show all groups' }));
  await expect.poll(namesShown).toEqual(NAMES.slice(150, 175));
});

test('the one that was changed last comes first, in the dark and on a narrow screen', async () => {
  const { page } = actor;
  await actor.theme('dark');
  await page.setViewportSize({ width: 800, height: 800 });
  await page.reload();
  await expect.poll(namesShown).toEqual(NAMES.slice(0, 25));
  await tabTo(page, page.getByLabel('Sort by'));
  await page.keyboard.type('Last');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await namesShown())[0]).toBe(SIXTH_OF_PAGE_7);
  await page.getByText('Counting').first().waitFor({ state: 'detached' });
  await lookAt(actor, 'many-groups-3-last-change-dark-narrow');
});

// The Frame for files: another origin, sandboxed; it reads a list for the page, and saves files where it may.
import { readFile } from 'node:fs/promises';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { demoSeed } from '../../sandbox/site/seeds/demo';
import { staffMember } from '../../sandbox/site/seeds/people';
import { readMembers } from '../../static/people-list/read-members';
import { openSandbox, type Actor, type OpenSandbox } from './harness';
import { focusOn, press } from './keyboard';

/** A thousand people more, who may use Confluence as the others do. */
const CROWD = Array.from({ length: 1_000 }, (_none, index) => staffMember(1_001 + index));
const seed: typeof demoSeed = {
  ...demoSeed,
  people: [
    ...demoSeed.people,
    ...CROWD.map((person) => ({ ...person, accountType: 'atlassian' as const, status: 'active' as const })),
  ],
  groups: demoSeed.groups.map((group) =>
    group.members.includes('person-60')
      ? { ...group, members: [...group.members, ...CROWD.map(({ handle }) => handle)] }
      : group,
  ),
};

const LIST = `person;action\r\n${CROWD.map(({ accountId }) => `${accountId};add`).join('\r\n')}\r\n`;

let opened: OpenSandbox;
let actor: Actor;
beforeAll(async () => {
  opened = await openSandbox({ seed });
  await prepare(opened);
  actor = await opened.as('space-admin');
});
afterAll(async () => {
  await actor.assertClean();
  await opened.close();
});

async function prepare({ call, accountOf }: OpenSandbox): Promise<void> {
  await call('global-settings', 'site-admin', 'savePrivilegedUser', {
    accountId: accountOf('site-admin'),
    version: 0,
  });
  await call('space-settings', 'space-admin', 'createGroup', { name: 'writers' });
}

function frame({ page } = actor) {
  return page.frameLocator('iframe[title="file-frame"]');
}

async function choose(name: string, content: string | Buffer): Promise<void> {
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(content) };
  await frame().getByLabel('Choose a file').setInputFiles(file);
}

async function openGroup({ page, goto }: Actor): Promise<void> {
  await goto.spaceSettings('DEMO');
  await press(page, page.getByRole('button', { name: 'demo-writers' }));
}

/** Brings the thousand, as far as their plan. */
async function bring(): Promise<void> {
  const { page } = actor;
  await press(page, page.getByRole('button', { name: 'Bring a list' }));
  await choose('people.csv', LIST);
  await page.getByText('people.csv names 1,000 people.').waitFor();
  await press(page, page.getByRole('button', { name: 'Find people' }));
  await page.getByRole('heading', { name: 'Found 1000' }).waitFor({ timeout: 45_000 });
}

async function lookOf(name: string): Promise<void> {
  expect(await actor.axe()).toEqual([]);
  const overflow = await actor.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await actor.screenshot(name);
}

test('a list is chosen in a Frame, which says what is wrong with a file', async () => {
  const { page } = actor;
  await actor.theme('dark');
  await openGroup(actor);
  await press(page, page.getByRole('button', { name: 'Bring a list' }));
  await choose('people.xlsx', Buffer.from([0x50, 0x4b, 0x03, 0x04]));
  await frame().getByText('This is an Excel workbook').waitFor();
  await lookOf('files-1-workbook-dark');
  await choose('people.csv', `Name;Account ID\r\nAmara;${opened.accountOf('member')}\r\n`);
  await page.getByText('people.csv names 1 person.').waitFor();
  expect(await frame().getByRole('status').textContent()).toBe('');
  await lookOf('files-2-chosen-dark');
  await press(page, page.getByRole('button', { name: 'Find people' }));
  await page.getByRole('heading', { name: 'Found 1' }).waitFor();
});

describe('a thousand people in a file', () => {
  test('are added until somebody cancels it', async () => {
    const { page } = actor;
    await actor.theme('light');
    await openGroup(actor);
    await bring();
    const stop = opened.sandbox.start();
    await press(page, page.getByRole('button', { name: 'Add 1000 people' }));
    await page.getByText(/^[1-9]\d* of 1000 done\./).waitFor({ timeout: 30_000 });
    await lookOf('files-3-under-way');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('heading', { name: /^Canceled: \d+ added, \d+ not tried$/ }).waitFor({ timeout: 30_000 });
    stop();
    const { members } = opened.sandbox.site.model.group('demo-writers');
    expect(members.size).toBeGreaterThan(0);
    expect(members.size).toBeLessThan(1_000);
  });

  test('are all there once the same file was brought again, and their results are saved', async () => {
    const { page } = actor;
    const { model } = opened.sandbox.site;
    await press(page, page.getByRole('button', { name: 'Done', exact: true }));
    await bring();
    await press(page, page.getByRole('button', { name: /^Add \d+ people$/ }));
    await page.getByRole('heading', { name: 'List for demo-writers' }).waitFor();
    await opened.sandbox.letPass({ minutes: 10 });
    await page
      .getByRole('heading', { name: /^Done: \d+ added, \d+ were members already$/ })
      .waitFor({ timeout: 30_000 });
    expect(model.group('demo-writers').members.size).toBe(1_000);
    await page.getByRole('button', { name: 'Show: Details' }).click();
    await page.getByRole('button', { name: 'Get all as a file' }).click();
    await expect.poll(focusOn(page.getByLabel('Details as CSV'))).toBe(true);
    await frame().getByRole('link').waitFor();
    await lookOf('files-4-results');
    const saving = page.waitForEvent('download');
    await frame()
      .getByRole('link', { name: /^Download demo-writers-.*\.csv$/ })
      .press('Enter');
    const saved = await readFile(await (await saving).path(), 'utf8');
    expect(saved.startsWith('\u{FEFF}account id,name,group,action,result\r\n')).toBe(true);
    const { people, problems } = readMembers(saved);
    expect(problems).toEqual([]);
    expect(people.map(({ text }) => text)).toEqual(CROWD.map(({ accountId }) => accountId));
    expect(people.every(({ group, action }) => group === 'demo-writers' && action === 'add')).toBe(true);
  });
});

test('where Frames may not save files, the file is there to be copied', async () => {
  const strict = await openSandbox({ downloads: 'off' });
  await prepare(strict);
  strict.sandbox.site.model.addMember(strict.sandbox.site.model.group('demo-writers').id, strict.accountOf('member'));
  const other = await strict.as('space-admin', (problem) => /download/i.test(problem));
  const saved: unknown[] = [];
  other.page.on('download', (download) => saved.push(download));
  await openGroup(other);
  await press(other.page, other.page.getByRole('button', { name: 'More' }));
  await press(other.page, other.page.getByRole('button', { name: 'Export', exact: true }));
  await press(other.page, other.page.getByRole('button', { name: 'Export 1 member' }));
  await frame(other).getByRole('link', { name: 'Download demo-writers.csv' }).click();
  const file = await other.page.getByLabel('Members as CSV').inputValue();
  expect(readMembers(file).people).toMatchObject([{ text: strict.accountOf('member') }]);
  await other.page.getByText('If nothing is saved, select all of it').waitFor();
  expect(saved).toEqual([]);
  await other.assertClean();
  await strict.close();
});

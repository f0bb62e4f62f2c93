// The Frame for files: another origin, sandboxed; it reads a list for the page, and saves files where it may.
import { readFile } from 'node:fs/promises';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { readMembers } from '../../static/people-list/read-members';
import { crowdedSeed } from '../support/crowded-seed';
import type { Actor, OpenSandbox } from './harness';
import { focusOn, press } from './keyboard';
import { lookAt } from './looks';
import { openWithWriters, openWriters } from './writers-site';

/** A thousand people more. */
const { crowd: CROWD, seed } = crowdedSeed(1_000);

const LIST = `person;action\r\n${CROWD.map(({ accountId }) => `${accountId};add`).join('\r\n')}\r\n`;

let opened: OpenSandbox;
let actor: Actor;
beforeAll(async () => {
  opened = await openWithWriters({ seed });
  actor = await opened.as('space-admin');
});
afterAll(async () => {
  await actor.assertClean();
  await opened.close();
});

function frame({ page } = actor) {
  return page.frameLocator('iframe[title="file-frame"]');
}

async function choose(name: string, content: string | Buffer): Promise<void> {
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(content) };
  await frame().getByLabel('Choose a file').setInputFiles(file);
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

test('a list is chosen in a Frame, which says what is wrong with a file', async () => {
  const { page } = actor;
  await actor.theme('dark');
  await openWriters(actor);
  await press(page, page.getByRole('button', { name: 'Bring a list' }));
  await choose('people.xlsx', Buffer.from([0x50, 0x4b, 0x03, 0x04]));
  await frame().getByText('This is an Excel workbook').waitFor();
  await lookAt(actor, 'files-1-workbook-dark');
  await choose('people.csv', `Name;Account ID\r\nAmara;${opened.accountOf('member')}\r\n`);
  await page.getByText('people.csv names 1 person.').waitFor();
  expect(await frame().getByRole('status').textContent()).toBe('');
  await lookAt(actor, 'files-2-chosen-dark');
  await press(page, page.getByRole('button', { name: 'Find people' }));
  await page.getByRole('heading', { name: 'Found 1' }).waitFor();
});

describe('a thousand people in a file', () => {
  test('are added until somebody cancels it', async () => {
    const { page } = actor;
    await actor.theme('light');
    await openWriters(actor);
    await bring();
    const stop = opened.sandbox.start();
    await press(page, page.getByRole('button', { name: 'Add 1000 people' }));
    await page.getByText(/^[1-9]\d* of 1000 done\./).waitFor({ timeout: 30_000 });
    await lookAt(actor, 'files-3-under-way');
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
    await lookAt(actor, 'files-4-results');
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
  const strict = await openWithWriters({ downloads: 'off' });
  strict.sandbox.site.model.addMember(strict.sandbox.site.model.group('demo-writers').id, strict.accountOf('member'));
  const other = await strict.as('space-admin', (problem) => /download/i.test(problem));
  const saved: unknown[] = [];
  other.page.on('download', (download) => saved.push(download));
  await openWriters(other);
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

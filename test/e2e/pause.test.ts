// All changes are paused while a list is carried out: every page says so, the list waits, and goes on once somebody resumes it.
import { afterAll, beforeAll, expect, test } from 'vitest';

import { PAUSE, PAUSED, WAITING } from '../../src/shared/words/pause';
import { crowdedSeed } from '../support/crowded-seed';
import { allowCustomers } from './customer-site';
import type { Actor, OpenSandbox } from './harness';
import { press } from './keyboard';
import { lookAt } from './looks';
import { openWithWriters, openWriters } from './writers-site';

/** So many that the queue adds them. */
const PEOPLE = 130;
const { crowd, seed } = crowdedSeed(PEOPLE);

let opened: OpenSandbox;
let author: Actor;
let admin: Actor;
/** Stops the queue; lets the addition through that is held back. */
let stop: () => void;
let release: () => void;
beforeAll(async () => {
  opened = await openWithWriters({ seed });
  await allowCustomers(opened, 'SUP');
  [author, admin] = await Promise.all([opened.as('space-admin'), opened.as('site-admin')]);
});
afterAll(async () => {
  stop();
  await author.assertClean();
  await admin.assertClean();
  await opened.close();
});

/** Holds back the nth addition and what comes after it. Resolves once it was sent, to what lets it through. */
function holdAddition(nth: number): Promise<() => void> {
  const { site } = opened.sandbox;
  const fetchSite = site.fetch.bind(site);
  return new Promise((held) => {
    let sent = 0;
    const released = new Promise<void>((release) => {
      site.fetch = async (request, identity) => {
        const isAddition = request.method === 'POST' && request.url.includes('/userByGroupId');
        if (isAddition) sent += 1;
        if (isAddition && sent === nth) held(release);
        if (isAddition && sent >= nth) await released;
        return fetchSite(request, identity);
      };
    });
  });
}

async function openSetup(): Promise<void> {
  await admin.goto.globalSettings();
  await admin.page.getByRole('tab', { name: 'Setup' }).click();
}

test('a list is on its way', async () => {
  const { page } = author;
  await openWriters(author);
  await press(page, page.getByRole('button', { name: 'Bring a list' }));
  await page.getByLabel('People', { exact: true }).fill(crowd.map(({ accountId }) => accountId).join('\n'));
  await press(page, page.getByRole('button', { name: 'Find people' }));
  const held = holdAddition(60);
  stop = opened.sandbox.start();
  await press(page, page.getByRole('button', { name: `Add ${String(PEOPLE)} people` }));
  release = await held;
  const { size } = opened.sandbox.site.model.group('demo-writers').members;
  expect(size).toBeLessThan(60);
});

test('an administrator pauses all changes, told what waits meanwhile', async () => {
  const { page } = admin;
  await openSetup();
  await press(page, page.getByRole('button', { name: PAUSE.pausing.button }));
  const dialog = page.getByRole('dialog', { name: PAUSE.pausing.title });
  for (const told of [PAUSE.pausing.text, ...WAITING, PAUSE.pausing.lists, PAUSE.pausing.more])
    await dialog.getByText(told).waitFor();
  await lookAt(admin, 'pause-1-dialog');
  await press(page, dialog.getByRole('button', { name: PAUSE.pausing.confirm }));
  await page.getByRole('heading', { name: PAUSED.title }).waitFor();
  await expect.poll(() => dialog.count()).toBe(0);
  await lookAt(admin, 'pause-2-global');
});

test('the list ends what is under way and waits, and says why', async () => {
  const { page } = author;
  release();
  await page.getByText('Waiting: a Confluence administrator paused all changes.').waitFor({ timeout: 15_000 });
  const { members } = opened.sandbox.site.model.group('demo-writers');
  expect(members.size).toBeGreaterThanOrEqual(60);
  expect(members.size).toBeLessThanOrEqual(70);
  await page.getByText('Resume this list to go on: it doesn’t by itself.').waitFor();
  await lookAt(author, 'pause-3-list');
  await author.theme('dark');
  await author.goto.spaceSettings('DEMO');
  await page.getByRole('heading', { name: PAUSED.title }).waitFor();
  await lookAt(author, 'pause-4-space-dark');
});

test('agents are told in their queues', async () => {
  const agent = await opened.as('agent');
  await agent.goto.customers('SUP');
  await expect.poll(() => agent.page.getByRole('heading', { name: PAUSED.title }).count()).toBe(1);
  await lookAt(agent, 'pause-5-queue');
  await agent.assertClean();
});

test('changes are resumed, which starts nothing by itself', async () => {
  const { page } = admin;
  await press(page, page.getByRole('button', { name: PAUSE.resuming.button }));
  const dialog = page.getByRole('dialog', { name: PAUSE.resuming.title });
  await dialog.getByText(PAUSE.resuming.more).waitFor();
  await press(page, dialog.getByRole('button', { name: PAUSE.resuming.confirm }));
  await page.getByRole('heading', { name: PAUSED.title }).waitFor({ state: 'detached' });
  await opened.sandbox.letPass({ hours: 1 });
  expect(opened.sandbox.site.model.group('demo-writers').members.size).toBeLessThanOrEqual(70);
});

test('the list asks, and goes on to its end', async () => {
  const { page } = author;
  await openWriters(author);
  await press(page, page.getByRole('button', { name: 'Resume' }));
  await page.getByRole('heading', { name: /^Done: / }).waitFor({ timeout: 15_000 });
  expect(opened.sandbox.site.model.group('demo-writers').members.size).toBe(PEOPLE);
  await lookAt(author, 'pause-6-done-dark');
});

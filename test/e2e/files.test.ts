// The Frame for files: another origin, sandboxed; it reads a list for the page, and saves files where it may.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openSandbox, type Actor, type OpenSandbox } from './harness';
import { press } from './keyboard';

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
});
afterAll(async () => {
  await actor.assertClean();
  await opened.close();
});

function frame() {
  return actor.page.frameLocator('iframe[title="file-frame"]');
}

async function choose(name: string, content: string | Buffer): Promise<void> {
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(content) };
  await frame().getByLabel('Choose a file').setInputFiles(file);
}

async function lookOf(name: string): Promise<void> {
  expect(await actor.axe()).toEqual([]);
  const overflow = await actor.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await actor.screenshot(name);
}

describe.for(['light', 'dark'] as const)('a list in a file, in %s', (theme) => {
  test('is chosen in a Frame, which says what is wrong with a file', async () => {
    const { page } = actor;
    await actor.theme(theme);
    await actor.goto.spaceSettings('DEMO');
    await press(page, page.getByRole('button', { name: 'Open' }));
    await press(page, page.getByRole('button', { name: 'Bring a list' }));
    await choose('people.xlsx', Buffer.from([0x50, 0x4b, 0x03, 0x04]));
    await frame().getByText('This is an Excel workbook').waitFor();
    await lookOf(`files-1-workbook-${theme}`);
    await choose('people.csv', `Name;Account ID\r\nAmara;${opened.accountOf('member')}\r\n`);
    await page.getByText('people.csv names 1 person.').waitFor();
    expect(await frame().getByRole('status').textContent()).toBe('');
    await lookOf(`files-2-chosen-${theme}`);
    await press(page, page.getByRole('button', { name: 'Find people' }));
    await page.getByRole('heading', { name: 'Found 1' }).waitFor();
  });
});

// Groups to take over that come in a file, through the Frame for files.
import { expect, test } from 'vitest';

import { ok } from '../../answers';
import { aFile, startFrame } from '../../file-frame/beside';
import { aFoundGroup } from './a-takeover';
import { openTakeOver } from './open-take-over';

/** Opens the form for a list, with its Frame. */
async function openForm() {
  const opened = await openTakeOver({
    resolveTakeover: ({ lines }) =>
      ok({ lines: lines.map(({ line, group }) => ({ line, is: 'found', group: aFoundGroup(group.slice(5)) })) }),
  });
  await opened.user.click(await opened.screen.findByRole('button', { name: 'Bring a list of groups' }));
  await opened.screen.findByLabelText('Groups and spaces');
  const { frame } = await startFrame();
  async function choose(file: File) {
    await opened.user.upload(await frame.findByLabelText('Choose a file'), file);
  }
  return { ...opened, frame, choose };
}

/** As Excel saves "Unicode text" and "CSV": UTF-16 with a mark, or semicolons and a line that says so. */
const FILES = {
  'UTF-16 with tabs': Uint8Array.from(Buffer.from('\uFEFFSpace\tOwner\tGroup\r\nDEMO\tann\tdemo-a\r\n', 'utf16le')),
  'semicolons, told by Excel': 'sep=;\r\nSpace key;Group name\r\nDEMO;demo-a\r\n',
  'a byte order mark': '\uFEFFgroup,space\ndemo-a,DEMO\n',
};

test.each(Object.entries(FILES))('a file with %s is looked up as a pasted list is', async (_name, content) => {
  const { screen, user, payloads, choose } = await openForm();
  await choose(aFile('groups.csv', content));
  await screen.findByText('groups.csv names 1 group.');
  expect(screen.queryByLabelText('Groups and spaces')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Look up groups' }));
  await screen.findByRole('button', { name: 'Take over 1 group' });
  expect(payloads('resolveTakeover')).toMatchObject([{ lines: [{ group: 'demo-a', space: 'DEMO' }] }]);
});

test('a file says at once why nothing in it can be taken, and gives way to pasted text again', async () => {
  const { screen, user, payloads, choose } = await openForm();
  await user.click(screen.getByLabelText('Groups and spaces'));
  await user.paste('demo-a');
  await choose(aFile('groups.csv', 'group,space\n,DEMO\n'));
  await screen.findByText('Line 2: it doesn’t name a group.');
  await user.click(screen.getByRole('button', { name: 'Look up groups' }));
  expect(payloads('resolveTakeover')).toEqual([]);
  await choose(aFile('groups.csv', 'group,space\n'));
  await screen.findByText('This file doesn’t name a group. Choose another one.');
  await user.click(screen.getByRole('button', { name: 'Paste groups instead' }));
  const field = await screen.findByLabelText<HTMLTextAreaElement>('Groups and spaces');
  expect(field.value).toBe('demo-a');
  expect(screen.queryByText(/^This file/)).toBeNull();
});

test('a file with letters that had to be guessed says so', async () => {
  const { screen, choose } = await openForm();
  await choose(aFile('groups.csv', Uint8Array.from(Buffer.from('zoës-team', 'latin1'))));
  expect(await screen.findByText(/doesn’t say how its letters are written/)).toBeTruthy();
});

test('a plan takes the Frame over once the list is looked up', async () => {
  const { screen, user, frame, choose } = await openForm();
  await choose(aFile('groups.csv', 'demo-a'));
  await user.click(await screen.findByRole('button', { name: 'Look up groups' }));
  await user.click(await screen.findByRole('button', { name: 'Get as a file' }));
  expect(await frame.findByRole('link', { name: 'Download groups-to-take-over.csv' })).toBeTruthy();
});

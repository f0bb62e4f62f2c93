// A list that comes in a file, through the Frame for files.
import { expect, test } from 'vitest';

import { ok } from '../../answers';
import { aFile, startFrame } from '../../file-frame/beside';
import { aGroupView } from '../answers';
import { aChange } from '../changes/a-change';
import { openGroup } from '../groups/open-group';
import { found, resolves } from './open-list';

const IDS = Array.from(
  { length: 30 },
  (_none, index) => `712020:aaaaaaaa-0000-4000-8000-${String(index).padStart(12, '0')}`,
);

/** Opens the form for a list, with its Frame. */
async function openForm() {
  const opened = await openGroup(
    aGroupView(),
    {
      resolvePeople: resolves(Object.fromEntries(IDS.map((id) => [id, found(id)]))),
      planPeople: () => ok(aChange({ planned: { add: 30 } })),
      applyChange: () => ok(aChange({ state: 'done', done: { added: 30 } })),
    },
    { longestList: 1000 },
  );
  await opened.user.click(opened.screen.getByRole('button', { name: 'Bring a list' }));
  await opened.screen.findByLabelText('People');
  const { frame } = await startFrame();
  async function choose(file: File) {
    await opened.user.upload(await frame.findByLabelText('Choose a file'), file);
  }
  return { ...opened, frame, choose };
}

test('takes the place of pasted text, and is looked up like it', async () => {
  const { screen, user, asked, choose } = await openForm();
  await user.click(screen.getByLabelText('People'));
  await user.paste('Somebody Else');
  await choose(aFile('people.csv', `\u{FEFF}person;action\r\n${IDS.map((id) => `${id};add`).join('\r\n')}\r\n`));
  await screen.findByText('people.csv names 30 people.');
  expect(screen.queryByLabelText('People')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Find people' }));
  await user.click(await screen.findByRole('button', { name: 'Add 30 people' }));
  await screen.findByRole('heading', { name: 'Done: 30 added' });
  expect(asked['resolvePeople']).toHaveLength(2);
  expect(asked['planPeople']).toMatchObject([{ people: { length: 30, 29: { line: 30, accountId: IDS[29] } } }]);
});

test('says at once why nobody in it can be taken, and gives way to pasted text again', async () => {
  const { screen, user, asked, choose } = await openForm();
  await user.click(screen.getByLabelText('People'));
  await user.paste('Ada Adams');
  await choose(aFile('people.csv', 'person,action\nAda,grant\n'));
  await screen.findByText('Line 2: “grant” isn’t an action. Use “add” or “remove”, or leave the cell empty.');
  await user.click(screen.getByRole('button', { name: 'Find people' }));
  expect(asked['resolvePeople']).toBeUndefined();
  await user.click(screen.getByRole('button', { name: 'Paste people instead' }));
  const field = await screen.findByLabelText<HTMLTextAreaElement>('People');
  expect(field.value).toBe('Ada Adams');
  expect(screen.queryByText(/isn’t an action/)).toBeNull();
});

test('says so if its letters had to be guessed', async () => {
  const { screen, choose } = await openForm();
  await choose(aFile('people.csv', Uint8Array.from(Buffer.from('Zoë Adams', 'latin1'))));
  expect(await screen.findByText(/doesn’t say how its letters are written/)).toBeTruthy();
});

test('is still there when somebody comes back to the list', async () => {
  const { screen, user, choose } = await openForm();
  await choose(aFile('people.csv', IDS.join('\n')));
  await user.click(await screen.findByRole('button', { name: 'Find people' }));
  await user.click(await screen.findByRole('button', { name: 'Back to the list' }));
  expect(await screen.findByText('people.csv names 30 people.')).toBeTruthy();
});

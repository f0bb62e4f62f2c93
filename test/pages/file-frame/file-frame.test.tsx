// The Frame for files: what it draws for the page's tasks, and what it tells the page.
import { events } from '@forge/bridge';
import { expect, test } from 'vitest';

import { FILE_EVENTS, type SentChoice, type SentTask } from '../../../static/files/protocol';
import { readPeople } from '../../../static/people-list/read-people';
import { show } from '../show';
import { aFile, startFrame } from './beside';

/** Starts a Frame beside an empty page, which gives it a task. */
async function given(task: SentTask) {
  const { user } = await show(null);
  const chosen: SentChoice[] = [];
  await events.on(FILE_EVENTS.ready, () => void events.emit(FILE_EVENTS.task, task));
  await events.on(FILE_EVENTS.chosen, (list: SentChoice) => void chosen.push(list));
  const { root, frame } = await startFrame();
  async function choose(...files: File[]) {
    await user.upload(await frame.findByLabelText('Choose a file'), files);
  }
  async function drop(...files: File[]) {
    await frame.findByLabelText('Choose a file');
    root.dispatchEvent(Object.assign(new Event('drop', { cancelable: true }), { dataTransfer: { files } }));
  }
  return { root, frame, chosen, choose, drop };
}

test('reads the list in a file for the page, whose task it names', async () => {
  const { chosen, choose, frame } = await given({ id: 't1', what: 'choose', as: 'list' });
  await choose(aFile('people.csv', 'person,action\r\nada@example.com,remove\r\n???,\r\nNobody <x>,\r\n'));
  await expect.poll(() => chosen).toHaveLength(1);
  expect(chosen).toEqual([
    {
      id: 't1',
      name: 'people.csv',
      isGuessed: false,
      list: {
        people: [{ line: 2, kind: 'email', text: 'ada@example.com', action: 'remove' }],
        problems: [expect.objectContaining({ line: 4 })],
      },
    },
  ]);
  expect(frame.getByRole('status').textContent).toBe('');
});

test('takes a file that is dropped, and one only', async () => {
  const { chosen, drop, frame } = await given({ id: 't1', what: 'choose', as: 'list' });
  await drop(aFile('a.csv', 'ada@example.com'), aFile('b.csv', 'ben@example.com'));
  await frame.findByText('Only one file at a time. Choose or drop one.');
  await drop(aFile('a.csv', 'ada@example.com'));
  await expect.poll(() => chosen.map(({ name }) => name)).toEqual(['a.csv']);
  expect(frame.getByRole('status').textContent).toBe('');
});

test.for([
  ['workbook.csv', Uint8Array.of(0x50, 0x4b, 0x03, 0x04), 'This is an Excel workbook. In Excel, save it as “CSV UTF-8'],
  ['people.csv', new Uint8Array(2 * 1024 * 1024 + 1), 'This file is larger than 2 MB.'],
  ['people.csv', '?@?\n'.repeat(2_001), 'More than 2,000 lines of this file don’t name a person.'],
] as const)('says beside the field why it can’t take %s', async ([name, content, sentence]) => {
  const { chosen, choose, frame } = await given({ id: 't1', what: 'choose', as: 'list' });
  await choose(aFile(name, content));
  await expect.poll(() => frame.getByRole('status').textContent).toContain(sentence);
  expect(chosen).toEqual([]);
});

test('gives the text of a file to a page that wants it, unless it is too long for a field', async () => {
  const { chosen, choose, frame } = await given({ id: 't1', what: 'choose', as: 'text' });
  await choose(aFile('customers.csv', 'a'.repeat(100_001)));
  await frame.findByText(/^This list is too long for one time/);
  await choose(aFile('customers.csv', '\u{FEFF}name,email\nAda,ada@example.com\n'));
  await expect.poll(() => chosen).toHaveLength(1);
  expect(chosen).toEqual([
    { id: 't1', name: 'customers.csv', text: 'name,email\nAda,ada@example.com\n', isGuessed: false },
  ]);
});

test('gives the lines of a table to a page that knows what they mean, unless they are too many', async () => {
  const { chosen, choose, frame } = await given({ id: 't1', what: 'choose', as: 'table' });
  await choose(aFile('groups.csv', 'a\n'.repeat(5_001)));
  await frame.findByText(/^This list is too long for one time/);
  await choose(aFile('groups.csv', '\u{FEFF}\r\nspace;group\r\n\r\nDEMO;"a;b"\r\nDEMO;"c\r\n'));
  await expect.poll(() => chosen).toHaveLength(1);
  const table = [{ line: 2, cells: ['space', 'group'] }, { line: 4, cells: ['DEMO', 'a;b'] }, { line: 5 }];
  expect(chosen).toEqual([{ id: 't1', name: 'groups.csv', table, isGuessed: false }]);
});

test('gives a long file as the columns of emails and names, with as many people as a list may have', async () => {
  const { chosen, choose, frame } = await given({ id: 't1', what: 'choose', as: 'text' });
  const note = 'x'.repeat(1_000);
  function rows(count: number) {
    return Array.from({ length: count }, (_, at) => `${note},Person ${String(at)},p${String(at)}@example.com`);
  }
  await choose(aFile('customers.csv', ['Note,Name,Email', ...rows(301)].join('\r\n')));
  await frame.findByText('This file has 301 people and lines that aren’t understood. Up to 300 at a time: split it.');
  await choose(aFile('customers.csv', ['Note,Name,Email', ...rows(300)].join('\r\n')));
  await expect.poll(() => chosen).toHaveLength(1);
  const [choice] = chosen;
  const text = choice !== undefined && 'text' in choice ? choice.text : '';
  expect(text.split('\n').slice(0, 2)).toEqual(['Email,Name,', 'p0@example.com,Person 0,']);
  expect(readPeople(text).lines.flatMap(({ people }) => people)).toHaveLength(300);
});

test('draws a link that saves a text, and the next task in its place', async () => {
  const { frame } = await given({ id: 't1', what: 'download', name: 'members.csv', text: 'a,b' });
  const link = await frame.findByRole('link', { name: 'Download members.csv' });
  expect(link.getAttribute('download')).toBe('members.csv');
  await events.emit(FILE_EVENTS.task, { id: 't2', what: 'choose', as: 'list' });
  await frame.findByLabelText('Choose a file');
  expect(frame.queryByRole('link')).toBeNull();
});

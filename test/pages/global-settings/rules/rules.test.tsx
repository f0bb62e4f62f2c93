import { expect, test } from 'vitest';

import type { GlobalSettingsApi } from '../../../../src/shared/groups/api';
import type { Rules } from '../../../../src/shared/groups/payloads';
import { SpaceId } from '../../../../src/shared/ids';
import { MOST_GROUPS, MOST_LINES } from '../../../../src/shared/limits';
import { account, no, ok } from '../../answers';
import { choose, pick } from '../../people';
import { someRules } from '../answers';
import { openTab } from '../open';

async function openRules(api: Partial<GlobalSettingsApi> = {}) {
  const opened = await openTab('Rules', { readRules: () => ok(someRules()), ...api });
  await opened.screen.findByLabelText('Prefix');
  const { screen, user } = opened;
  async function retype(label: string, text: string) {
    const field = screen.getByLabelText(label);
    await user.clear(field);
    if (text !== '') await user.type(field, text);
  }
  return { ...opened, retype, save: async () => user.click(screen.getByRole('button', { name: 'Save rules' })) };
}

test('shows what an admin of DEMO would get while the pattern is typed', async () => {
  const { screen, retype } = await openRules();
  await screen.findByText('demo-writers');
  await retype('Prefix', 'wiki-');
  await screen.findByText(/No example yet/);
  await retype('Suffix', '.SPACEKEY');
  expect(await screen.findByText('wiki-writers.demo')).toBeDefined();
});

test('says at the field what is wrong with the pattern, and sends nothing', async () => {
  const { screen, retype, save, payloads } = await openRules();
  await retype('Prefix', 'SPACEKEYx');
  await save();
  await screen.findByText('Put a hyphen, underscore, dot or space right after SPACEKEY.');
  // Beside the button: the field may be out of sight.
  await screen.findByText(/Not saved yet/);
  expect(payloads('saveRules')).toEqual([]);
});

test.each([
  ['Most groups per space', ''],
  ['Most groups per space', 'many'],
  ['Longest list', '2.5'],
  ['Longest list', '-1'],
])('%s must be a whole number, not "%s"', async (label, text) => {
  const { screen, retype, save, payloads } = await openRules();
  await retype(label, text);
  await save();
  await screen.findByText('Enter a whole number.');
  expect(payloads('saveRules')).toEqual([]);
});

test('the page names the same limits as the back end', async () => {
  const { screen } = await openRules();
  await screen.findByText(`How many people a space admin can add or remove with one list: 1 to ${String(MOST_LINES)}.`);
  expect(screen.getByText(new RegExp(`can’t create more: 1 to ${String(MOST_GROUPS)}\\.`))).toBeDefined();
});

test('names the only spaces where it works, found by a part of their name', async () => {
  const named = { id: SpaceId.parse('10'), key: 'DEV', name: 'Development' };
  const { screen, user, save, payloads } = await openRules({
    findSpaces: ({ text }) => ok({ spaces: text === 'NOPE' ? [] : [named], more: false }),
    saveRules: ({ rules, version }) => ok({ rules: rules as Rules, spaces: [named], version: version + 1 }),
  });
  await user.click(screen.getByRole('radio', { name: 'Only these spaces' }));
  await screen.findByText('No spaces yet.');
  await user.type(screen.getByRole('combobox', { name: 'Add space' }), 'NOPE');
  await screen.findByText(/No space found/);
  await user.clear(screen.getByRole('combobox', { name: 'Add space' }));
  await user.type(screen.getByRole('combobox', { name: 'Add space' }), 'devel');
  await user.click(await screen.findByRole('option', { name: 'Development (DEV)' }));
  await screen.findByRole('button', { name: 'Remove DEV' });
  // The field is empty again, and has the focus for the next one.
  expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Add space' }));
  await save();
  await expect
    .poll(() => payloads('saveRules').map((payload) => (payload as { rules: Rules }).rules.where))
    .toEqual([{ spaces: 'only', spaceIds: ['10'] }]);
});

test('takes a space off the list, and shows one that can’t be seen by its id', async () => {
  const rules = someRules({ where: { spaces: 'except', spaceIds: [SpaceId.parse('10'), SpaceId.parse('99')] } });
  const spaces = [{ id: SpaceId.parse('10'), key: 'DEV', name: 'Development' }];
  const { screen, user, save, payloads } = await openRules({ readRules: () => ok({ ...rules, spaces }) });
  await screen.findByText('A space that was deleted, or that you can’t see (99)');
  await user.click(screen.getByRole('button', { name: 'Remove DEV' }));
  await save();
  await expect
    .poll(() => payloads('saveRules').map((payload) => (payload as { rules: Rules }).rules.where))
    .toEqual([{ spaces: 'except', spaceIds: ['99'] }]);
});

test('saves every rule with the version that was read, then the next save with the new one', async () => {
  const { screen, user, view, retype, save, payloads } = await openRules({
    saveRules: ({ rules, version }) => ok({ ...someRules({ longestList: rules.longestList }), version: version + 1 }),
  });
  await retype('Prefix', 'wiki-SPACEKEY-');
  await retype('Block list', 'hr-*{Enter}{Enter} board ');
  await user.click(screen.getByRole('checkbox', { name: /Personal spaces/ }));
  await retype('Longest list', '5');
  await pick(user, /Who can read the support report/, 'Ada Author', 'Ben Builder');
  await choose(user, 'Permission that makes a space admin', 'Manage users of the space');
  await save();
  await expect.poll(() => view.flags.map(({ title }) => title)).toEqual(['Rules saved']);
  const rules = {
    pattern: { prefix: 'wiki-SPACEKEY-', suffix: '' },
    blockList: ['hr-*', 'board'],
    personalSpaces: true,
    where: { spaces: 'all' },
    mostGroups: 50,
    longestList: 5,
    supportReaders: ['ada', 'ben'],
    provingOperation: 'manage_users',
  };
  await save();
  await expect
    .poll(() => payloads('saveRules'))
    .toEqual([
      { rules, version: 7 },
      { rules, version: 8 },
    ]);
  expect(payloads('readRules')).toHaveLength(1);
});

test('problems that the back end finds are said at their fields, with the line', async () => {
  const fields = [
    { field: 'rules.blockList.1', message: 'Use visible characters only.' },
    { field: 'rules.longestList', message: 'Enter 2000 or less.' },
  ];
  const { screen, retype, save } = await openRules({ saveRules: () => no({ code: 'INVALID_INPUT', fields }) });
  await retype('Block list', 'hr-*{Enter}{Enter}board');
  await retype('Longest list', '99');
  await save();
  await screen.findByText('Enter 2000 or less.');
  expect(screen.getByText('Line 2: Use visible characters only.')).toBeDefined();
  expect(screen.getByLabelText('Block list')).toHaveProperty('value', 'hr-*\nboard');
  expect(screen.queryByText(/Check the highlighted fields/)).toBeNull();
  expect(screen.getByLabelText('Longest list')).toHaveProperty('value', '99');
});

test('after a conflict the input stays until the page is read again', async () => {
  let reads = 0;
  const { screen, user, retype, save } = await openRules({
    readRules: () => {
      reads += 1;
      return ok({ ...someRules({ longestList: reads === 1 ? 20 : 3 }), version: 6 + reads });
    },
    saveRules: () => no({ code: 'CONFLICT', what: 'settings' }),
  });
  await retype('Longest list', '9');
  await save();
  await screen.findByText(/Another administrator saved/);
  expect(screen.getByLabelText('Longest list')).toHaveProperty('value', '9');
  await user.click(screen.getByRole('button', { name: 'Reload' }));
  await expect.poll(() => screen.queryByLabelText('Longest list')).toHaveProperty('value', '3');
});

test('what is typed survives a look at another tab', async () => {
  const { screen, user, retype, payloads } = await openRules();
  await retype('Suffix', '-x');
  await user.click(screen.getByRole('tab', { name: 'Setup' }));
  await user.click(screen.getByRole('tab', { name: 'Rules' }));
  expect(await screen.findByLabelText('Suffix')).toHaveProperty('value', '-x');
  expect(payloads('readRules')).toHaveLength(1);
});

test('support readers are shown and can be taken away', async () => {
  const { screen, user, save, payloads } = await openRules({
    readRules: () => ok(someRules({ supportReaders: [account('ada')] })),
    saveRules: ({ version }) => ok({ ...someRules(), version }),
  });
  await screen.findByText('Ada Author');
  screen.getByRole('combobox', { name: /Who can read the support report/ }).focus();
  await user.keyboard('{Backspace}');
  await save();
  await expect.poll(() => payloads('saveRules')).toHaveLength(1);
  expect(payloads('saveRules')[0]).toMatchObject({ rules: { supportReaders: [] } });
});

test('says who is a space admin under the permission that is chosen', async () => {
  const { screen, user } = await openRules();
  await screen.findByText(/whom Confluence lets administer a space/);
  await choose(user, 'Permission that makes a space admin', 'Manage users of the space');
  await screen.findByText(/even if a custom role lets them do nothing else/);
  expect(screen.getByText(/sites that use space roles only/)).toBeDefined();
});

test('rules that can’t be read say so and can be read again', async () => {
  const { screen } = await openTab('Rules', {
    readRules: () => no({ code: 'STORAGE_UNAVAILABLE', changed: 'nothing' }),
  });
  await screen.findByText('The app’s storage isn’t responding');
  expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined();
});

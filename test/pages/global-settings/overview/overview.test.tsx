import { within } from '@testing-library/dom';
import { expect, test } from 'vitest';

import { SpaceId } from '../../../../src/shared/ids';
import { account, no, ok } from '../../answers';
import { aPage, aPrivilegedUser, aRequest, healthy } from '../answers';
import { open } from '../open';

test('all is well: names the privileged user in a sentence, and nothing waits', async () => {
  const { screen } = await open({ openGlobalSettings: () => ok(aPage(healthy())) });
  await screen.findByText('Changes are made as');
  await screen.findByText('Sam Siteadmin');
  screen.getByText('Works');
  await screen.findByText('Nothing waits for you.');
  expect(screen.queryByRole('button', { name: 'Check and save' })).toBeNull();
});

test('counts what waits before it says what it is', async () => {
  const { screen } = await open({
    openGlobalSettings: () =>
      ok(
        aPage(
          healthy({
            nominee: aRequest('ben'),
            tokenToRevoke: true,
            leftoverCheckGroups: ['space-steward-check-1', 'space-steward-check-2'],
          }),
        ),
      ),
  });
  await screen.findByRole('heading', { level: 3, name: '3 things wait' });
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Somebody hasn’t answered the request to be the privileged user yet.',
    'The old API token must be revoked by its owner.',
    '2 test groups couldn’t be deleted yet.',
  ]);
});

test('nobody chosen: the banner says so, and nothing is said to be well', async () => {
  const { screen } = await open({ openGlobalSettings: () => ok(aPage(aPrivilegedUser())) });
  await screen.findByText('Choose a privileged user');
  expect(screen.queryByText('Nothing waits for you.')).toBeNull();
  expect(screen.queryByText('Changes are made as')).toBeNull();
});

test('an admin who is asked accepts here; a request to themselves doesn’t count as waiting', async () => {
  const { screen } = await open({
    openGlobalSettings: () => ok(aPage(healthy({ nominee: { ...aRequest('me'), accountId: account('me') } }))),
  });
  await screen.findByRole('button', { name: 'Accept' });
  expect(screen.queryByText(/hasn’t answered the request/)).toBeNull();
});

test('the way to Setup and back keeps the focus', async () => {
  const { screen, user } = await open({ openGlobalSettings: () => ok(aPage(healthy())) });
  await user.click(await screen.findByRole('button', { name: 'Open Setup' }));
  const back = await screen.findByRole('button', { name: 'Back to Overview' });
  expect(screen.getByRole('tab', { name: 'Setup' }).getAttribute('aria-selected')).toBe('true');
  expect(document.activeElement).toBe(back);
  await user.click(back);
  expect(document.activeElement).toBe(await screen.findByRole('button', { name: 'Open Setup' }));
  await user.click(screen.getByRole('tab', { name: 'Setup' }));
  await screen.findByRole('button', { name: 'Check and save' });
  expect(screen.queryByRole('button', { name: 'Back to Overview' })).toBeNull();
});

test('lists of changes that wait are counted among the rest, place by place, each with the way there', async () => {
  const { screen, user } = await open({
    openGlobalSettings: () => ok(aPage(healthy({ tokenToRevoke: true }))),
    readWaiting: () =>
      ok({
        places: [
          { lists: 1 },
          { lists: 2, spaceId: SpaceId.parse('20'), space: { key: 'ENG', name: 'Engineering' } },
          { lists: 1, spaceId: SpaceId.parse('30') },
        ],
      }),
    listGroupRecords: () => ok({ groups: [] }),
  });
  await screen.findByRole('heading', { name: '4 things wait' });
  expect(within(screen.getByRole('list')).getAllByRole('listitem')).toHaveLength(4);
  screen.getByText('2 lists of people wait in Engineering.');
  expect(screen.getByRole('link', { name: /^Open Engineering/ }).getAttribute('href')).toMatch(/\/wiki\/spaces\/ENG$/);
  screen.getByText('1 list of people waits in a space that was deleted, or that you can’t see.');
  screen.getByText('1 list of groups to take over waits.');
  await user.click(screen.getByRole('button', { name: 'Open Groups' }));
  expect(screen.getByRole('tab', { name: 'Groups' }).getAttribute('aria-selected')).toBe('true');
});

test('what waits can’t be read: it says so, and claims nothing', async () => {
  const { screen } = await open({
    openGlobalSettings: () => ok(aPage(healthy())),
    readWaiting: () => no({ code: 'STORAGE_UNAVAILABLE', changed: 'nothing' }),
  });
  await screen.findByText('The app’s storage isn’t responding');
  expect(screen.queryByText('Nothing waits for you.')).toBeNull();
  screen.getByText('Changes are made as');
});

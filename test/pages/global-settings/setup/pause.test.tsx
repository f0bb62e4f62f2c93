import { within } from '@testing-library/dom';
import { expect, test } from 'vitest';

import { account, no, ok } from '../../answers';
import { aPage, healthy } from '../answers';
import { openSetup } from '../open';

const pause = { by: account('ada'), at: '2026-01-08T10:00:00.000Z' };
function paused() {
  return healthy({ version: 5, state: { name: 'paused', accountId: account('sam'), pause }, pause });
}

test('the dialog says what waits; then every tab says who paused and since when, and nothing is checked', async () => {
  const { screen, user, payloads } = await openSetup({
    openGlobalSettings: () => ok(aPage(healthy())),
    pauseChanges: () => ok(paused()),
  });
  await user.click(await screen.findByRole('button', { name: 'Pause all changes' }));
  const dialog = within(await screen.findByRole('dialog'));
  dialog.getByText(/no call as the privileged user/);
  dialog.getByText(/creating customers, by agents, scripts and automation rules/);
  dialog.getByText(/^Lists in progress stop within seconds and wait\..* each waits until somebody resumes it\.$/);
  dialog.getByText(/can still be read/);
  expect(payloads('pauseChanges')).toEqual([]);
  await user.click(dialog.getByRole('button', { name: 'Pause changes' }));
  await screen.findByText('Changes are paused');
  screen.getByText(/Paused on Jan 8, 2026, 10:00 AM UTC by/);
  screen.getByText('Paused');
  expect(payloads('pauseChanges')).toEqual([{ version: 4 }]);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Check now' })).toBeNull();
  await user.click(screen.getByRole('tab', { name: 'Audit' }));
  screen.getByText('Changes are paused');
});

test('resuming says that nothing starts by itself, and ends the banner', async () => {
  const { screen, user, payloads } = await openSetup({
    openGlobalSettings: () => ok(aPage(paused())),
    resumeChanges: () => ok(healthy({ version: 6 })),
  });
  await screen.findByText('Changes are paused');
  await user.click(screen.getByRole('button', { name: 'Resume changes' }));
  const dialog = within(await screen.findByRole('dialog'));
  dialog.getByText(/each list that waits is resumed by itself/);
  await user.click(dialog.getByRole('button', { name: 'Resume changes' }));
  await screen.findByRole('button', { name: 'Pause all changes' });
  expect(screen.queryByText('Changes are paused')).toBeNull();
  screen.getByRole('button', { name: 'Check now' });
  expect(payloads('resumeChanges')).toEqual([{ version: 5 }]);
});

test('a failure is shown in the dialog, and leaving it changes nothing', async () => {
  const { screen, user } = await openSetup({
    openGlobalSettings: () => ok(aPage(healthy())),
    pauseChanges: () => no({ code: 'STORAGE_UNAVAILABLE', changed: 'nothing' }),
  });
  await user.click(await screen.findByRole('button', { name: 'Pause all changes' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Pause changes' }));
  await dialog.findByText(/storage/i);
  await user.click(dialog.getByRole('button', { name: 'Cancel' }));
  expect(screen.queryByText('Changes are paused')).toBeNull();
});

import { within } from '@testing-library/dom';
import { expect, test } from 'vitest';

import type { Check } from '../../../../src/shared/broker/views';
import { account, no, ok } from '../../answers';
import { pick } from '../../people';
import { aPage, aPrivilegedUser, aRequest, CHECKS, healthy } from '../answers';
import { openSetup } from '../open';

const legacy = aPrivilegedUser({ state: { name: 'legacy' }, legacyRecord: true });
const save = { name: 'Check and save' };

function refusedBy(check: Partial<Check>): Check[] {
  return CHECKS.map((passed) => (passed.name === 'writeTest' ? { ...passed, outcome: 'failed', ...check } : passed));
}

test('a choice that passes: every check ticks, the banner goes, and the text says to revoke the token', async () => {
  const { screen, user, view, payloads } = await openSetup({
    openGlobalSettings: () => ok(aPage(legacy)),
    savePrivilegedUser: () => ok({ outcome: 'active', privilegedUser: healthy({ tokenToRevoke: true }) }),
  });
  await pick(user, /Account to act as/, 'Sam Siteadmin');
  await user.click(screen.getByRole('button', save));
  await screen.findByText('Works');
  expect(payloads('savePrivilegedUser')).toEqual([{ accountId: 'sam', version: 3 }]);
  expect(screen.getAllByText('Passed')).toHaveLength(4);
  expect(screen.queryByText(/Token access ended/)).toBeNull();
  expect(screen.getByText('Now revoke the old API token')).toBeDefined();
  expect(view.flags.map(({ title }) => title)).toEqual(['Privileged user saved and working']);
  expect(payloads('openGlobalSettings')).toHaveLength(1);
});

test('a choice that does not pass: says which check, and that nothing was stored', async () => {
  const { screen, user } = await openSetup({
    openGlobalSettings: () => ok(aPage(legacy)),
    savePrivilegedUser: () =>
      ok({ outcome: 'refused', checks: refusedBy({ cause: 'lacksPermission' }), leftoverCheckGroups: [] }),
  });
  await pick(user, /Account to act as/, 'Ben Builder');
  await user.click(screen.getByRole('button', save));
  await screen.findByText('This account can’t be used. Nothing was stored');
  expect(screen.getAllByText(/This account can’t create groups/).length).toBeGreaterThan(0);
  expect(screen.getAllByText('Passed')).toHaveLength(3);
  expect(screen.getByText('Failed')).toBeDefined();
  expect(screen.getByText(/Token access ended/)).toBeDefined();
  expect(screen.getByText('Ben Builder')).toBeDefined();
});

test('an unclear check reads as not checked, not as refused', async () => {
  const { screen, user } = await openSetup({
    savePrivilegedUser: () =>
      ok({
        outcome: 'refused',
        checks: refusedBy({ outcome: 'unclear' }),
        leftoverCheckGroups: ['space-steward-check-9'],
      }),
  });
  await pick(user, /Account to act as/, 'Ben Builder');
  await user.click(screen.getByRole('button', save));
  await screen.findByText('This account couldn’t be checked. Nothing was stored');
  expect(screen.getByText(/space-steward-check-9/)).toBeDefined();
});

test('a choice that needs consent waits for it', async () => {
  const waiting = aPrivilegedUser({ version: 4, state: { name: 'waiting', ...aRequest('sam') } });
  const { screen, user, view } = await openSetup({
    savePrivilegedUser: () => ok({ outcome: 'waiting', privilegedUser: waiting }),
  });
  await pick(user, /Account to act as/, 'Sam Siteadmin');
  await user.click(screen.getByRole('button', save));
  await screen.findByText('Waiting for acceptance');
  expect(view.flags.map(({ title }) => title)).toEqual(['Saved. That person must accept now']);
});

test('replacing a request that waits for an answer is confirmed first', async () => {
  const waiting = aPrivilegedUser({ version: 4, state: { name: 'waiting', ...aRequest('sam') } });
  const { screen, user, payloads } = await openSetup({
    openGlobalSettings: () => ok(aPage(waiting)),
    savePrivilegedUser: () => ok({ outcome: 'waiting', privilegedUser: waiting }),
  });
  await pick(user, /Account to act as/, 'Ben Builder');
  await user.click(screen.getByRole('button', save));
  const first = within(await screen.findByRole('dialog', { name: 'Replace the pending request?' }));
  await first.findByText('Sam Siteadmin');
  await user.click(first.getByRole('button', { name: 'Cancel' }));
  expect(payloads('savePrivilegedUser')).toEqual([]);
  await user.click(screen.getByRole('button', save));
  const again = within(await screen.findByRole('dialog', { name: 'Replace the pending request?' }));
  await user.click(again.getByRole('button', { name: 'Replace request' }));
  await expect.poll(() => payloads('savePrivilegedUser')).toEqual([{ accountId: 'ben', version: 4 }]);
});

test('nothing is sent before somebody is picked', async () => {
  const { screen, user, payloads } = await openSetup();
  await user.click(await screen.findByRole('button', save));
  await screen.findByText('Pick a person first.');
  expect(payloads('savePrivilegedUser')).toEqual([]);
});

test('what another admin saved meanwhile is not overwritten, and can be read', async () => {
  let opened = 0;
  const { screen, user, payloads } = await openSetup({
    openGlobalSettings: () => {
      opened += 1;
      return ok(aPage(opened === 1 ? aPrivilegedUser() : healthy()));
    },
    savePrivilegedUser: () => no({ code: 'CONFLICT', what: 'settings' }),
  });
  await pick(user, /Account to act as/, 'Ben Builder');
  await user.click(screen.getByRole('button', save));
  await screen.findByText(/Another administrator saved since you opened this page\. Nothing was changed/);
  await user.click(screen.getByRole('button', { name: 'Reload' }));
  await screen.findByText('Works');
  expect(screen.getByText('Ben Builder')).toBeDefined();
  await user.click(screen.getByRole('button', save));
  await expect.poll(() => payloads('savePrivilegedUser')).toHaveLength(2);
  expect(payloads('savePrivilegedUser')[1]).toEqual({ accountId: 'ben', version: 4 });
});

test('what the back end finds wrong with the account is said at the field', async () => {
  const fields = [{ field: 'accountId', message: 'Pick a person from the list.' }];
  const { screen, user } = await openSetup({ savePrivilegedUser: () => no({ code: 'INVALID_INPUT', fields }) });
  await pick(user, /Account to act as/, 'Ben Builder');
  await user.click(screen.getByRole('button', save));
  await screen.findByText('Pick a person from the list.');
  expect(screen.queryByText(/Check the highlighted fields/)).toBeNull();
});

test('with the keyboard alone: pick and save', async () => {
  const { screen, user, payloads } = await openSetup({
    savePrivilegedUser: () => ok({ outcome: 'active', privilegedUser: healthy() }),
  });
  await screen.findByRole('button', save);
  const picker = screen.getByRole('combobox', { name: /Account to act as/ });
  for (let presses = 0; document.activeElement !== picker && presses < 20; presses += 1) await user.tab();
  expect(document.activeElement).toBe(picker);
  await user.keyboard('Sam');
  await screen.findByRole('option', { name: 'Sam Siteadmin' });
  await user.keyboard('{Enter}');
  const button = screen.getByRole('button', save);
  for (let presses = 0; document.activeElement !== button && presses < 5; presses += 1) await user.tab();
  await user.keyboard('{Enter}');
  await screen.findByText('Works');
  expect(payloads('savePrivilegedUser')).toEqual([{ accountId: account('sam'), version: 3 }]);
});

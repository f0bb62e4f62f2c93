import { expect, test } from 'vitest';

import type { SupportView } from '../../../../src/shared/broker/views';
import type { GlobalSettingsApi } from '../../../../src/shared/groups/api';
import { ASSUMPTIONS, type SiteCheck } from '../../../../src/shared/groups/site-checks';
import type { SiteChecksView } from '../../../../src/shared/groups/views';
import { SpaceId } from '../../../../src/shared/ids';
import { no, ok } from '../../answers';
import { pick } from '../../people';
import { aPage } from '../answers';
import { open, openSupport } from '../open';

const support: SupportView = {
  isPrivilegedUser: false,
  migration: 'migrated',
  state: 'healthy',
  checks: [],
  counts: { groups: 0, spaces: 0, more: false, unsettled: 0 },
  versions: { app: '1.0.0', environment: 'DEVELOPMENT' },
  report: 'Space Steward support report',
};

function answer(more: SiteCheck[] = []): SiteChecksView {
  const said = new Map(more.map((check) => [check.assumption, check]));
  const checks = ASSUMPTIONS.map(
    (assumption): SiteCheck => said.get(assumption) ?? { assumption, outcome: 'holds', answer: 'as it should' },
  );
  return { at: '2026-03-04T15:06:00.000Z', checks, report: 'Space Steward site checks\n  all of them' };
}

async function openChecks(
  runSiteChecks: GlobalSettingsApi['runSiteChecks'],
  isPrivilegedUser = false,
  more: Partial<GlobalSettingsApi> = {},
) {
  const opened = await openSupport({ readSupport: () => ok({ ...support, isPrivilegedUser }), runSiteChecks, ...more });
  const button = await opened.screen.findByRole('button', { name: 'Run site checks' });
  return { ...opened, button, run: () => opened.user.click(button) };
}

test('the site checks run when they are asked for, not before', async () => {
  const { payloads, screen, run } = await openChecks(() => ok(answer()));
  expect(payloads('runSiteChecks')).toEqual([]);
  await run();
  await screen.findByText(`${String(ASSUMPTIONS.length)} of ${String(ASSUMPTIONS.length)} checks passed`);
  expect(payloads('runSiteChecks')).toEqual([{}]);
  expect(screen.getAllByText('Passed')).toHaveLength(ASSUMPTIONS.length);
  expect((screen.getByLabelText('Report of the site checks') as HTMLTextAreaElement).value).toContain('all of them');
});

test('a point that does not hold is red, and says what the site answered', async () => {
  const { screen, run } = await openChecks(() =>
    ok(answer([{ assumption: 'addAgain', outcome: 'broken', answer: 'NOT_FOUND 404' }])),
  );
  await run();
  await screen.findByText(`1 of ${String(ASSUMPTIONS.length)} checks failed`);
  expect(screen.getAllByText('Failed')).toHaveLength(1);
  expect(screen.getByText('This site answered: NOT_FOUND 404.')).toBeDefined();
});

test('a point that could not be tried says why', async () => {
  const { screen, run } = await openChecks(() =>
    ok(
      answer([
        { assumption: 'provingOperation', outcome: 'notRun', why: 'noSpaceNamed' },
        { assumption: 'impersonation', outcome: 'notRun', why: 'unavailable', answer: 'UPSTREAM_UNAVAILABLE 503' },
      ]),
    ),
  );
  await run();
  await screen.findByText('The others couldn’t be tried this time. Each says why below.');
  expect(screen.getByText('Not tried: name a space that you administer.')).toBeDefined();
  expect(screen.getByText(/Not tried: Atlassian.*again in a few minutes/)).toBeDefined();
});

test('the space is picked and sent by its ID, whatever its key was, and what is wrong with it is told at the field', async () => {
  const moved = { id: SpaceId.parse('20'), key: 'NEW', name: 'Engineering' };
  const { payloads, screen, user, run } = await openChecks(
    () => no({ code: 'INVALID_INPUT', fields: [{ field: 'spaceKey', message: 'Enter a space key, such as DEMO.' }] }),
    false,
    { findSpaces: () => ok({ spaces: [moved], more: false }) },
  );
  await user.type(await screen.findByRole('combobox', { name: 'Space that you administer (optional)' }), 'OLD');
  await user.click(await screen.findByRole('option', { name: /^Engineering \(NEW\)/ }));
  await run();
  expect(await screen.findByText('Enter a space key, such as DEMO.')).toBeDefined();
  expect(payloads('runSiteChecks')).toEqual([{ spaceKey: '20' }]);
});

const MEMBER = /Person to put in and take out/;

test('says that it puts in the person who looks, until they pick somebody else; then it says and sends that', async () => {
  const { payloads, screen, user, run } = await openChecks(() => ok(answer()));
  expect(await screen.findByText(/puts you into it, takes you out and deletes it/)).toBeDefined();
  expect(screen.queryByRole('combobox', { name: MEMBER })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Put somebody else in' }));
  expect(screen.getByText(/puts you into it/)).toBeDefined();
  await pick(user, MEMBER, 'Ben Builder');
  expect(await screen.findByText(/puts the person you pick below into it, takes them out/)).toBeDefined();
  await run();
  await expect.poll(() => payloads('runSiteChecks')).toEqual([{ memberId: 'ben' }]);
  await user.click(screen.getByRole('button', { name: 'Put me in instead' }));
  expect(await screen.findByText(/puts you into it/)).toBeDefined();
  expect(screen.queryByRole('combobox', { name: MEMBER })).toBeNull();
  await run();
  await expect.poll(() => payloads('runSiteChecks')).toEqual([{ memberId: 'ben' }, {}]);
});

test('the privileged user is told that it can’t be them, and may pick somebody', async () => {
  const { payloads, screen, user, run } = await openChecks(() => ok(answer()), true);
  expect(await screen.findByText(/puts the person you pick below into it/)).toBeDefined();
  expect(screen.getByText(/It can’t be you.*Without anybody, seven checks are left out/)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Put somebody else in' })).toBeNull();
  await pick(user, MEMBER, 'Ada Author');
  await run();
  await expect.poll(() => payloads('runSiteChecks')).toEqual([{ memberId: 'ada' }]);
});

test('with the keyboard alone: unfold, pick and run', async () => {
  const { payloads, screen, user, button } = await openChecks(() => ok(answer()));
  screen.getByRole('button', { name: 'Put somebody else in' }).focus();
  await user.keyboard('{Enter}');
  await screen.findByRole('combobox', { name: MEMBER });
  await user.tab();
  expect(document.activeElement).toBe(screen.getByRole('combobox', { name: MEMBER }));
  await user.keyboard('Ben');
  await screen.findByRole('option', { name: 'Ben Builder' });
  await user.keyboard('{Enter}');
  await screen.findByText(/puts the person you pick below into it/);
  for (let presses = 0; document.activeElement !== button && presses < 25; presses += 1) await user.tab();
  expect(document.activeElement).toBe(button);
  await user.keyboard('{Enter}');
  await expect.poll(() => payloads('runSiteChecks')).toEqual([{ memberId: 'ben' }]);
});

test('a person who can’t be put in is told at the field, until another one is picked', async () => {
  const message = 'This account is deactivated. Pick somebody else.';
  const { screen, user, run } = await openChecks(
    () => no({ code: 'INVALID_INPUT', fields: [{ field: 'memberId', message }] }),
    true,
  );
  await pick(user, MEMBER, 'Ben Builder');
  await run();
  expect(await screen.findAllByText(message)).toHaveLength(1);
  await pick(user, MEMBER, 'Ada Author');
  await expect.poll(() => screen.queryByText(message)).toBeNull();
});

test('without a privileged user it says what to do first', async () => {
  const { screen, run } = await openChecks(() => no({ code: 'PRIVILEGED_USER_UNAVAILABLE', cause: 'notConfigured' }));
  await run();
  expect(await screen.findByText('Groups can’t be changed right now')).toBeDefined();
});

test('a support reader is not offered them', async () => {
  const { screen } = await open({
    openGlobalSettings: () => ok(aPage(undefined, { supportReader: true })),
    readSupport: () => ok(support),
  });
  await screen.findByRole('heading', { name: 'Support' });
  expect(screen.queryByRole('button', { name: 'Run site checks' })).toBeNull();
});

import { within } from '@testing-library/dom';
import { expect, test } from 'vitest';

import type { GlobalSettingsApi } from '../../../../src/shared/groups/api';
import { SpaceId } from '../../../../src/shared/ids';
import { no, ok } from '../../answers';
import { pressIn } from '../../people';
import { aRecord } from '../answers';
import { openTab } from '../open';

const UNTIL = '2026-01-08T11:00:00.000Z';
const adopted = aRecord({ origin: 'adopted', deletable: false });
const title = 'Confirm that you’re a site admin';

async function openGroups(api: Partial<GlobalSettingsApi> = {}) {
  return openTab('Groups', {
    listGroupRecords: () => ok({ groups: [adopted] }),
    confirmSiteAdmin: () => ok({ outcome: 'confirmed', until: UNTIL }),
    transferGroup: () => ok(adopted),
    setGroupDeletable: ({ deletable }) => ok({ ...adopted, deletable }),
    ...api,
  });
}
type Opened = Awaited<ReturnType<typeof openGroups>>;

async function question({ screen }: Opened) {
  return within(await screen.findByRole('dialog', { name: title }));
}
async function confirm(opened: Opened) {
  return opened.user.click((await question(opened)).getByRole('button', { name: 'Confirm' }));
}

test('says before what is created and deleted, and creates nothing until that is pressed', async () => {
  const opened = await openGroups();
  const { screen, user, payloads } = opened;
  await user.click(await screen.findByRole('button', { name: title }));
  const dialog = await question(opened);
  dialog.getByText(/creates an empty group as you, named space-steward-check.*deletes it at once.*audit log shows it/);
  expect(payloads('confirmSiteAdmin')).toEqual([]);
  await user.click(dialog.getByRole('button', { name: 'Cancel' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  await user.click(screen.getByRole('button', { name: title }));
  await confirm(opened);
  await screen.findByText(/^You’re confirmed as a site admin until .*2026.*11:00/);
  expect(payloads('confirmSiteAdmin')).toEqual([{}]);
  expect(screen.queryByRole('button', { name: title })).toBeNull();
});

test('a proof that is kept is shown with its end, and nothing is asked', async () => {
  const { screen, user, payloads } = await openGroups({
    listGroupRecords: () => ok({ groups: [adopted], siteAdminUntil: UNTIL }),
  });
  await screen.findByText(/^You’re confirmed as a site admin until/);
  await pressIn(user, /demo-writers/, 'Allow deleting');
  await screen.findByRole('button', { name: 'Forbid deleting' });
  expect(payloads('confirmSiteAdmin')).toEqual([]);
});

test('allowing deletion goes on by itself once it is confirmed', async () => {
  const opened = await openGroups();
  await opened.screen.findByRole('button', { name: title });
  await pressIn(opened.user, /demo-writers/, 'Allow deleting');
  await question(opened);
  expect(opened.payloads('setGroupDeletable')).toEqual([]);
  await confirm(opened);
  await opened.screen.findByRole('button', { name: 'Forbid deleting' });
  expect(opened.payloads('setGroupDeletable')).toEqual([{ groupId: 'g-writers', deletable: true }]);
});

test('a transfer keeps the space that was picked when the proof is over, and goes on once it is confirmed again', async () => {
  let proofs = 0;
  const opened = await openGroups({
    listGroupRecords: () => ok({ groups: [adopted], siteAdminUntil: UNTIL }),
    findSpaces: () => ok({ spaces: [{ id: SpaceId.parse('20'), key: 'ENG', name: 'Engineering' }], more: false }),
    confirmSiteAdmin: () => {
      proofs += 1;
      return ok({ outcome: 'confirmed', until: UNTIL });
    },
    transferGroup: () => (proofs === 0 ? no({ code: 'FORBIDDEN', reason: 'NOT_SITE_ADMIN' }) : ok(adopted)),
  });
  const { screen, user, payloads } = opened;
  await screen.findByText(/^You’re confirmed/);
  await pressIn(user, /demo-writers/, 'Transfer');
  const dialog = within(await screen.findByRole('dialog', { name: /Transfer/ }));
  await user.type(dialog.getByRole('combobox', { name: 'Other space' }), 'Eng');
  await user.click(await dialog.findByRole('option', { name: 'Engineering (ENG)' }));
  await user.click(dialog.getByRole('button', { name: 'Transfer group' }));
  const asked = await question(opened);
  await user.click(asked.getByRole('button', { name: 'Cancel' }));
  const back = within(await screen.findByRole('dialog', { name: /Transfer/ }));
  expect(await back.findByText('Engineering (ENG)')).toBeDefined();
  await user.click(back.getByRole('button', { name: 'Transfer group' }));
  await confirm(opened);
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  expect(payloads('transferGroup').at(-1)).toEqual({ groupId: 'g-writers', spaceKey: '20' });
});

test.each([
  [{ outcome: 'notSiteAdmin' }, 'Atlassian doesn’t let you manage groups', /Ask a site admin/],
  [{ outcome: 'tooOften', retryAfterSeconds: 1 }, 'Try again in 1 second', /Nothing was created/],
  [{ outcome: 'tooOften', retryAfterSeconds: 42 }, 'Try again in 42 seconds', /once a minute/],
  [{ outcome: 'tooOften', retryAfterSeconds: 3300 }, 'Try again in 55 minutes', /five times an hour/],
] as const)('%j is said in the dialog, and what was pressed isn’t done', async (answer, heading, text) => {
  const opened = await openGroups({ confirmSiteAdmin: () => ok(answer) });
  await opened.screen.findByRole('button', { name: title });
  await pressIn(opened.user, /demo-writers/, 'Allow deleting');
  await confirm(opened);
  const dialog = await question(opened);
  await dialog.findByText(heading);
  dialog.getByText(text);
  expect(opened.payloads('setGroupDeletable')).toEqual([]);
});

test('a lost answer is told as that', async () => {
  const opened = await openGroups({ confirmSiteAdmin: () => no({ code: 'UPSTREAM_UNAVAILABLE', changed: 'unknown' }) });
  await opened.user.click(await opened.screen.findByRole('button', { name: title }));
  await confirm(opened);
  expect(await (await question(opened)).findByText(/It’s not known yet whether it took effect/)).toBeDefined();
});

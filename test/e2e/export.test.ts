// Exporting the members of a group, by keyboard: what is shown to be copied.
import { afterAll, beforeAll, expect, test } from 'vitest';

import { readMembers } from '../../static/people-list/read-members';
import type { OpenSandbox } from './harness';
import { focusOn, press } from './keyboard';
import { lookAt } from './looks';
import { openWithWriters, openWriters } from './writers-site';

let opened: OpenSandbox;
beforeAll(async () => {
  opened = await openWithWriters();
  const { model } = opened.sandbox.site;
  const { id } = model.group('demo-writers');
  for (const handle of ['member', 'person-01', 'person-02']) model.addMember(id, opened.accountOf(handle));
});
afterAll(async () => opened.close());

test.for(['light', 'dark'] as const)('the members of a group are exported by keyboard, in %s', async (theme) => {
  const actor = await opened.as('space-admin');
  const { page } = actor;
  await actor.theme(theme);
  await openWriters(actor);
  await press(page, page.getByRole('button', { name: 'More' }));
  await press(page, page.getByRole('button', { name: 'Export', exact: true }));
  await press(page, page.getByRole('button', { name: 'Export 3 members' }));
  const file = page.getByLabel('Members as CSV');
  await expect.poll(focusOn(file)).toBe(true);
  const { people, problems } = readMembers(await file.inputValue());
  expect(problems).toEqual([]);
  expect(people.map(({ text }) => text).toSorted()).toEqual(
    ['member', 'person-01', 'person-02'].map((handle) => opened.accountOf(handle)).toSorted(),
  );
  await lookAt(actor, `export-${theme}`);
  await actor.assertClean();
});

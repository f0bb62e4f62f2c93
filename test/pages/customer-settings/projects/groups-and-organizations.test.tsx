import { expect, test } from 'vitest';

import { no, ok } from '../../answers';
import { choose } from '../../people';
import { ACME, aGroup, aPolicy, GLOBEX, organizationId } from '../answers';
import { openPolicy } from '../open';

function inGroups(...names: string[]) {
  return aPolicy({ creators: { kind: 'groups', groups: names.map(aGroup) } });
}

test('groups are searched by a part of their name, added, and taken away again', async () => {
  const { screen, user, save, payloads } = await openPolicy({
    readCustomerPolicy: () => ok(inGroups('support-leads', 'interns')),
    findJiraGroups: () => ok({ groups: [aGroup('support-leads'), aGroup('support-night')] }),
    saveCustomerPolicy: ({ version }) => ok(aPolicy({}, version)),
  });
  screen.getByText('Groups chosen: support-leads, interns');
  // Enter searches; it does not save.
  await user.type(screen.getByLabelText('Find groups'), ' support{Enter}');
  await user.click(await screen.findByRole('button', { name: 'Add support-night' }));
  expect(screen.queryByRole('button', { name: 'Add support-leads' })).toBeNull();
  await screen.findByText('Every group found is already chosen.');
  await user.click(screen.getByRole('button', { name: 'Remove interns' }));
  await screen.findByText('Groups chosen: support-leads, support-night');
  expect(payloads('findJiraGroups')).toEqual([{ text: 'support' }]);
  expect(payloads('saveCustomerPolicy')).toEqual([]);
  await save();
  await expect.poll(() => payloads('saveCustomerPolicy')).toHaveLength(1);
  expect(payloads('saveCustomerPolicy')[0]).toMatchObject({
    policy: { creators: { kind: 'groups', groups: [aGroup('support-leads'), aGroup('support-night')] } },
  });
});

test('a search that finds nothing says so, and one that fails can be made again', async () => {
  let isDown = true;
  const { screen, user } = await openPolicy({
    readCustomerPolicy: () => ok(inGroups('interns')),
    findJiraGroups: () => (isDown ? no({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' }) : ok({ groups: [] })),
  });
  await user.type(screen.getByLabelText('Find groups'), 'zzz{Enter}');
  await screen.findByText('Jira isn’t responding');
  isDown = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('No group has “zzz” in its name. Try another part of the name.')).toBeDefined();
});

test('what the back end says about the groups is said there', async () => {
  const fields = [{ field: 'policy.creators.groups', message: 'Choose at most 20 groups.' }];
  const { screen, save } = await openPolicy({
    readCustomerPolicy: () => ok(inGroups('interns')),
    saveCustomerPolicy: () => no({ code: 'INVALID_INPUT', fields }),
  });
  await save();
  await screen.findByText('Choose at most 20 groups.');
  expect(screen.queryByText(/Check the highlighted fields/)).toBeNull();
});

test('certain organizations are chosen from those of the project, and a stored one that it lost can be taken away', async () => {
  const gone = { organizationId: organizationId('9'), name: 'Initech' };
  const { screen, user, save, payloads } = await openPolicy({
    readCustomerPolicy: () => ok(aPolicy({ organizations: { kind: 'listed', organizations: [ACME, gone] } })),
    saveCustomerPolicy: ({ version }) => ok(aPolicy({}, version)),
  });
  await choose(user, 'Certain organizations', 'Globex');
  await user.click(screen.getByRole('button', { name: /Remove Initech/ }));
  await save();
  await expect.poll(() => payloads('saveCustomerPolicy')).toHaveLength(1);
  expect(payloads('saveCustomerPolicy')[0]).toMatchObject({
    policy: { organizations: { kind: 'listed', organizations: [ACME, GLOBEX] } },
  });
});

test('a project without organizations says so where some are to be chosen', async () => {
  const { screen, user } = await openPolicy({ readCustomerPolicy: () => ok({ ...aPolicy(), organizations: [] }) });
  await choose(user, 'Organizations that customers can be added to', 'Certain organizations');
  expect(await screen.findByText(/This project has no organizations yet/)).toBeDefined();
});

test('very many organizations are loaded a stretch at a time; what fails can be tried again, and the keyboard goes on in the field', async () => {
  const listed = aPolicy({ organizations: { kind: 'listed', organizations: [ACME] } });
  const far = { organizationId: organizationId('300'), name: 'Far Away Ltd' };
  let isDown = true;
  const { screen, user, save, payloads } = await openPolicy({
    readCustomerPolicy: () => ok({ ...listed, nextOrganizations: 200 }),
    listProjectOrganizations: () =>
      isDown ? no({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' }) : ok({ organizations: [GLOBEX, far] }),
    saveCustomerPolicy: ({ version }) => ok(aPolicy({}, version)),
  });
  screen.getByText('The first 2 are loaded. Searching in the field looks through these only.');
  await user.click(screen.getByRole('button', { name: 'Load more organizations' }));
  await screen.findByRole('button', { name: 'Try again' });
  isDown = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('All 3 organizations are loaded.');
  expect(screen.queryByRole('button', { name: 'Load more organizations' })).toBeNull();
  expect(document.activeElement).toBe(screen.getByLabelText('Certain organizations'));
  await choose(user, 'Certain organizations', 'Far Away Ltd');
  await save();
  await expect.poll(() => payloads('saveCustomerPolicy')).toHaveLength(1);
  expect(payloads('saveCustomerPolicy')[0]).toMatchObject({
    policy: { organizations: { kind: 'listed', organizations: [ACME, far] } },
  });
  expect(payloads('listProjectOrganizations')).toEqual([
    { projectId: '10001', start: 200 },
    { projectId: '10001', start: 200 },
  ]);
});

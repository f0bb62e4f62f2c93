import { within } from '@testing-library/dom';
import { expect, test } from 'vitest';

import { no, ok } from '../../answers';
import { pressIn } from '../../people';
import { aPolicy, aQuota, aRow, projectId, someSettings } from '../answers';
import { open, openPolicy } from '../open';

test('lists the service projects, and whether agents and rules may create customers', async () => {
  const projects = [
    aRow({ enabled: true, rules: true }),
    aRow({ projectId: projectId('2'), key: 'HR', name: 'People', enabled: true }),
    aRow({ projectId: projectId('3'), key: 'IT', name: 'Helpdesk', rules: true }),
  ];
  const { screen } = await open({ openCustomerSettings: () => ok(someSettings({ projects: { projects } })) });
  async function cells(key: string) {
    return within(await screen.findByRole('row', { name: new RegExp(key) }))
      .getAllByRole('cell')
      .map(({ textContent }) => textContent);
  }
  expect(await cells('SUP')).toEqual(['Support', 'SUP', 'On', 'On', 'Open']);
  expect(await cells('HR')).toEqual(['People', 'HR', 'On', 'Off', 'Open']);
  // Rules can do nothing where creating customers is off.
  expect(await cells('IT')).toEqual(['Helpdesk', 'IT', 'Off', 'Off', 'Open']);
});

test('goes through the projects page by page', async () => {
  const { screen, user, payloads } = await open({
    openCustomerSettings: ({ start }) =>
      ok(
        someSettings({
          projects: start === undefined ? { projects: [aRow()], nextStart: 50 } : { projects: [aRow({ key: 'HR' })] },
        }),
      ),
  });
  await user.click(await screen.findByRole('button', { name: 'Next projects' }));
  await screen.findByRole('row', { name: /HR/ });
  await user.click(screen.getByRole('button', { name: 'Previous projects' }));
  await screen.findByRole('row', { name: /SUP/ });
  expect(payloads('openCustomerSettings')).toEqual([{}, { start: 50 }, {}]);
});

test('no service project: says what would be here', async () => {
  const { screen } = await open({ openCustomerSettings: () => ok(someSettings({ projects: { projects: [] } })) });
  await screen.findByRole('heading', { level: 3, name: 'No service projects' });
  expect(screen.queryByRole('table')).toBeNull();
});

test('whoever is no Jira administrator sees nothing but whom to ask', async () => {
  const { screen } = await open({
    openCustomerSettings: () => no({ code: 'FORBIDDEN', reason: 'NOT_JIRA_ADMIN' }),
  });
  await screen.findByText('You can’t use this page');
  screen.getByText(/Ask a Jira administrator/);
  expect(screen.queryByRole('tab')).toBeNull();
});

test('settings that can’t be read say so, and can be read again', async () => {
  let isDown = true;
  const { screen, user } = await open({
    openCustomerSettings: () =>
      isDown ? no({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' }) : ok(someSettings()),
  });
  await screen.findByText('Jira isn’t responding');
  isDown = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('row', { name: /SUP/ })).toBeDefined();
});

test('the way into a project and back keeps the keyboard’s place, and the list knows what was saved', async () => {
  const { screen, user, save, payloads } = await openPolicy({
    saveCustomerPolicy: ({ policy, version }) => ok(aPolicy({ rules: policy.rules }, version + 1)),
  });
  screen.getByRole('heading', { name: 'Customers of Support (SUP)' });
  const back = screen.getByRole('button', { name: 'Back to all projects' });
  expect(document.activeElement).toBe(back);
  await user.click(screen.getByRole('checkbox', { name: 'Automation rules' }));
  await save();
  await expect.poll(() => payloads('saveCustomerPolicy')).toHaveLength(1);
  await user.click(back);
  const row = within(await screen.findByRole('row', { name: /SUP/ }));
  await expect.poll(() => row.queryAllByText('On')).toHaveLength(2);
  expect(document.activeElement).toBe(row.getByRole('button', { name: 'Open' }));
  expect(payloads('openCustomerSettings')).toHaveLength(1);
});

test('the quota of the site: what is used, and when it resets, in the reader’s zone and format', async () => {
  const { screen } = await open({}, { locale: 'de_DE', timezone: 'Europe/Berlin' });
  expect(await screen.findByText(/requested today: 3 of 100\. Resets 29\. Nov\. 2026, 01:00 MEZ\./)).toBeDefined();
});

test('the quota is saved with the version that was read, the next time with the new one, also after a look at a project', async () => {
  const { screen, user, view, payloads } = await open({
    saveSiteQuota: ({ dailyPerSite, version }) => ok(aQuota({ dailyPerSite, version: version + 1 })),
    readCustomerPolicy: () => ok(aPolicy()),
  });
  const field = await screen.findByLabelText('New accounts a day on this site');
  await user.clear(field);
  await user.type(field, '250{Enter}');
  await screen.findByText(/3 of 250/);
  expect(view.flags.map(({ title }) => title)).toEqual(['Daily quota saved']);
  await pressIn(user, /SUP/, 'Open');
  await user.click(await screen.findByRole('button', { name: 'Back to all projects' }));
  await user.click(await screen.findByRole('button', { name: 'Save quota' }));
  await expect
    .poll(() => payloads('saveSiteQuota'))
    .toEqual([
      { dailyPerSite: 250, version: 2 },
      { dailyPerSite: 250, version: 3 },
    ]);
});

test.each(['', 'many', '1.5', '-1'])('the quota must be a whole number, not "%s"', async (text) => {
  const { screen, user, payloads } = await open();
  const field = await screen.findByLabelText('New accounts a day on this site');
  await user.clear(field);
  await user.type(field, `${text}{Enter}`);
  await screen.findByText('Enter a whole number.');
  expect(payloads('saveSiteQuota')).toEqual([]);
});

test('a quota that came second keeps what is typed until it is read again', async () => {
  let reads = 0;
  const { screen, user } = await open({
    openCustomerSettings: () => {
      reads += 1;
      return ok(someSettings({ site: aQuota({ dailyPerSite: reads === 1 ? 100 : 60, version: 1 + reads }) }));
    },
    saveSiteQuota: () => no({ code: 'CONFLICT', what: 'settings' }),
  });
  const field = await screen.findByLabelText('New accounts a day on this site');
  await user.clear(field);
  await user.type(field, '9{Enter}');
  await screen.findByText(/Another administrator saved/);
  expect(field).toHaveProperty('value', '9');
  await user.click(screen.getByRole('button', { name: 'Reload' }));
  await screen.findByText(/3 of 60/);
  expect(screen.queryByText(/Another administrator saved/)).toBeNull();
});

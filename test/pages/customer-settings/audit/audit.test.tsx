import { expect, test } from 'vitest';

import type { AuditCode } from '../../../../src/shared/broker/audit';
import type { CustomerAuditRow } from '../../../../src/shared/customers/views';
import { no, ok } from '../../answers';
import { choose } from '../../people';
import { anEntry, aRow, organizationId, projectId, someSettings } from '../answers';
import { openAudit } from '../open';

async function openWith(row: CustomerAuditRow) {
  return openAudit({ readCustomerAudit: () => ok({ rows: [row] }) });
}

test('an entry says when, who, by which way, what, for whom, where, how it ended and with whose rights', async () => {
  const { screen } = await openWith(anEntry());
  await screen.findByText('Cleo Coder');
  await screen.findByText('Sam Siteadmin');
  screen.getByText('Made as');
  expect(screen.getByRole('row', { name: /Ada Author/ }).textContent).toMatch(
    /Mar 4, 2026, 03:06 PM UTC.*Ada Author.*on the page in the project.*Create customer.*Cleo Coder.*someone at example\.com.*Support \(SUP\).*Done$/,
  );
});

test.each([
  ['rule', 'by an automation rule'],
  ['api', 'by a script'],
] as const)('says that it came by a %s', async (via, text) => {
  const { screen } = await openWith(anEntry({ via }));
  expect(await screen.findByText(text)).toBeDefined();
});

test('a project and an organization that the page does not know are named by their number', async () => {
  const { screen } = await openWith(
    anEntry({ action: 'addToOrganization', projectId: projectId('77'), organizationId: organizationId('5') }),
  );
  await screen.findByText('Project 77');
  screen.getByText('Organization 5');
  expect(screen.getByText('Add to organization')).toBeDefined();
});

test.each([
  ['AGENT_QUOTA_REACHED', 'Had requested as many new accounts that day as one agent can.'],
  ['DOMAIN_DENIED', 'The email domain is denied in this service project.'],
  ['NOT_AGENT', 'Isn’t an agent of the service project.'],
  ['NOT_IN_CUSTOMER_GROUP', 'Isn’t in any of the groups that can create customers in the service project.'],
  ['ACCOUNT_NOT_ELIGIBLE', /can’t be a customer/],
  ['NOT_FOUND', 'The organization, the project or the account wasn’t found.'],
  ['UPSTREAM_UNAVAILABLE', 'Jira didn’t respond.'],
  ['CONFLICT', 'Atlassian says that an account with this email address already exists.'],
  ['INVALID_INPUT', 'Atlassian didn’t accept the email address.'],
  ['REJECTED', 'Atlassian didn’t accept the email address.'],
  ['STORAGE_UNAVAILABLE', 'The app’s storage didn’t respond.'],
  ['SOMETHING_NEW' as AuditCode, /SOMETHING_NEW/],
] as [AuditCode, string | RegExp][])('says why in words about somebody else: %s', async (code, text) => {
  const { screen } = await openWith(anEntry({ outcome: 'refused', code }));
  expect(await screen.findByText(text)).toBeDefined();
});

test('is narrowed down to one project, and offers more projects of a long list', async () => {
  const { screen, user, payloads } = await openAudit({
    openCustomerSettings: ({ start }) =>
      ok(
        someSettings({
          projects:
            start === undefined
              ? { projects: [aRow()], nextStart: 50 }
              : { projects: [aRow({ projectId: projectId('2'), key: 'HR', name: 'People' })] },
        }),
      ),
    readCustomerAudit: ({ projectId: only }) => ok({ rows: only === undefined ? [anEntry()] : [] }),
  });
  await screen.findByRole('row', { name: /Ada Author/ });
  await user.click(screen.getByRole('button', { name: 'Load more projects to filter by' }));
  await choose(user, 'Service project', 'People (HR)');
  await screen.findByText(/No entries match these filters/);
  expect(payloads('readCustomerAudit')).toEqual([{}, { projectId: '2' }]);
  expect(screen.queryByRole('button', { name: 'Load more projects to filter by' })).toBeNull();
});

test('goes to older entries and back', async () => {
  const { screen, user, payloads } = await openAudit({
    readCustomerAudit: ({ before }) =>
      before === undefined
        ? ok({ rows: [anEntry()], next: 'p1' })
        : ok({ rows: [anEntry({ id: 'e0', domain: 'old.example.com' })] }),
  });
  await user.click(await screen.findByRole('button', { name: 'Older' }));
  await screen.findByText('someone at old.example.com');
  await user.click(screen.getByRole('button', { name: 'Newer' }));
  await screen.findByText('someone at example.com');
  expect(payloads('readCustomerAudit')).toEqual([{}, { before: 'p1' }, {}]);
});

test('an audit that can’t be read says so', async () => {
  const { screen } = await openAudit({
    readCustomerAudit: () => no({ code: 'STORAGE_UNAVAILABLE', changed: 'nothing' }),
  });
  await screen.findByText('The app’s storage isn’t responding');
  expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined();
});

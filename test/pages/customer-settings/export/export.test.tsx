import { expect, test } from 'vitest';

import type { ExportPage } from '../../../../src/shared/broker/site-export';
import type { ExportedOfCustomers } from '../../../../src/shared/customers/customer-export';
import { ok } from '../../answers';
import { startFrame } from '../../file-frame/beside';
import { open } from '../open';

const EXPORT_ID = '00000000-0000-4000-8000-000000000001';

test('a Jira administrator gets what is about customers as JSON Lines, and the words about it', async () => {
  const { screen, user, payloads } = await open({
    exportCustomers: ({ from }) =>
      ok<ExportPage<ExportedOfCustomers>>(
        from == null
          ? {
              rows: [{ entity: 'export', key: EXPORT_ID, row: { schema: 1, about: 'customers' } }],
              next: { exportId: EXPORT_ID, entity: 'setting' },
            }
          : { rows: [{ entity: 'setting', key: 'customer-site-quota', row: { content: 9 } }] },
      ),
  });
  await user.click(await screen.findByRole('tab', { name: 'Export' }));
  screen.getByText(/^A file with what this app holds about customers:.* says that you exported it\.$/);
  screen.getByText(/a Confluence administrator exports that/);
  await user.click(screen.getByRole('button', { name: 'Export data' }));
  await screen.findByText('Complete: 1 row.');
  const field = screen.getByLabelText('Data, a JSON object a line') as HTMLTextAreaElement;
  expect(document.activeElement).toBe(field);
  expect(field.value.trimEnd().split('\n')).toHaveLength(3);
  screen.getByText('If nothing is saved, select all of it and copy it into a text file.');
  expect(payloads('exportCustomers')).toEqual([{}, { from: { exportId: EXPORT_ID, entity: 'setting' } }]);
  const { frame } = await startFrame();
  await frame.findByRole('link', { name: /^Download space-steward-customers-\d{4}-\d\d-\d\d\.jsonl$/ });
});

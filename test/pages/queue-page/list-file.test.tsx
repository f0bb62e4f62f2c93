// A list of customers that comes in a file, through the Frame for files.
import { expect, test } from 'vitest';

import { ok } from '../answers';
import { aFile, startFrame } from '../file-frame/beside';
import { aQuota, NEW } from './answers';
import { open } from './open';

test('fills the field, where it can be corrected and is checked', async () => {
  const { screen, user, payloads } = await open({
    previewCustomers: ({ people }) => ok({ people: people.map(() => NEW), quota: aQuota({ left: 99 }) }),
  });
  await screen.findByLabelText('People');
  const { frame } = await startFrame();
  await user.upload(
    await frame.findByLabelText('Choose a file'),
    aFile('customers.csv', '\u{FEFF}name;email\r\nAda Adams;ada@example.com\r\n'),
  );
  await expect.poll(() => screen.getByLabelText<HTMLTextAreaElement>('People').value).toContain('ada@example.com');
  await user.click(screen.getByLabelText('People'));
  await user.keyboard('Ben Builder;ben@example.com');
  await user.click(screen.getByRole('button', { name: 'Check' }));
  await expect
    .poll(() => payloads('previewCustomers'))
    .toMatchObject([{ people: [{ email: 'ada@example.com' }, { email: 'ben@example.com' }] }]);
});

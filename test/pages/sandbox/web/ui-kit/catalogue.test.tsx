// A whole page, loaded as its own module: every modelled component at once, afresh for each test.
import { expect, test, vi } from 'vitest';

import { mountPage } from '../../../../support/mount';

async function open() {
  return mountPage(() => import('../../../../support/fixtures/catalogue'), {
    people: [{ id: 'me', name: 'Sofia Lindgren' }],
  });
}

test('every modelled component is drawn, and none is reported', async () => {
  const view = await open();
  await view.user.click(await view.screen.findByRole('tab', { name: 'Lists' }));
  expect((await view.screen.findAllByText('Sofia Lindgren')).length).toBeGreaterThan(1);
  expect(view.unmodelled).toEqual([]);
});

test('a page starts anew, and saves what was filled in', async () => {
  const { screen, user } = await open();
  await user.click(await screen.findByRole('tab', { name: 'Fields' }));
  expect(screen.getByLabelText<HTMLInputElement>(/^Prefix/).value).toBe('');
  await user.type(screen.getByLabelText(/^Prefix/), 'team');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await vi.waitFor(() => expect(screen.getByText('All of it.')).toBeTruthy());
});

// Being somebody else: the list of people is folded until it is wanted.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { Switcher } from '../../../../../sandbox/web/chrome/switcher';
import { BOOT, showChrome, type ChromeView } from './show-bar';

const ADA = { accountId: 'a', name: 'Ada Nowak', handle: 'ada', email: 'ada@example.com', active: true };
const GIL = { accountId: 'g', name: 'Gil Moreau', handle: 'gil', email: 'gil@example.com', active: true };

let view: ChromeView;
function mountAs(signedIn?: typeof ADA): void {
  const rights = { canUseConfluence: true, canUseJira: true };
  view = showChrome(
    <Switcher boot={{ ...BOOT, cast: [ADA, GIL], ...(signedIn && { signedIn: { ...signedIn, ...rights } }) }} />,
  );
}
beforeEach(() => {
  sessionStorage.clear();
  view = undefined as never;
});
afterEach(() => view.end());

test('it shows who somebody is, and nobody else until it is opened', async () => {
  mountAs(ADA);
  expect(document.body.textContent).toContain('You areAda Nowakada');
  expect(document.body.textContent).not.toContain('Gil Moreau');
  await view.user.click(view.screen.getByRole('button', { name: 'Be somebody else' }));
  expect(view.screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
    'Ada Nowakada',
    'Gil Moreaugil',
  ]);
  expect(document.activeElement).toBe(view.screen.getByLabelText('Search by name'));
});

test('a choice signs in, loads the page again and keeps the focus', async () => {
  mountAs();
  await view.user.click(view.screen.getByRole('button', { name: 'Choose who you are' }));
  await view.user.click(view.screen.getByRole('option', { name: /Gil Moreau/ }));
  await vi.waitFor(() => expect(view.reloads()).toBe(1));
  expect(document.cookie).toContain('sandbox-person=g');
  expect(JSON.parse(sessionStorage.getItem('sandbox-reloaded') ?? '')).toEqual({
    sentence: 'You are Gil Moreau now.',
    focus: 'switcher-button',
  });
});

test('Escape folds the list, and the button has the focus', async () => {
  mountAs(ADA);
  await view.user.click(view.screen.getByRole('button', { name: 'Be somebody else' }));
  await view.user.keyboard('{Escape}');
  expect(view.screen.queryByRole('option')).toBeNull();
  expect(document.activeElement?.textContent).toBe('Be somebody else');
});

import { expect, test } from 'vitest';

import { GlobalSettings } from '../../../static/global-settings/page';
import { anAddressBar } from '../../support/address-bar';
import { ok, people } from '../answers';
import { remember } from '../remember';
import { show } from '../show';
import { aPage, aPrivilegedUser } from './answers';

const API = {
  openGlobalSettings: () => ok(aPage(aPrivilegedUser())),
  readWaiting: () => ok({ places: [] }),
  readFirstRun: () => ok({ steps: [], app: { appId: 'app-1', environmentId: 'environment-1' } }),
  listTakeovers: () => ok({ takeovers: [] }),
};

test('a tab has an address: it opens there, and back leads to the one before', async () => {
  const addressBar = anAddressBar('/setup');
  const { screen, user } = await show(<GlobalSettings />, { people, addressBar, invoke: remember(API).invoke });
  function selected() {
    return screen.getByRole('tab', { selected: true }).textContent;
  }
  await screen.findByRole('tab', { name: 'Setup', selected: true });
  await user.click(screen.getByRole('tab', { name: 'Overview' }));
  await expect.poll(addressBar.path).toBe('/');
  addressBar.back();
  await expect.poll(selected).toBe('Setup');
});

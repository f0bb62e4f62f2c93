// Opens the global page, and a tab of it.
import type { GlobalSettingsApi } from '../../../src/shared/groups/api';
import { GlobalSettings } from '../../../static/global-settings/page';
import { ok, people } from '../answers';
import { remember } from '../remember';
import { show } from '../show';
import { aPage, aPrivilegedUser } from './answers';

export async function open(api: Partial<GlobalSettingsApi> = {}) {
  const { invoke, payloads } = remember<GlobalSettingsApi>({
    openGlobalSettings: () => ok(aPage(aPrivilegedUser())),
    ...api,
  });
  const view = await show(<GlobalSettings />, { people, invoke });
  return { ...view, view, payloads };
}

/** Opens the tab on which the privileged user is chosen. */
export async function openSetup(api: Partial<GlobalSettingsApi> = {}) {
  return openTab('Setup', api);
}

/** Opens the support report and the site checks on the Setup tab. */
export async function openSupport(api: Partial<GlobalSettingsApi>) {
  const opened = await openSetup(api);
  await opened.user.click(await opened.screen.findByRole('button', { name: 'Show support report and site checks' }));
  return opened;
}

export async function openTab(tab: string, api: Partial<GlobalSettingsApi>) {
  const opened = await open(api);
  await opened.user.click(await opened.screen.findByRole('tab', { name: tab }));
  return opened;
}

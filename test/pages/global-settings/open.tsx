// Opens the global page, and a tab of it.
import type { GlobalSettingsApi } from '../../../src/shared/groups/api';
import { GlobalSettings } from '../../../static/global-settings/page';
import { LaterContext, type Later } from '../../../static/hooks/later';
import { ok, people } from '../answers';
import { remember } from '../remember';
import { show } from '../show';
import { aPage, aPrivilegedUser } from './answers';

/** `later`: the clock of what the page does by itself. */
export async function open(api: Partial<GlobalSettingsApi> = {}, later: Later = neverLater) {
  const { invoke, payloads } = remember<GlobalSettingsApi>({
    openGlobalSettings: () => ok(aPage(aPrivilegedUser())),
    // Nothing is left to set up.
    readWaiting: () => ok({ places: [] }),
    readFirstRun: () => ok({ steps: [], app: { appId: 'app-1', environmentId: 'environment-1' } }),
    listTakeovers: () => ok({ takeovers: [] }),
    ...api,
  });
  const page = <GlobalSettings />;
  const view = await show(<LaterContext.Provider value={later}>{page}</LaterContext.Provider>, { people, invoke });
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

export async function openTab(tab: string, api: Partial<GlobalSettingsApi>, later?: Later) {
  const opened = await open(api, later);
  await opened.user.click(await opened.screen.findByRole('tab', { name: tab }));
  return opened;
}

function neverLater() {
  return () => undefined;
}

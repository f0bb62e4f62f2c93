// Opens the part of the global page that takes groups over.
import type { GlobalSettingsApi } from '../../../../src/shared/groups/api';
import type { FoundGroup } from '../../../../src/shared/groups/takeovers';
import type { Later } from '../../../../static/hooks/later';
import { ok } from '../../answers';
import { openTab } from '../open';

const UNTIL = '2026-01-08T11:00:00.000Z';

/** A site admin who has confirmed it opens the tab. */
export async function openTakeOver(api: Partial<GlobalSettingsApi> = {}, later?: Later) {
  const defaults: Partial<GlobalSettingsApi> = {
    listGroupRecords: () => ok({ groups: [], siteAdminUntil: UNTIL }),
    confirmSiteAdmin: () => ok({ outcome: 'confirmed', until: UNTIL }),
  };
  return openTab('Groups', { ...defaults, ...api }, later);
}

/** The same, with groups that were found by the pattern. */
export async function openPlan(groups: FoundGroup[], api: Partial<GlobalSettingsApi> = {}) {
  const opened = await openTakeOver({ findGroups: () => ok({ groups, lookedAt: groups.length }), ...api });
  await opened.user.click(await opened.screen.findByRole('button', { name: 'Find groups that match the pattern' }));
  await opened.screen.findByRole('button', { name: 'Start over' });
  return opened;
}

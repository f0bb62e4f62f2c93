// Opens a group with a change of many people on it.
import type { SpaceSettingsApi } from '../../../../src/shared/groups/api';
import type { ChangeView } from '../../../../src/shared/groups/changes';
import { ok } from '../../answers';
import { manualLater } from '../../manual-later';
import { aGroupView } from '../answers';
import { openGroup } from '../groups/open-group';
import { aRow } from './a-change';

export type Api = Partial<SpaceSettingsApi>;

/** Opens a group whose change isn't finished. */
export async function openChange(change: ChangeView, api: Api = {}) {
  const time = manualLater();
  const opened = await openGroup(
    aGroupView(),
    {
      listChanges: () => ok({ changes: [aRow(change)] }),
      readChangeLines: () => ok({ change, lines: [] }),
      listMembers: () => ok({ accountIds: [], start: 0, total: 0 }),
      ...api,
    },
    { later: time.later },
  );
  return { ...opened, time };
}

/** Plans to remove everyone, which needs no list. */
export async function openPlan(plan: ChangeView, api: Api = {}) {
  const time = manualLater();
  const opened = await openGroup(
    aGroupView(['ada']),
    {
      planPeople: () => ok(plan),
      cancelChange: () => ok({ ...plan, state: 'cancelled' }),
      listMembers: () => ok({ accountIds: [], start: 0, total: 0 }),
      ...api,
    },
    { later: time.later },
  );
  const { screen, user } = opened;
  await user.click(screen.getByRole('button', { name: 'Show: Other ways' }));
  await user.click(await screen.findByRole('button', { name: 'Remove everyone…' }));
  return { ...opened, time };
}

import type { SpaceSettingsApi } from '../../../../src/shared/groups/api';
import type { GroupView, PersonOutcome, SpaceSettingsView } from '../../../../src/shared/groups/views';
import { SpaceSettings } from '../../../../static/space-settings/page';
import { account, ok, people } from '../../answers';
import { show } from '../../show';
import { aGroup, aSpace, serve } from '../answers';

/** Opens the space page, and one group on it. */
export async function openGroup(
  group: GroupView,
  api: Partial<SpaceSettingsApi> = {},
  space: Partial<SpaceSettingsView> = {},
) {
  const asked: Record<string, unknown[]> = {};
  const answer = serve({
    openSpaceSettings: () => ok(aSpace({ groups: { groups: [aGroup()] }, ...space })),
    openGroup: () => ok(group),
    ...api,
  });
  const view = await show(<SpaceSettings />, {
    people,
    invoke: (key, payload) => {
      (asked[key] ??= []).push(payload);
      return answer(key, payload);
    },
  });
  await view.user.click(await view.screen.findByRole('button', { name: 'Open' }));
  await view.screen.findByRole('heading', { level: 3, name: 'Members' });
  return { ...view, asked };
}

/** What became of several people. */
export function outcomes(...list: [string, PersonOutcome['outcome'], Partial<PersonOutcome>?][]): PersonOutcome[] {
  return list.map(([id, outcome, more]) => ({ accountId: account(id), outcome, ...more }));
}

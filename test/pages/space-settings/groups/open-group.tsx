import type { SpaceSettingsApi } from '../../../../src/shared/groups/api';
import type { GroupView, PersonOutcome, SpaceSettingsView } from '../../../../src/shared/groups/views';
import { LaterContext, type Later } from '../../../../static/hooks/later';
import { SpaceSettings } from '../../../../static/space-settings/page';
import { account, ok, people } from '../../answers';
import { pressIn } from '../../people';
import { show } from '../../show';
import { aGroup, aSpace, serve } from '../answers';

/** Opens the space page, and one group on it. */
export async function openGroup(
  group: GroupView,
  api: Partial<SpaceSettingsApi> = {},
  { later, ...space }: Partial<SpaceSettingsView> & { later?: Later } = {},
) {
  const asked: Record<string, unknown[]> = {};
  const answer = serve({
    openSpaceSettings: () => ok(aSpace({ groups: { groups: [aGroup()] }, ...space })),
    openGroup: () => ok(group),
    ...api,
  });
  const page = <SpaceSettings />;
  const view = await show(
    later === undefined ? page : <LaterContext.Provider value={later}>{page}</LaterContext.Provider>,
    {
      people,
      invoke: (key, payload) => {
        (asked[key] ??= []).push(payload);
        return answer(key, payload);
      },
    },
  );
  await pressIn(view.user, new RegExp(group.group.groupName), group.group.groupName);
  await view.screen.findByRole('heading', { level: 3, name: 'Members' });
  return { ...view, asked };
}

/** What became of several people. */
export function outcomes(...list: [string, PersonOutcome['outcome'], Partial<PersonOutcome>?][]): PersonOutcome[] {
  return list.map(([id, outcome, more]) => ({ accountId: account(id), outcome, ...more }));
}

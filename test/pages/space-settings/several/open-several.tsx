// The space page with a list for several groups, and the plans that are made of it.
import type { SpaceSettingsApi } from '../../../../src/shared/groups/api';
import type { ChangeView } from '../../../../src/shared/groups/changes';
import { SpaceSettings } from '../../../../static/space-settings/page';
import { ok, people } from '../../answers';
import { remember } from '../../remember';
import { show } from '../../show';
import { aGroup, anotherGroup, aSpace } from '../answers';
import { aChange } from '../changes/a-change';
import { found, resolves } from '../lists/open-list';

export const ADA = 'ada@example.com';
export const BEN = 'ben@example.com';
export const GROUPS = [aGroup(), anotherGroup];
export const LIST = `email,group,action\n${ADA},demo-writers,\n${BEN},demo-readers,remove\n${ADA},demo-readers,\ncleo@example.com,qa,`;

export type Api = Partial<SpaceSettingsApi>;

/** A plan for one of both groups. */
export function planFor(groupId: string, more: Parameters<typeof aChange>[0] = {}): ChangeView {
  const group = groupId === 'g-writers' ? aGroup() : anotherGroup;
  return aChange({ changeId: `c-${groupId}`, groups: [group], planned: { add: 1 }, ...more });
}

async function openSpace(api: Api = {}) {
  const { invoke, payloads } = remember<SpaceSettingsApi>({
    openSpaceSettings: () => ok(aSpace({ groups: { groups: GROUPS }, longestList: 1000 })),
    listGroups: () => ok({ groups: GROUPS }),
    listChanges: () => ok({ changes: [] }),
    countMembers: () => ok({ groups: [] }),
    readSpaceRoles: () => ok({}),
    resolvePeople: resolves({ [ADA]: found('ada'), [BEN]: found('ben') }, { emails: 'lookedUp' }),
    planPeople: ({ groupId }) => ok(planFor(groupId)),
    applyChange: ({ changeId }) =>
      ok(planFor(changeId.slice(2), { state: 'done', version: 3, done: { added: 1 }, mayUndo: true })),
    ...api,
  });
  const view = await show(<SpaceSettings />, { people, invoke });
  return { ...view, payloads };
}

/** Opens the space, and has the people of a list found. */
export async function bring(text: string, api: Api = {}) {
  const opened = await openSpace(api);
  const { screen, user } = opened;
  await user.click(await screen.findByRole('button', { name: 'Bring a list' }));
  await user.click(await screen.findByLabelText('People'));
  await user.paste(text);
  await user.click(screen.getByRole('button', { name: 'Find people' }));
  return opened;
}

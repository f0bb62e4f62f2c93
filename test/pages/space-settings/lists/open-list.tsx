// Opens a group, and brings a list of people to it.
import type { SpaceSettingsApi } from '../../../../src/shared/groups/api';
import type { LineVerdict, ListedPerson, ResolvedPeople } from '../../../../src/shared/groups/lists';
import type { SpaceSettingsView } from '../../../../src/shared/groups/views';
import { account, ok } from '../../answers';
import { choose } from '../../people';
import { aGroupView } from '../answers';
import { openGroup } from '../groups/open-group';

type Api = Partial<SpaceSettingsApi>;

/** Pastes a list into a group's page, chooses what to do with it, and has its people found. */
export async function bringList(
  text: string,
  api: Api,
  { effect, ...space }: Partial<SpaceSettingsView> & { effect?: string } = {},
) {
  const opened = await openGroup(aGroupView(), api, { longestList: 1000, ...space });
  const { screen, user } = opened;
  await user.click(screen.getByRole('button', { name: 'Bring a list' }));
  await user.click(await screen.findByLabelText('People'));
  await user.paste(text);
  if (effect !== undefined) await choose(user, 'What to do', effect);
  await user.click(screen.getByRole('button', { name: 'Find people' }));
  return opened;
}

/** Answers each line by its text; whom the table doesn't name isn't found. */
export function resolves(table: Record<string, LineVerdict>, more: Partial<ResolvedPeople> = {}) {
  return ({ people }: { people: { line: number; text: string; kind: ListedPerson['kind'] }[] }) =>
    ok({
      people: people.map(({ line, text }) => ({ line, verdict: table[text] ?? ({ is: 'none' } as const) })),
      ...more,
    });
}

export function found(id: string): LineVerdict {
  return { is: 'found', accountId: account(id) };
}

export function suggested(id: string): LineVerdict {
  return { is: 'confirm', accountId: account(id), how: 'suggested' };
}

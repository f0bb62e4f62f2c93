// The list of groups while all changes are paused.
import { describe, expect, test } from 'vitest';

import type { SpaceSettingsApi } from '../../../../src/shared/groups/api';
import type { ChangeRow } from '../../../../src/shared/groups/changes';
import type { Manage } from '../../../../src/shared/groups/views';
import { SpaceSettings } from '../../../../static/space-settings/page';
import { account, no, ok, people } from '../../answers';
import { remember } from '../../remember';
import { show } from '../../show';
import { aGroup, aSpace } from '../answers';
import { aRow } from './a-change';

const PAUSED: Manage = {
  allowed: false,
  reason: 'paused',
  pause: { by: account('ada'), at: '2026-01-08T10:00:00.000Z' },
};
const WAITING = aRow({ state: 'waiting', why: 'PAUSED' });

async function open(listChanges: SpaceSettingsApi['listChanges'], manage = PAUSED) {
  const { invoke, payloads } = remember<SpaceSettingsApi>({
    openSpaceSettings: () => ok(aSpace({ manage, groups: { groups: [aGroup()] } })),
    countMembers: () => ok({ groups: [] }),
    listChanges,
  });
  const view = await show(<SpaceSettings />, { people, invoke });
  await view.screen.findByRole('button', { name: 'demo-writers' });
  return { ...view, payloads };
}

function listed(changes: ChangeRow[]): SpaceSettingsApi['listChanges'] {
  return () => ok({ changes });
}

describe('while changes are paused', () => {
  test('says that a list of the space waits, and what to do afterwards', async () => {
    const { screen } = await open(listed([WAITING, aRow({ changeId: 'c-2', state: 'done' })]));
    const text = '1 list of this space waits. After changes are resumed, resume the list, too.';
    expect(await screen.findByText(text)).toBeDefined();
  });

  test('counts those that wait because of the pause, and no others', async () => {
    const others = (['planned', 'stopped', 'cancelled'] as const).map((state) => aRow({ changeId: state, state }));
    const quota = aRow({ changeId: 'c-3', state: 'waiting', why: 'POINTS_SPENT' });
    const { screen } = await open(listed([WAITING, ...others, quota, aRow({ ...WAITING, changeId: 'c-4' })]));
    const text = '2 lists of this space wait. After changes are resumed, resume each list, too.';
    expect(await screen.findByText(text)).toBeDefined();
  });

  test.each([
    { if: 'none waits', answer: listed([aRow({ state: 'done' })]) },
    { if: 'nobody knows', answer: () => no({ code: 'STORAGE_UNAVAILABLE', changed: 'nothing' }) },
  ])('says nothing if $if', async ({ answer }) => {
    const { screen, payloads } = await open(answer);
    await expect.poll(() => payloads('listChanges')).toEqual([{}]);
    expect(screen.queryByText(/of this space wait/)).toBeNull();
  });
});

test('the lists of the space aren’t asked for while changes can be made', async () => {
  const { screen, payloads } = await open(listed([WAITING]), { allowed: true });
  expect(screen.queryByText(/of this space wait/)).toBeNull();
  expect(payloads('listChanges')).toEqual([]);
});

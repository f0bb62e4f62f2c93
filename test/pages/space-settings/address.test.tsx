import { describe, expect, test } from 'vitest';

import type { SpaceSettingsApi } from '../../../src/shared/groups/api';
import { SpaceSettings } from '../../../static/space-settings/page';
import { anAddressBar } from '../../support/address-bar';
import { ok, people } from '../answers';
import { show } from '../show';
import { aGroup, aGroupView, anotherGroup, aSpace, serve } from './answers';
import { aChange, aRow } from './changes/a-change';

const change = aChange({ state: 'done', done: { added: 2 } });
const { changeId } = change;

async function openAt(path: string | undefined, api: Partial<SpaceSettingsApi> = {}) {
  const addressBar = anAddressBar(path);
  const invoke = serve({
    openSpaceSettings: () => ok(aSpace({ groups: { groups: [aGroup(), anotherGroup] } })),
    openGroup: () => ok(aGroupView()),
    listChanges: () => ok({ changes: [aRow({ state: 'done' })] }),
    readChangeLines: () => ok({ change, lines: [] }),
    ...api,
  });
  return {
    addressBar,
    ...(await show(<SpaceSettings />, { people, invoke, ...(path !== undefined && { addressBar }) })),
  };
}

describe('where the module gets a history', () => {
  test('a group has an address: back leads to its button in the list, and forward to the group', async () => {
    const { screen, user, addressBar } = await openAt('/');
    await user.click(await screen.findByRole('button', { name: 'demo-writers' }));
    await screen.findByRole('heading', { name: 'demo-writers' });
    await expect.poll(addressBar.path).toBe('/groups/g-writers');
    addressBar.back();
    const inList = await screen.findByRole('button', { name: 'demo-writers' });
    await expect.poll(() => document.activeElement).toBe(inList);
    addressBar.forward();
    const back = await screen.findByRole('button', { name: 'Back to all groups' });
    await expect.poll(() => document.activeElement).toBe(back);
    await user.click(back);
    await screen.findByRole('button', { name: 'demo-readers' });
    await expect.poll(addressBar.path).toBe('/');
  });

  test('a change has an address within its group, and closing it leads to the group', async () => {
    const { screen, user, addressBar } = await openAt(`/groups/g-writers/changes/${changeId}`);
    await screen.findByRole('heading', { name: 'Done: 2 added' });
    await user.click(screen.getByRole('button', { name: 'Done' }));
    await expect.poll(addressBar.path).toBe('/groups/g-writers');
    const ways = await screen.findByRole('button', { name: 'Bring a list' });
    await expect.poll(() => document.activeElement).toBe(ways);
    addressBar.back();
    await screen.findByRole('heading', { name: 'Done: 2 added' });
  });

  test('a group that the list doesn’t hold yet is opened by its address', async () => {
    const asked: unknown[] = [];
    const { screen } = await openAt('/groups/g-other', {
      openGroup: (payload) => {
        asked.push(payload);
        return ok(aGroupView([], { group: aGroup({ groupName: 'demo-other' }) }));
      },
    });
    await screen.findByRole('heading', { name: 'demo-other' });
    expect(asked).toEqual([{ groupId: 'g-other' }]);
  });

  test('a change of one person has an address on the People tab', async () => {
    const { screen, user, addressBar } = await openAt(`/people/changes/${changeId}`);
    await screen.findByRole('heading', { name: 'Done: 2 added' });
    await user.click(screen.getByRole('button', { name: 'Done' }));
    await screen.findByRole('combobox', { name: /Person/ });
    await expect.poll(addressBar.path).toBe('/people');
  });

  test('a tab has an address, and back leads to the one before', async () => {
    const { screen, user, addressBar } = await openAt('/');
    await user.click(await screen.findByRole('tab', { name: 'People' }));
    await expect.poll(addressBar.path).toBe('/people');
    addressBar.back();
    await screen.findByRole('button', { name: 'demo-writers' });
    expect(screen.getByRole('tab', { name: 'Groups' }).getAttribute('aria-selected')).toBe('true');
  });

  test.each(['/nothing', '/groups/g/changes/', '/people/../audit/x', '/groups/%2e%2e'])(
    'an address that names nothing opens the first tab: %s',
    async (path) => {
      const { screen } = await openAt(path);
      expect(await screen.findByRole('button', { name: 'demo-writers' })).toBeDefined();
    },
  );
});

test('where the module gets no history, groups and tabs open all the same', async () => {
  const { screen, user } = await openAt(undefined);
  await user.click(await screen.findByRole('button', { name: 'demo-writers' }));
  await screen.findByRole('heading', { name: 'demo-writers' });
  await user.click(screen.getByRole('tab', { name: 'People' }));
  await screen.findByRole('combobox', { name: /Person/ });
  await user.click(screen.getByRole('tab', { name: 'Groups' }));
  const inList = await screen.findByRole('button', { name: 'demo-writers' });
  expect(inList).toBeDefined();
});

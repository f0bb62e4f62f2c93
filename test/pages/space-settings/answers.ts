// What the back end answers to the space page in these tests, typed by the contract.
import type { SpaceSettingsApi } from '../../../src/shared/groups/api';
import type { GroupView, ListedGroup, SpaceSettingsView } from '../../../src/shared/groups/views';
import { GroupId, SpaceId } from '../../../src/shared/ids';
import { account, ok } from '../answers';

const ME = account('me');

export const anotherGroup = aGroup({ groupId: groupId('g-readers'), groupName: 'demo-readers' });

export function aGroup(more: Partial<ListedGroup> = {}): ListedGroup {
  return {
    groupId: groupId('g-writers'),
    groupName: 'demo-writers',
    origin: 'created',
    deletable: true,
    grantsProductAccess: false,
    recordedBy: ME,
    recordedAt: '2026-01-05T10:00:00.000Z',
    changedAt: '2026-01-05T10:00:00.000Z',
    ...more,
  };
}

export function aSpace(more: Partial<SpaceSettingsView> = {}): SpaceSettingsView {
  return {
    accountId: ME,
    space: { id: SpaceId.parse('100'), key: 'DEMO', name: 'Demo space', personal: false },
    manage: { allowed: true },
    mayCreate: true,
    pattern: { prefix: 'SPACEKEY-', suffix: '' },
    longestList: 25,
    groups: { groups: [] },
    ...more,
  };
}

/** A group on show, with these members on its first page. */
export function aGroupView(members: string[] = [], more: Partial<GroupView> = {}): GroupView {
  return {
    group: aGroup(),
    callerIsMember: members.includes('me'),
    members: { accountIds: members.map(account), start: 0, total: members.length },
    ...more,
  };
}

/** Answers calls from a table; a call that the test does not expect is rejected. A space has no lists, its site has no roles, its groups may be changed, and none is counted, unless the test says so. */
export function serve(table: Partial<SpaceSettingsApi>) {
  const all = {
    listChanges: () => ok({ changes: [] }),
    countMembers: () => ok({ groups: [] }),
    readSpaceRoles: () => ok({}),
    mayChangeGroup: () => ok({}),
    ...table,
  };
  return (key: string, payload: unknown): unknown => {
    const answer = (all as Record<string, ((payload: unknown) => unknown) | undefined>)[key];
    if (answer === undefined) throw new Error(`The test expects no call of ${key}.`);
    return answer(payload);
  };
}

function groupId(text: string): GroupId {
  return GroupId.parse(text);
}

// What the back end answers to the global page in these tests, typed by the contract.
import type { Check, GlobalSettingsView, PrivilegedUserView } from '../../../src/shared/broker/views';
import type { RulesView, SiteGroupRow } from '../../../src/shared/groups/views';
import { GroupId, SpaceId } from '../../../src/shared/ids';
import { account } from '../answers';

export const CHECKS: Check[] = [
  { name: 'account', outcome: 'passed' },
  { name: 'impersonation', outcome: 'passed' },
  { name: 'siteAdminGroup', outcome: 'passed' },
  { name: 'writeTest', outcome: 'passed' },
];

/** Nobody chosen, nothing stored, unless told otherwise. */
export function aPrivilegedUser(more: Partial<PrivilegedUserView> = {}): PrivilegedUserView {
  return {
    version: 3,
    state: { name: 'notConfigured' },
    legacyRecord: false,
    checks: [],
    leftoverCheckGroups: [],
    ...more,
  };
}

/** Sam, chosen by Ada, works. */
export function healthy(more: Partial<PrivilegedUserView> = {}): PrivilegedUserView {
  return aPrivilegedUser({
    version: 4,
    state: { name: 'healthy', accountId: account('sam') },
    setBy: account('ada'),
    setAt: '2026-01-05T10:00:00.000Z',
    checks: CHECKS,
    checkedAt: '2026-01-06T10:00:00.000Z',
    ...more,
  });
}

/** Ada asks `accountId` to be the privileged user. */
export function aRequest(accountId: string) {
  return {
    accountId: account(accountId),
    nominatedBy: account('ada'),
    nominatedAt: '2026-01-07T10:00:00.000Z',
  };
}

/** A Confluence admin's view, unless other roles are given. */
export function aPage(
  privilegedUser?: PrivilegedUserView,
  roles: Partial<GlobalSettingsView['roles']> = { confluenceAdmin: true },
): GlobalSettingsView {
  return {
    accountId: account('me'),
    roles: { confluenceAdmin: false, supportReader: false, nominee: false, ...roles },
    ...(privilegedUser === undefined ? {} : { privilegedUser }),
  };
}

export function someRules(more: Partial<RulesView['rules']> = {}): RulesView {
  return {
    version: 7,
    spaces: [],
    rules: {
      pattern: { prefix: 'SPACEKEY-', suffix: '' },
      blockList: ['hr-*', 'board'],
      personalSpaces: false,
      where: { spaces: 'all' },
      mostGroups: 50,
      longestList: 20,
      supportReaders: [],
      provingOperation: 'administer',
      ...more,
    },
  };
}

export function aRecord(more: Partial<SiteGroupRow> = {}): SiteGroupRow {
  return {
    groupId: GroupId.parse('g-writers'),
    groupName: 'demo-writers',
    origin: 'created',
    deletable: true,
    grantsProductAccess: false,
    recordedBy: account('ada'),
    recordedAt: '2026-01-05T10:00:00.000Z',
    spaceId: SpaceId.parse('100'),
    space: { key: 'DEMO', name: 'Demo space' },
    ...more,
  };
}

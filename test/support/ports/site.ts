// The state of a small site that the fakes of directory, readers and writer share.
import type { AccountFacts, GroupFacts } from '../../../src/broker/facts';
import type { ImpersonationResult } from '../../../src/broker/ports';
import type { SpaceOperation } from '../../../src/groups/confluence-ports';
import type { ProvedSpace } from '../../../src/groups/facts';
import type { EmailMatches } from '../../../src/groups/lists/ports';
import type { SpaceRole } from '../../../src/shared/groups/views';
import type { AccountId, GroupId } from '../../../src/shared/ids';
import { aGroup, aGroupId, ann, anAccount, aSpace, bob, boss, cy, fails, hrId } from './builders';

/** Groups by what membership gives. An empty set is one that Confluence does not show. */
interface AccessSets {
  admin: ReadonlySet<GroupId>;
  siteAdmin: ReadonlySet<GroupId>;
  productAccess: ReadonlySet<GroupId>;
}

export interface Site {
  /** Who calls the app now. */
  caller: AccountId | undefined;
  confluenceAdmins: Set<AccountId>;
  /** Who may manage groups, whatever groups they are in. */
  siteAdmins: Set<AccountId>;
  accounts: Map<AccountId, AccountFacts>;
  /** By account. Whoever has none isn't found by one. */
  names: Map<AccountId, string>;
  /** The caller may search people in Jira; or the app isn't connected to it. */
  jiraSearch: 'yes' | 'mayNotSearch' | 'jiraNotConnected';
  /** By email in lower case. */
  emails: Map<string, EmailMatches>;
  groups: Map<GroupId, GroupFacts>;
  members: Map<GroupId, Set<AccountId>>;
  spaces: ProvedSpace[];
  /** What the caller may do, by space id. */
  operations: Map<string, SpaceOperation[]>;
  access: AccessSets;
  /** Absent: the site has no roles. */
  spaceRoles: SpaceRole[] | undefined;
  roleAssignments: { groupId: GroupId; roleId: string }[];
  /** Permissions of groups in a space, on a site without roles. */
  permissions: { groupId: GroupId; permission: string }[];
  /** What acting as somebody shows; acting as anybody else works. */
  impersonation: Map<AccountId, ImpersonationResult>;
  /** Reading the site-admin group as somebody is not possible. */
  siteAdminGroupUnreadable: boolean;
  groupsAPage: number;
  /** Groups that Confluence shows to the privileged user and not to the caller. */
  hiddenFromCaller: Set<string>;
  has(group: GroupFacts, ...members: AccountId[]): GroupFacts;
  /** As whom Atlassian acts in no call at all. */
  unusable: Set<AccountId>;
  /** Fails with PRIVILEGED_USER_UNAVAILABLE for those. */
  actAs(accountId: AccountId): void;
  /** Confluence's search minds the case of names; a name in use, in any case, can't be given again. No document says either. */
  searchMindsCase: boolean;
  namesMindCase: boolean;
  /** What the invocation has spent, and whether little is left. */
  points: { spent: number; low: boolean };
  isTaken(groupName: string): boolean;
  membersOf(groupId: GroupId): AccountId[];
}

export const SITE_ADMINS = aGroupId('g-site-admins');
export const USERS = aGroupId('g-users');

/** Ann administers the space DEV, boss is a site admin, bob and cy are people. */
export function createSite(): Site {
  const site: Site = {
    caller: ann,
    confluenceAdmins: new Set([boss]),
    siteAdmins: new Set([boss]),
    accounts: new Map([ann, bob, cy, boss].map((accountId) => [accountId, anAccount(accountId)])),
    names: new Map(),
    jiraSearch: 'yes',
    emails: new Map(),
    groups: new Map(),
    members: new Map(),
    spaces: [aSpace(), aSpace({ spaceId: hrId, key: 'HR', name: 'People' })],
    operations: new Map([['10', [{ operation: 'administer', targetType: 'space' }]]]),
    access: { admin: new Set([SITE_ADMINS]), siteAdmin: new Set([SITE_ADMINS]), productAccess: new Set([USERS]) },
    spaceRoles: undefined,
    roleAssignments: [],
    permissions: [],
    impersonation: new Map(),
    unusable: new Set(),
    siteAdminGroupUnreadable: false,
    groupsAPage: 200,
    hiddenFromCaller: new Set(),
    has(group, ...members) {
      site.groups.set(group.groupId, group);
      site.members.set(group.groupId, new Set(members));
      return group;
    },
    actAs(accountId) {
      if (!site.unusable.has(accountId)) return;
      throw fails({ code: 'PRIVILEGED_USER_UNAVAILABLE', cause: 'noAppAccess', accountId });
    },
    searchMindsCase: true,
    namesMindCase: false,
    points: { spent: 0, low: false },
    isTaken(groupName) {
      function asCompared(name: string) {
        return site.namesMindCase ? name : name.toLowerCase();
      }
      return [...site.groups.values()].some(({ name }) => asCompared(name) === asCompared(groupName));
    },
    membersOf: (groupId) => [...(site.members.get(groupId) ?? [])],
  };
  site.has(aGroup({ groupId: SITE_ADMINS, name: 'the-site-admins' }), boss);
  site.has(aGroup({ groupId: USERS, name: 'everybody' }), ann, bob, cy, boss);
  return site;
}

// The fakes of the unit tests, on their small site.
import type { AccountId, GroupId } from '../../../src/shared/ids';
import { OrganizationId, SpaceId } from '../../../src/shared/ids';
import { aGroup, anAccount, ann, aSpace, bob, boss, cy, fails, hrId, person } from '../../support/ports/builders';
import { acme, aProject, globex, supportTeam } from '../../support/ports/customers';
import { SITE_ADMINS, USERS } from '../../support/ports/site';
import { aWorld } from '../../support/ports/world';
import { recorded, type Seen } from './recorder';
import { projectNumber, type Person, type Stage } from './stage';

const PEOPLE: Record<Person, AccountId> = { ann, bob, cy, boss, agent: person('agent') };

/** A call fails whenever it is made. */
const ALWAYS = { times: Number.POSITIVE_INFINITY };

export function openFakes(seen: Seen): Stage {
  const world = aWorld();
  const { site, jiraState: jira, journal } = world;
  world.legacyCredentials.stored = true;
  world.settings.stored.privilegedUser = {};
  world.settings.versions.privilegedUser = 0;
  const { where: _where, ...delivered } = world.settings.stored.rules;
  world.settings.stored.rules = delivered;
  jira.policyVersion = 0;
  jira.dailyPerSiteVersion = 0;
  let isAgent = true;
  const customer = { accountId: person('qm:ada'), address: 'ada@acme.example' };
  const otherCustomer = { accountId: person('qm:gil'), address: 'gil@globex.example' };
  for (const { accountId, address } of [customer, otherCustomer]) {
    jira.accounts.set(address, { accountId, kind: 'customer', active: true });
  }
  jira.customersOfProject.add(customer.accountId);
  jira.members.get(acme)?.add(customer.accountId);
  jira.members.get(globex)?.add(otherCustomer.accountId);

  return {
    id: (who) => PEOPLE[who],
    async run(as, use) {
      site.caller = as === 'nobody' || as === 'agent' ? undefined : PEOPLE[as];
      jira.callerIsJiraAdmin = as === 'boss';
      site.jiraSearch = as === 'boss' || as === 'agent' ? 'yes' : 'mayNotSearch';
      jira.agent = isAgent && (as === 'agent' || as === 'boss');
      jira.callerGroups = new Set(as === 'agent' ? [supportTeam] : []);
      return use(recorded(world.ports, seen));
    },
    fail: ({ call }, { failure }) => journal.fail(call, fails(failure), ALWAYS),
    outage() {
      site.impersonation.set(boss, { works: undefined });
      site.siteAdminGroupUnreadable = true;
    },
    spendsMost() {
      site.points.low = true;
    },
    advance: (ms) => world.clock.advance(ms),
    space: aSpace(),
    otherSpace: aSpace({ spaceId: hrId, key: 'HR', name: 'People' }),
    siteAdmins: SITE_ADMINS,
    users: USERS,
    hasGroup: (name, ...members) => site.has(aGroup({ groupId: `g-${name}`, name }), ...members),
    hasNoGroup(groupId: GroupId) {
      site.groups.delete(groupId);
      site.members.delete(groupId);
    },
    hidesGroup: (groupId) => void site.hiddenFromCaller.add(groupId),
    hasOldRecord: async (record) => void world.groupRecords.stored.set(record.groupId, record),
    hidesAccessLists() {
      site.access = { admin: new Set(), siteAdmin: new Set(), productAccess: new Set() };
    },
    people: (count) => Array.from({ length: count }, (_, index) => withConfluence(person(`p${String(index + 1)}`))),
    isCalled: (who, name) => void site.names.set(PEOPLE[who], name),
    addSpaces(count, name) {
      for (let n = 1; n <= count; n += 1) {
        site.spaces.push(aSpace({ spaceId: SpaceId.parse(`7${String(n)}`), key: `MORE${String(n)}`, name }));
      }
    },
    areCalled: (count, name) => {
      for (let n = 1; n <= count; n += 1) site.names.set(person(`p${String(n)}`), name);
    },
    hasEmail: (who, email, shows) => void site.emails.set(email, { shown: [], hidden: [], [shows]: [PEOPLE[who]] }),
    changeStatus(who, status) {
      site.accounts.set(PEOPLE[who], anAccount(PEOPLE[who], { status }));
      if (status === 'closed') world.personalData.closed.add(PEOPLE[who]);
      site.unusable.add(PEOPLE[who]);
    },
    hasRoles() {
      site.spaceRoles = [
        { id: '101', name: 'Admin' },
        { id: '104', name: 'Viewer', description: 'Sees' },
      ];
      return { admin: '101', viewer: '104' };
    },
    permits: (groupId, permission) => void site.permissions.push({ groupId, permission }),
    addAssignments(count) {
      for (let n = 0; n < count; n += 1) {
        site.roleAssignments.push({ groupId: aGroup({ groupId: `g-${String(n)}` }).groupId, roleId: '104' });
      }
    },
    project: jira.project,
    organization: acme,
    otherOrganization: globex,
    addOrganizations(count) {
      const added = Array.from({ length: count }, (_, index) => OrganizationId.parse(String(100 + index)));
      jira.organizations.push(...added);
      for (const id of added) jira.members.set(id, new Set());
      return added;
    },
    addProjects(count) {
      const added = Array.from({ length: count }, (_, n) => aProject(projectNumber(n)));
      jira.otherProjects.push(...added);
      return added;
    },
    issue: 'SUP-1',
    otherIssue: 'PRIV-1',
    customer,
    otherCustomer,
    namesByAddress() {
      jira.accounts.set(customer.address, {
        accountId: customer.accountId,
        kind: 'customer',
        active: true,
        namedByAddress: true,
      });
    },
    leavesAgents() {
      isAgent = false;
    },
    keepsOrganizationsFromAgents() {
      jira.managesOrganizations = false;
    },
    team: { groupId: supportTeam, name: 'support-team' },
    comments: (issue) => jira.comments.filter(({ issueKey }) => issueKey === issue).length,
  };

  function withConfluence(accountId: AccountId): AccountId {
    site.accounts.set(accountId, anAccount(accountId));
    site.members.get(USERS)?.add(accountId);
    return accountId;
  }
}

// The platform on the sandbox: its ports, used inside an invocation as Forge would run one.
import type { AppModule } from '../../../sandbox/contract/forge';
import { staffMember } from '../../../sandbox/site/seeds/people';
import type { GroupFacts } from '../../../src/broker/facts';
import type { Ports } from '../../../src/entry/call/ports';
import { AccountId, GroupId, OrganizationId, ProjectId, SpaceId } from '../../../src/shared/ids';
import { openSandbox } from '../../support/integration';
import { noteLifetimes } from './lifetimes';
import { recorded, type Seen } from './recorder';
import { projectNumber, type Person, type Stage } from './stage';

// As in the fixture of all integration tests, what Forge keeps in globals is there before `@forge/api` is loaded.
const { portsFor } = await import('../../../src/ports-for');

const HANDLES: Record<Person, string> = {
  ann: 'space-admin',
  bob: 'person-29',
  cy: 'person-30',
  boss: 'site-admin',
  agent: 'agent',
};
const ANSWER_WITHIN_MS = 20_000;

/** More strikes than there are tries. */
const AS_OFTEN_AS_ASKED = 60;

/** The demo site, with nothing stored but what older versions left. */
export async function openPlatform(seen: Seen): Promise<Stage> {
  /** By function key, so that invocations can run at one moment. */
  const invoked = new Map<string, () => Promise<void>>();
  const app: AppModule = Object.fromEntries(
    ['globalSettings', 'customers'].map((handler) => [
      handler,
      async ({ call }: { call: { functionKey: string } }) => invoked.get(call.functionKey)?.(),
    ]),
  );
  const world = await openSandbox({}, { app });
  world.onStorage(noteLifetimes);
  const { model, faults } = world;
  const { jira } = model;

  async function run<T>(as: Person | 'nobody', use: (ports: Ports) => Promise<T>): Promise<T> {
    let outcome: Promise<T> | undefined;
    const functionKey = `run-${String(invoked.size)}`;
    invoked.set(functionKey, async () => {
      outcome = use(recorded(portsFor(ANSWER_WITHIN_MS), seen));
      await outcome.catch(() => {});
    });
    const who = as === 'nobody' ? {} : { accountId: world.id(HANDLES[as]) };
    await world.invoke({ moduleKey: as === 'agent' ? 'customers' : 'global-settings', functionKey, ...who });
    if (outcome === undefined) throw new Error('The invocation did not run');
    return outcome;
  }
  /** Hires whom the demo site doesn't have yet. */
  function worker(n: number) {
    const member = staffMember(n);
    if (!model.accounts.has(member.accountId)) {
      model.accounts.set(member.accountId, { ...member, accountType: 'atlassian', status: 'active' });
      model.addMember(world.groupId('confluence-users'), member.accountId);
    }
    return world.id(member.handle);
  }
  function factsOf(id: string): GroupFacts {
    const { name, managedBy, usageType } = model.groups.get(id) ?? model.group(id);
    return { groupId: GroupId.parse(id), name, managedBy, usageType };
  }
  function spaceOf(key: string) {
    const { id, name, type, status } = model.space(key);
    return {
      spaceId: SpaceId.parse(id),
      key,
      name,
      personal: type === 'personal',
      current: status === 'current',
    };
  }
  function rename(handle: string, name: string): void {
    model.accountOf(handle).name = name;
  }
  function customerOf(handle: string) {
    const { email } = model.accountOf(handle);
    return { accountId: AccountId.parse(world.id(handle)), address: email };
  }
  const { id: projectId, key, name, serviceDesk } = model.project('SUP');

  return {
    id: (person) => world.id(HANDLES[person]),
    run,
    fail({ operationId }, { rest, storage, queue, unapproved }) {
      if (unapproved !== undefined) world.forge.setUnapproved(unapproved);
      const at = operationId === undefined ? {} : { operationId };
      if (rest !== undefined) faults.add({ on: 'rest', ...at, ...rest, times: AS_OFTEN_AS_ASKED });
      if (queue !== undefined) faults.add({ on: 'queue', effect: 'refuse', ...queue, times: AS_OFTEN_AS_ASKED });
      if (storage !== undefined) faults.add({ on: 'storage', ...storage, times: AS_OFTEN_AS_ASKED });
    },
    outage: () => faults.add({ on: 'rest', identity: 'impersonated', status: 503, times: AS_OFTEN_AS_ASKED }),
    spendsMost: () =>
      faults.add({ on: 'rest', status: 404, headers: { 'x-ratelimit-nearlimit': 'true' }, times: AS_OFTEN_AS_ASKED }),
    advance: world.advance,
    space: spaceOf('DEMO'),
    otherSpace: spaceOf('DEVOPS'),
    siteAdmins: world.groupId('site-admins'),
    users: world.groupId('confluence-users'),
    hasGroup(groupName, ...members) {
      const id = model.addGroup(groupName);
      for (const member of members) model.addMember(id, member);
      return factsOf(id);
    },
    hasNoGroup: (groupId) => model.deleteGroup(groupId),
    hidesGroup: () =>
      faults.add({ on: 'rest', operationId: 'getGroupMembersByGroupId', status: 404, times: AS_OFTEN_AS_ASKED }),
    hasOldRecord: async (record) => {
      const value = { ...record, site: 'site', sortKey: `${record.spaceId}#${record.groupName}#${record.groupId}` };
      await world.store('/api/v1/entity/set', { entityName: 'group-record', key: record.groupId, value });
    },
    hidesAccessLists: () => model.setAccessLists('empty'),
    people: (count) => Array.from({ length: count }, (_, index) => worker(index + 1)),
    isCalled: (person, name) => rename(HANDLES[person], name),
    addSpaces(count, name) {
      for (let n = 1; n <= count; n += 1) {
        const id = `7${String(n)}`;
        model.spaces.set(id, { ...model.space('DEMO'), id, key: `MORE${String(n)}`, name });
      }
    },
    areCalled: (count, name) => {
      for (let n = 1; n <= count; n += 1) rename(staffNumber(n), name);
    },
    hasEmail(person, email, shows) {
      const account = model.accountOf(HANDLES[person]);
      account.email = email;
      if (shows === 'shown') model.showEmail(account.accountId);
    },
    changeStatus: (person, status) => model.setStatus(world.id(HANDLES[person]), status),
    hasRoles() {
      model.setMode('ROLES_TRANSITION');
      const ids = [...model.roles.values()].map(({ id, name }) => [name, id] as const);
      const { Admin: admin = '', Viewer: viewer = '' } = Object.fromEntries(ids);
      return { admin, viewer };
    },
    permits(id, permission) {
      const [operation = '', target = ''] = permission.split(' ');
      const principal = { type: 'group', id } as const;
      model.space('DEMO').permissions.push({ id: model.nextPermissionId++, principal, key: operation, target });
    },
    addAssignments(count) {
      for (let n = 0; n < count; n += 1) {
        const principalId = model.addGroup(`many-${String(n)}`);
        model.space('DEMO').assignments.push({ principalType: 'GROUP', principalId, roleId: '104' });
      }
    },
    project: { projectId: ProjectId.parse(projectId), key, name, serviceDeskId: serviceDesk?.id ?? '' },
    organization: OrganizationId.parse(model.organization('Acme').id),
    otherOrganization: OrganizationId.parse(model.organization('Globex').id),
    addOrganizations(count) {
      return Array.from({ length: count }, (_, index) => {
        const id = String(100 + index);
        const organization = {
          id,
          uuid: `org-${id}`,
          name: `Organization ${id}`,
          createdAt: 0,
          members: new Set<string>(),
        };
        jira.organizations.set(id, organization);
        serviceDesk?.organizations.add(id);
        return OrganizationId.parse(id);
      });
    },
    addProjects: (count) =>
      Array.from({ length: count }, (_, n) => {
        const { projectId, serviceDeskId, ...named } = projectNumber(n);
        const { roles, leadId } = model.project('SUP');
        const serviceDesk = {
          id: serviceDeskId,
          access: 'closed' as const,
          customers: new Set<string>(),
          organizations: new Set<string>(),
        };
        jira.projects.set(projectId, { id: projectId, ...named, leadId, roles, lastIssue: 0, serviceDesk });
        return projectNumber(n);
      }),
    issue: 'SUP-1',
    otherIssue: 'PRIV-1',
    customer: customerOf('acme-customer'),
    otherCustomer: customerOf('globex-customer'),
    namesByAddress() {
      const account = model.accountOf('acme-customer');
      account.name = account.email;
    },
    leavesAgents() {
      model.removeFromProject('SUP', 'agents', world.id('agent'));
      model.addToProject('SUP', 'users', world.id('agent'));
    },
    keepsOrganizationsFromAgents: () => model.setOrganizationsByAdminsOnly(true),
    team: { groupId: world.groupId('support-team'), name: 'support-team' },
    comments: (issue) => [...jira.issues.values()].find((one) => one.key === issue)?.comments.length ?? 0,
  };
}

function staffNumber(n: number): string {
  return `person-${String(n).padStart(2, '0')}`;
}

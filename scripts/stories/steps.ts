// What happens before each story begins: calls of the app's own doors as the right people, and named changes of the site.
import type { StoryKey } from '../../sandbox/stories/stories';
import type { Doors } from './doors';

/** Lists what leads to each story. */
export const STEPS: Readonly<Record<StoryKey, (doors: Doors) => Promise<void>>> = {
  'forty-people': async (doors) => {
    await choosePrivilegedUser(doors);
    await prepareCampaign(doors);
  },
  'take-over': choosePrivilegedUser,
  'token-ended': async () => {},
  'user-left': async (doors) => {
    await letOtherLend(doors, 'org-admin');
    await prepareCampaign(doors);
    doors.change({ change: 'setStatus', accountId: doors.idOf('org-admin'), status: 'inactive' });
    await doors.pass({ days: 2 });
  },
  'sixty-customers': async (doors) => {
    await choosePrivilegedUser(doors);
    await allowCustomers(doors, 'SUP');
  },
  'without-the-app': async (doors) => {
    await choosePrivilegedUser(doors);
    await prepareCampaign(doors);
  },
};

/** The site admin lets the app work in all spaces, lends their own rights, and revokes the token of the earlier version. */
export async function choosePrivilegedUser(doors: Doors): Promise<void> {
  const { global, idOf } = doors;
  await workEverywhere(doors);
  const { privilegedUser } = await global('site-admin', 'savePrivilegedUser', {
    accountId: idOf('site-admin'),
    version: 0,
  });
  await global('site-admin', 'confirmTokenRevoked', { version: versionOf(privilegedUser) });
}

/** A Jira administrator lets the agents of a project create customers of one domain. */
export async function allowCustomers({ jira, projectIdOf }: Doors, projectKey: string): Promise<void> {
  const projectId = projectIdOf(projectKey);
  const { policy, version } = await jira('site-admin', 'readCustomerPolicy', { projectId });
  await jira('site-admin', 'saveCustomerPolicy', {
    projectId,
    policy: {
      ...(policy as object),
      enabled: true,
      allowedDomains: ['acme.example'],
      organizations: { kind: 'ofProject' },
      dailyPerAgent: 100,
      existingAccounts: true,
    },
    version,
  });
  await jira('site-admin', 'openCustomerSettings', {});
}

/** The site admin asks somebody else, who accepts. */
async function letOtherLend(doors: Doors, handle: string): Promise<void> {
  const { global, idOf } = doors;
  await workEverywhere(doors);
  const asked = await global('site-admin', 'savePrivilegedUser', { accountId: idOf(handle), version: 0 });
  const { privilegedUser } = await global(handle, 'acceptNomination', { version: versionOf(asked['privilegedUser']) });
  await global('site-admin', 'confirmTokenRevoked', { version: versionOf(privilegedUser) });
}

async function workEverywhere({ global }: Doors): Promise<void> {
  const { rules, version } = await global('site-admin', 'readRules', {});
  await global('site-admin', 'saveRules', { rules: { ...(rules as object), where: { spaces: 'all' } }, version });
}

function versionOf(privilegedUser: unknown): number {
  return (privilegedUser as { version: number }).version;
}

/** The space admin makes groups. One stays empty; later one is given administration, and one to an identity provider. */
async function prepareCampaign({ space, change, idOf }: Doors): Promise<void> {
  const [agency] = [await create('agency'), await create('guests')];
  const [finance, leads] = [await create('finance'), await create('leads')];
  await add(agency, ['agency-01', 'agency-02', 'agency-03']);
  await add(finance, ['person-21', 'person-22']);
  await add(leads, ['space-admin', 'person-23']);
  change({ change: 'setManagedBy', groupId: finance, managedBy: 'EXTERNAL' });
  change({ change: 'grantAccess', groupId: leads, access: 'admin' });

  async function create(name: string): Promise<string> {
    return (await space('space-admin', 'createGroup', { name }))['groupId'] as string;
  }

  async function add(groupId: string, handles: readonly string[]): Promise<void> {
    await space('space-admin', 'addMembers', { groupId, accountIds: handles.map(idOf) });
  }
}

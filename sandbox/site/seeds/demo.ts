// The demo site "Acme": one account for each role, and the groups and spaces of the scenarios.
// https://support.atlassian.com/user-management/docs/default-groups-and-permissions/
import { CLASSIC_LEVELS } from '../confluence/space-access';
import { seedSchema } from '../seed';
import { demoJira } from './demo-jira';
import { accountIdOf, customerIdOf, staff, uuidFrom } from './people';

const actors = [
  person('site-admin', 'Sofia Lindgren'),
  person('confluence-admin', 'Carlos Mbeki'),
  person('space-admin', 'Priya Raman'),
  person('other-admin', 'Owen Gallagher'),
  person('dev-admin', 'Devi Anand'),
  person('archive-admin', 'Astrid Holm'),
  person('member', 'Miguel Torres'),
  person('org-admin', 'Helena Costa'),
  person('former-org-admin', 'Tariq Nasser'),
  { ...person('deactivated', 'Dana Whitfield'), status: 'inactive' as const },
];

/** Accounts that Confluence refuses in one way or another. */
const outsiders = [
  person('no-access', 'Noor Haddad'),
  { ...person('app', 'Space Steward'), email: '', accountType: 'app' as const },
];

/** Portal-only customers. */
const customers = [
  customer('customer', 'Kim Portal', 'customer@example.com'),
  customer('acme-customer', 'Ada Nowak', 'ada@acme.example'),
  customer('globex-customer', 'Gil Moreau', 'gil@globex.example'),
  customer('lone-customer', 'Lena Ortiz', 'lena@freelance.example'),
];

/** People who work in Jira, without Confluence. */
const jiraActors = [
  person('agent', 'Ayla Demir'),
  person('priv-agent', 'Pavel Novak'),
  person('jira-admin', 'Jonas Weber'),
  person('developer', 'Dara Quinn'),
];

const staffHandles = staff.map(({ handle }) => handle);
const licensed = [...actors.map(({ handle }) => handle), 'app', ...staffHandles];

export const demoSeed = seedSchema.parse({
  cloudId: uuidFrom('site acme'),
  name: 'Acme',
  mode: 'PRE_ROLES',
  apiToken: 'sandbox',
  appAccount: 'app',
  siteAdmins: ['org-admin'],
  people: [...actors, ...outsiders, ...customers, ...staff, ...jiraActors],
  groups: [
    {
      ...group('site-admins', ['site-admin']),
      grants: ['site-admin', 'admin', 'jira-admin', 'jira-agent', 'user-picker'],
    },
    { ...group('org-admins', ['former-org-admin']), listedAs: ['site-admin'] },
    { ...group('confluence-admins', ['site-admin', 'confluence-admin']), grants: ['admin'] },
    { ...group('confluence-users', licensed), grants: ['user'] },
    { ...group('scim-finance', staffHandles.slice(0, 5)), managedBy: 'EXTERNAL' },
    group('demo-editors', ['member', ...staffHandles.slice(5, 12)]),
    group('devops-oncall', ['other-admin', ...staffHandles.slice(12, 16)]),
    {
      ...group('Design Guild', staffHandles.slice(16, 20)),
      usageType: 'TEAM_COLLABORATION',
      managedBy: 'TEAM_MEMBERS',
    },
    { ...group('atlassian-addons-admin', ['app']), grants: ['jira-user'] },
    { ...group('jira-administrators', ['jira-admin']), grants: ['jira-admin', 'user-picker'] },
    {
      ...group('jira-servicemanagement-users', ['jira-admin', 'agent', 'priv-agent']),
      grants: ['jira-agent', 'user-picker'],
    },
    { ...group('jira-software-users', ['developer']), grants: ['jira-user', 'user-picker'] },
    group('support-team', ['agent']),
  ],
  spaces: [
    {
      ...space('98306', 'DEMO', 'Demonstration'),
      owner: 'space-admin',
      admins: ['space-admin'],
      editors: ['demo-editors'],
      viewers: ['confluence-users'],
    },
    {
      ...space('131074', 'DEV', 'Development'),
      owner: 'dev-admin',
      admins: ['dev-admin'],
      viewers: ['confluence-users'],
    },
    {
      ...space('163842', 'DEVOPS', 'Dev operations'),
      owner: 'other-admin',
      admins: ['other-admin'],
      editors: ['devops-oncall'],
      viewers: ['confluence-users'],
    },
    {
      ...space('196610', 'OLD', 'Old handbook'),
      status: 'archived',
      owner: 'archive-admin',
      admins: ['archive-admin'],
      viewers: ['confluence-users'],
    },
    {
      ...space('229378', `~${accountIdOf('member')}`, 'Miguel Torres'),
      type: 'personal',
      owner: 'member',
      admins: ['member'],
    },
  ],
  roles: [
    role('101', 'SYSTEM', 'Admin', [...CLASSIC_LEVELS.admins, 'manage_users/space', 'archive_space/space']),
    role('102', 'SYSTEM', 'Manager', [...CLASSIC_LEVELS.editors, 'restrict_content/space']),
    role('103', 'SYSTEM', 'Collaborator', CLASSIC_LEVELS.editors),
    role('104', 'SYSTEM', 'Viewer', CLASSIC_LEVELS.viewers),
    role('201', 'CUSTOM', 'Access steward', ['read/space', 'manage_users/space']),
  ],
  jira: demoJira,
  appStorage: {
    plain: { privilegedUserEmail: 'group-steward@example.com' },
    secret: { privilegedUserApiToken: 'a-made-up-token-that-opens-nothing' },
  },
});

function person(handle: string, name: string) {
  return {
    handle,
    accountId: accountIdOf(handle),
    name,
    email: `${handle}@example.com`,
  };
}

function customer(handle: string, name: string, email: string) {
  return {
    handle,
    accountId: customerIdOf(handle),
    name,
    email,
    accountType: 'customer' as const,
  };
}

function group(name: string, members: readonly string[]) {
  return {
    id: uuidFrom(`group ${name}`),
    name,
    members: [...members],
  };
}

function space(id: string, key: string, name: string) {
  return { id, key, name, createdAt: '2024-03-04T09:00:00.000Z' };
}

function role(id: string, type: 'SYSTEM' | 'CUSTOM', name: string, permissions: readonly string[]) {
  return { id, type, name, description: `What a space's ${name.toLowerCase()} may do.`, permissions: [...permissions] };
}

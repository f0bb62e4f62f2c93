// The shape of a seed: a whole site, written down. Stands for what an organization's admins set up at admin.atlassian.com.
// https://support.atlassian.com/user-management/docs/manage-users/
import { z } from 'zod';

import { jiraProblems, jiraSeedSchema, type JiraSeed } from './jira/seed';

const digits = z.string().regex(/^\d+$/);

const personSchema = z.strictObject({
  handle: z.string().min(1),
  accountId: z.string().min(1).max(128),
  name: z.string().min(1),
  email: z.string(),
  accountType: z.enum(['atlassian', 'app', 'customer']).default('atlassian'),
  status: z.enum(['active', 'inactive', 'closed']).default('active'),
});

const groupSchema = z.strictObject({
  id: z.uuid(),
  name: z.string().min(1).max(255),
  usageType: z.enum(['USERBASE_GROUP', 'TEAM_COLLABORATION']).default('USERBASE_GROUP'),
  managedBy: z.enum(['ADMINS', 'EXTERNAL', 'TEAM_MEMBERS', 'OPEN']).default('ADMINS'),
  grants: z
    .array(z.enum(['user', 'admin', 'site-admin', 'jira-user', 'jira-agent', 'jira-admin', 'user-picker']))
    .default([]),
  listedAs: z.array(z.enum(['user', 'admin', 'site-admin'])).default([]),
  /** Handles. */
  members: z.array(z.string()),
});

const spaceSchema = z.strictObject({
  id: digits,
  key: z.string().regex(/^([A-Za-z0-9]+|~.+)$/),
  name: z.string().min(1),
  type: z.enum(['global', 'personal']).default('global'),
  status: z.enum(['current', 'archived']).default('current'),
  createdAt: z.iso.datetime(),
  /** A handle. */
  owner: z.string(),
  /** Handles, or names of groups. */
  admins: z.array(z.string()),
  editors: z.array(z.string()).default([]),
  viewers: z.array(z.string()).default([]),
});

const roleSchema = z.strictObject({
  id: digits,
  type: z.enum(['SYSTEM', 'CUSTOM']),
  name: z.string().min(1),
  description: z.string(),
  /** Ids such as `read/space`. */
  permissions: z.array(z.string().regex(/^[a-z_]+\/[a-z]+$/)),
});

export const seedSchema = z
  .strictObject({
    cloudId: z.uuid(),
    name: z.string().min(1),
    mode: z.enum(['PRE_ROLES', 'ROLES_TRANSITION', 'ROLES']).default('PRE_ROLES'),
    rolesEmitAdminister: z.boolean().default(false),
    accessLists: z.enum(['complete', 'shortened', 'empty', 'refused']).default('complete'),
    /** Handles of those who may manage groups by a role of their own. */
    siteAdmins: z.array(z.string()).default([]),
    /** Everybody's API token. */
    apiToken: z.string().min(1),
    /** Handle of the account behind `asApp()`. */
    appAccount: z.string(),
    people: z.array(personSchema),
    groups: z.array(groupSchema),
    spaces: z.array(spaceSchema),
    roles: z.array(roleSchema),
    jira: jiraSeedSchema,
    /** What an earlier version of the app has left in its storage. */
    appStorage: z.strictObject({
      plain: z.record(z.string(), z.unknown()),
      secret: z.record(z.string(), z.unknown()),
    }),
  })
  .superRefine((seed, context) => {
    for (const problem of problemsIn(seed)) {
      context.addIssue({ code: 'custom', message: problem });
    }
  });

interface Named {
  appAccount: string;
  siteAdmins: readonly string[];
  people: readonly { handle: string; accountId: string; email: string }[];
  groups: readonly { id: string; name: string; members: readonly string[] }[];
  spaces: readonly {
    id: string;
    key: string;
    owner: string;
    admins: readonly string[];
    editors: readonly string[];
    viewers: readonly string[];
  }[];
  jira: JiraSeed;
}

function problemsIn({ people, groups, spaces, appAccount, siteAdmins, jira }: Named): string[] {
  const handles = people.map(({ handle }) => handle);
  const principals = [...handles, ...groups.map(({ name }) => name)];
  const access = spaces.flatMap(({ admins, editors, viewers }) => [...admins, ...editors, ...viewers]);
  return [
    ...repeated('handle or group name', principals),
    ...repeated(
      'accountId',
      people.map(({ accountId }) => accountId),
    ),
    ...repeated(
      'e-mail',
      people.map(({ email }) => email).filter((email) => email !== ''),
    ),
    ...repeated(
      'group id',
      groups.map(({ id }) => id),
    ),
    ...repeated(
      'space id',
      spaces.map(({ id }) => id),
    ),
    ...repeated(
      'space key',
      spaces.map(({ key }) => key.toUpperCase()),
    ),
    ...unknown(handles, [
      appAccount,
      ...siteAdmins,
      ...groups.flatMap(({ members }) => members),
      ...spaces.map(({ owner }) => owner),
    ]),
    ...unknown(principals, access),
    ...jiraProblems(jira, new Set(handles), new Set(groups.map(({ name }) => name))),
  ];
}

const repeated = (what: string, all: readonly string[]): string[] => {
  const seen = new Set<string>();
  return all.flatMap((one) => (seen.size === seen.add(one).size ? [`Repeated ${what}: ${one}`] : []));
};

const unknown = (known: readonly string[], used: readonly string[]): string[] => {
  const names = new Set(known);
  return used.filter((one) => !names.has(one)).map((one) => `Nobody is called ${one}`);
};

export type Seed = z.output<typeof seedSchema>;
export type SpaceSeed = Seed['spaces'][number];

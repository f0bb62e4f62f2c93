// Shape of a seed's accounts and groups.
// https://support.atlassian.com/user-management/docs/manage-users/
import { z } from 'zod';

import { ACCESS_TYPES, LISTED_ACCESS, MANAGED_BY, type People } from './model';

const personSchema = z.strictObject({
  handle: z.string().min(1),
  accountId: z.string().min(1).max(128),
  name: z.string().min(1),
  email: z.string(),
  accountType: z.enum(['atlassian', 'app', 'customer']).default('atlassian'),
  status: z.enum(['active', 'inactive', 'closed']).default('active'),
  showsEmail: z.boolean().exactOptional(),
});

const groupSchema = z.strictObject({
  id: z.uuid(),
  name: z.string().min(1).max(255),
  usageType: z.enum(['USERBASE_GROUP', 'TEAM_COLLABORATION']).default('USERBASE_GROUP'),
  managedBy: z.enum(MANAGED_BY).default('ADMINS'),
  grants: z.array(z.enum(ACCESS_TYPES)).default([]),
  listedAs: z.array(z.enum(LISTED_ACCESS)).default([]),
  /** Handles. */
  members: z.array(z.string()),
});

export const peopleSeedSchema = z.strictObject({
  /** Handles of accounts with their own role to manage groups. */
  siteAdmins: z.array(z.string()).default([]),
  /** Handle of the account behind `asApp()`. */
  appAccount: z.string(),
  people: z.array(personSchema),
  groups: z.array(groupSchema),
});

export type PeopleSeed = z.output<typeof peopleSeedSchema>;

/** Builds the state; `idOf` turns a handle into an account id. */
export function peopleFromSeed(seed: PeopleSeed, idOf: (handle: string) => string): People {
  return {
    siteAdmins: new Set(seed.siteAdmins.map(idOf)),
    appAccountId: idOf(seed.appAccount),
    accounts: new Map(seed.people.map((person) => [person.accountId, { ...person }])),
    groups: new Map(
      seed.groups.map((group) => [
        group.id,
        {
          ...group,
          grants: new Set(group.grants),
          listedAs: new Set(group.listedAs),
          members: new Set(group.members.map(idOf)),
        },
      ]),
    ),
  };
}

/** Returns the problems of people and groups: repeated handles, account ids, emails, group names and ids, and references to unknown people. */
export function peopleProblems({ people, groups, appAccount, siteAdmins }: PeopleSeed): string[] {
  const handles = people.map(({ handle }) => handle);
  const principals = [...handles, ...groups.map(({ name }) => name)];
  const accountIds = people.map(({ accountId }) => accountId);
  const emails = people.map(({ email }) => email).filter((email) => email !== '');
  const groupIds = groups.map(({ id }) => id);
  return [
    ...repeated('handle or group name', principals),
    ...repeated('accountId', accountIds),
    ...repeated('email', emails),
    ...repeated('group id', groupIds),
    ...unknownNames(handles, [appAccount, ...siteAdmins, ...groups.flatMap(({ members }) => members)]),
  ];
}

export function repeated(what: string, all: readonly string[]): string[] {
  const seen = new Set<string>();
  return all.flatMap((one) => (seen.size === seen.add(one).size ? [`Repeated ${what}: ${one}`] : []));
}

export function unknownNames(known: readonly string[], used: readonly string[]): string[] {
  const names = new Set(known);
  return used.filter((one) => !names.has(one)).map((one) => `Nobody is called ${one}`);
}

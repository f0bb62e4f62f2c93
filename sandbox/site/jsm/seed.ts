// Shape of a seed's Jira part with Jira Service Management.
// https://support.atlassian.com/jira-service-management-cloud/docs/add-customers/
import { z } from 'zod';

import { digits, jiraProblems, jiraSeedSchema, projectSeedSchema } from '../jira/seed';

const serviceDeskSchema = z.strictObject({
  id: digits,
  access: z.enum(['open', 'closed']),
  /** Handles. */
  customers: z.array(z.string()),
  /** Organization names. */
  organizations: z.array(z.string()),
});

const organizationSchema = z.strictObject({
  id: digits,
  uuid: z.uuid(),
  name: z.string().min(1),
  createdAt: z.iso.datetime(),
  /** Handles. */
  members: z.array(z.string()),
});

export const jsmSeedSchema = jiraSeedSchema.extend({
  customerDirectoryId: z.uuid(),
  organizationsByAdminsOnly: z.boolean().default(false),
  projects: z.array(projectSeedSchema.extend({ serviceDesk: serviceDeskSchema.exactOptional() })),
  organizations: z.array(organizationSchema),
});

export type JsmSeed = z.output<typeof jsmSeedSchema>;

/** Returns the problems of a Jira part: repeated ids and names, and references to unknown people or organizations. */
export function jsmProblems(seed: JsmSeed, handles: ReadonlySet<string>, groups: ReadonlySet<string>): string[] {
  const { projects, organizations } = seed;
  const serviceDesks = projects.flatMap(({ serviceDesk }) => serviceDesk ?? []);
  const isRepeated = [organizations, serviceDesks].some((all) => new Set(all.map(({ id }) => id)).size < all.length);
  const people = [
    ...organizations.flatMap(({ members }) => members),
    ...serviceDesks.flatMap(({ customers }) => customers),
  ];
  const names = new Set(organizations.map(({ name }) => name));
  return [
    ...jiraProblems(seed, handles, groups),
    ...(isRepeated ? ['Repeated id of a service desk or organization'] : []),
    ...people.filter((one) => !handles.has(one)).map((one) => `Nobody is called ${one}`),
    ...serviceDesks
      .flatMap((serviceDesk) => serviceDesk.organizations)
      .filter((one) => !names.has(one))
      .map((one) => `No organization ${one}`),
  ];
}

// The shape of a seed's Jira part.
// https://support.atlassian.com/jira-service-management-cloud/docs/add-customers/
import { z } from 'zod';

const digits = z.string().regex(/^\d+$/);

/** Handles, or names of groups. */
const principals = z.array(z.string()).default([]);

const serviceDeskSchema = z.strictObject({
  id: digits,
  access: z.enum(['open', 'closed']),
  /** Handles. */
  customers: z.array(z.string()),
  /** Names. */
  organizations: z.array(z.string()),
});

const projectSchema = z.strictObject({
  id: digits,
  key: z.string().regex(/^[A-Z][A-Z0-9]+$/),
  name: z.string().min(1),
  /** A handle. */
  lead: z.string(),
  administrators: principals,
  agents: principals,
  users: principals,
  serviceDesk: serviceDeskSchema.exactOptional(),
});

const organizationSchema = z.strictObject({
  id: digits,
  uuid: z.uuid(),
  name: z.string().min(1),
  createdAt: z.iso.datetime(),
  /** Handles. */
  members: z.array(z.string()),
});

const issueSchema = z.strictObject({
  id: digits,
  /** A project's key. */
  project: z.string(),
  summary: z.string().min(1),
  description: z.string(),
  /** A handle. */
  reporter: z.string(),
  createdAt: z.iso.datetime(),
});

export const jiraSeedSchema = z.strictObject({
  customerDirectoryId: z.uuid(),
  organizationsByAdminsOnly: z.boolean().default(false),
  projects: z.array(projectSchema),
  organizations: z.array(organizationSchema),
  issues: z.array(issueSchema),
});

export type JiraSeed = z.output<typeof jiraSeedSchema>;

/** What a Jira part repeats, and whom or what it names that there is not. */
export function jiraProblems(
  { projects, organizations, issues }: JiraSeed,
  handles: ReadonlySet<string>,
  groups: ReadonlySet<string>,
): string[] {
  const desks = projects.flatMap(({ serviceDesk }) => serviceDesk ?? []);
  const ids = [projects, organizations, desks, issues].map((all) => all.map(({ id }) => id));
  const isRepeated = [...ids, projects.map(({ key }) => key)].some((all) => new Set(all).size < all.length);
  const people = [
    ...projects.map(({ lead }) => lead),
    ...organizations.flatMap(({ members }) => members),
    ...desks.flatMap(({ customers }) => customers),
    ...issues.map(({ reporter }) => reporter),
  ];
  const roles = projects.flatMap(({ administrators, agents, users }) => [...administrators, ...agents, ...users]);
  const names = new Set(organizations.map(({ name }) => name));
  const keys = new Set(projects.map(({ key }) => key));
  return [
    ...(isRepeated ? ['Repeated id or key in the Jira part'] : []),
    ...people.filter((one) => !handles.has(one)).map((one) => `Nobody is called ${one}`),
    ...roles.filter((one) => !handles.has(one) && !groups.has(one)).map((one) => `Nobody is called ${one}`),
    ...desks
      .flatMap((desk) => desk.organizations)
      .filter((one) => !names.has(one))
      .map((one) => `No organization ${one}`),
    ...issues.filter(({ project }) => !keys.has(project)).map(({ project }) => `No project ${project}`),
  ];
}

// Shape of a seed's Jira part.
// https://support.atlassian.com/jira-cloud-administration/docs/manage-project-roles/
import { z } from 'zod';

export const digits = z.string().regex(/^\d+$/);

/** Handles or group names. */
const principals = z.array(z.string()).default([]);

export const projectSeedSchema = z.strictObject({
  id: digits,
  key: z.string().regex(/^[A-Z][A-Z0-9]+$/),
  name: z.string().min(1),
  /** Handle. */
  lead: z.string(),
  administrators: principals,
  agents: principals,
  users: principals,
});

const issueSchema = z.strictObject({
  id: digits,
  /** Project key. */
  project: z.string(),
  summary: z.string().min(1),
  description: z.string(),
  /** Handle. */
  reporter: z.string(),
  createdAt: z.iso.datetime(),
});

export const jiraSeedSchema = z.strictObject({
  projects: z.array(projectSeedSchema),
  issues: z.array(issueSchema),
});

export type JiraSeed = z.output<typeof jiraSeedSchema>;

/** Returns the problems of a Jira part: repeated ids and keys, and references to unknown people, groups or projects. */
export function jiraProblems(
  { projects, issues }: JiraSeed,
  handles: ReadonlySet<string>,
  groups: ReadonlySet<string>,
): string[] {
  const all = [projects.map(({ id }) => id), issues.map(({ id }) => id), projects.map(({ key }) => key)];
  const isRepeated = all.some((ids) => new Set(ids).size < ids.length);
  const people = [...projects.map(({ lead }) => lead), ...issues.map(({ reporter }) => reporter)];
  const roles = projects.flatMap(({ administrators, agents, users }) => [...administrators, ...agents, ...users]);
  const keys = new Set(projects.map(({ key }) => key));
  return [
    ...(isRepeated ? ['Repeated id or key in the Jira part'] : []),
    ...people.filter((one) => !handles.has(one)).map((one) => `Nobody is called ${one}`),
    ...roles.filter((one) => !handles.has(one) && !groups.has(one)).map((one) => `Nobody is called ${one}`),
    ...issues.filter(({ project }) => !keys.has(project)).map(({ project }) => `No project ${project}`),
  ];
}

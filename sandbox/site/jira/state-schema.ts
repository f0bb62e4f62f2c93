// The shape of the state of Jira, for state that comes from a file.
// https://support.atlassian.com/jira-service-management-cloud/docs/what-are-organizations/
import { z } from 'zod';

import type { AdfDocument, Issue, JiraState, Organization, Project } from './model';

const adfSchema = z.strictObject({
  type: z.literal('doc'),
  version: z.literal(1),
  content: z.array(z.unknown()),
}) satisfies z.ZodType<AdfDocument>;

const ids = z.set(z.string());

const projectSchema = z.strictObject({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  leadId: z.string(),
  roles: z.strictObject({ administrators: ids, agents: ids, users: ids, apps: ids }),
  lastIssue: z.int(),
  serviceDesk: z
    .strictObject({ id: z.string(), access: z.enum(['open', 'closed']), customers: ids, organizations: ids })
    .exactOptional(),
}) satisfies z.ZodType<Project>;

const organizationSchema = z.strictObject({
  id: z.string(),
  uuid: z.string(),
  name: z.string(),
  createdAt: z.number(),
  members: ids,
}) satisfies z.ZodType<Organization>;

const commentSchema = z.strictObject({
  id: z.string(),
  authorId: z.string(),
  body: adfSchema,
  createdAt: z.number(),
  internal: z.boolean(),
});

const issueSchema = z.strictObject({
  id: z.string(),
  key: z.string(),
  projectId: z.string(),
  typeId: z.string(),
  summary: z.string(),
  description: adfSchema.nullable(),
  reporterId: z.string(),
  createdAt: z.number(),
  comments: z.array(commentSchema),
}) satisfies z.ZodType<Issue>;

export const jiraStateSchema = z.strictObject({
  projects: z.map(z.string(), projectSchema),
  organizations: z.map(z.string(), organizationSchema),
  issues: z.map(z.string(), issueSchema),
  customerDirectoryId: z.string(),
  organizationsByAdminsOnly: z.boolean(),
  lastId: z.int(),
}) satisfies z.ZodType<JiraState>;

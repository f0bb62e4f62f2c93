// Shape of Jira's state, to check state from a file.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/
import { z } from 'zod';

import type { AdfDocument, Issue, Jira, Project } from './model';

export const ids = z.set(z.string());

export const projectStateSchema = z.strictObject({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  leadId: z.string(),
  roles: z.strictObject({ administrators: ids, agents: ids, users: ids, apps: ids }),
  lastIssue: z.int(),
}) satisfies z.ZodType<Project>;

const adfSchema = z.strictObject({
  type: z.literal('doc'),
  version: z.literal(1),
  content: z.array(z.unknown()),
}) satisfies z.ZodType<AdfDocument>;

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
  projects: z.map(z.string(), projectStateSchema),
  issues: z.map(z.string(), issueSchema),
  lastId: z.int(),
}) satisfies z.ZodType<Jira>;

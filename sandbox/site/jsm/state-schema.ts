// Shape of Jira's state with Jira Service Management, to check state from a file.
// https://support.atlassian.com/jira-service-management-cloud/docs/what-are-organizations/
import { z } from 'zod';

import { ids, jiraStateSchema, projectStateSchema } from '../jira/state-schema';
import type { Jsm, JsmProject, Organization } from './model';

const projectSchema = projectStateSchema.extend({
  serviceDesk: z
    .strictObject({ id: z.string(), access: z.enum(['open', 'closed']), customers: ids, organizations: ids })
    .exactOptional(),
}) satisfies z.ZodType<JsmProject>;

const organizationSchema = z.strictObject({
  id: z.string(),
  uuid: z.string(),
  name: z.string(),
  createdAt: z.number(),
  members: ids,
}) satisfies z.ZodType<Organization>;

export const jsmStateSchema = jiraStateSchema.extend({
  projects: z.map(z.string(), projectSchema),
  organizations: z.map(z.string(), organizationSchema),
  customerDirectoryId: z.string(),
  organizationsByAdminsOnly: z.boolean(),
}) satisfies z.ZodType<Jsm>;

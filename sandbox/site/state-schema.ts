// The shape of a site's state, for state that comes from a file.
// https://developer.atlassian.com/cloud/confluence/rest/v2/intro/
import { z } from 'zod';

import type { Account, Group, Role, Space, State } from './confluence/model';
import { jiraStateSchema } from './jira/state-schema';

const accountSchema = z.strictObject({
  accountId: z.string(),
  handle: z.string(),
  name: z.string(),
  email: z.string(),
  accountType: z.enum(['atlassian', 'app', 'customer']),
  status: z.enum(['active', 'inactive', 'closed']),
}) satisfies z.ZodType<Account>;

const groupSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  usageType: z.enum(['USERBASE_GROUP', 'TEAM_COLLABORATION']),
  managedBy: z.enum(['ADMINS', 'EXTERNAL', 'TEAM_MEMBERS', 'OPEN']),
  grants: z.set(z.enum(['user', 'admin', 'site-admin', 'jira-user', 'jira-agent', 'jira-admin', 'user-picker'])),
  listedAs: z.set(z.enum(['user', 'admin', 'site-admin'])),
  members: z.set(z.string()),
}) satisfies z.ZodType<Group>;

const permissionSchema = z.strictObject({
  id: z.int(),
  principal: z.strictObject({ type: z.enum(['user', 'group']), id: z.string() }),
  key: z.string(),
  target: z.string(),
});

const assignmentSchema = z.strictObject({
  principalType: z.enum(['USER', 'GROUP', 'ACCESS_CLASS']),
  principalId: z.string(),
  roleId: z.string(),
});

const spaceSchema = z.strictObject({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  type: z.enum(['global', 'personal']),
  status: z.enum(['current', 'archived']),
  ownerId: z.string(),
  homepageId: z.string(),
  createdAt: z.string(),
  permissions: z.array(permissionSchema),
  assignments: z.array(assignmentSchema),
}) satisfies z.ZodType<Space>;

const roleSchema = z.strictObject({
  id: z.string(),
  type: z.enum(['SYSTEM', 'CUSTOM']),
  name: z.string(),
  description: z.string(),
  permissions: z.array(z.string()),
}) satisfies z.ZodType<Role>;

export const stateSchema = z.strictObject({
  mode: z.enum(['PRE_ROLES', 'ROLES_TRANSITION', 'ROLES']),
  rolesEmitAdminister: z.boolean(),
  accessLists: z.enum(['complete', 'shortened', 'empty', 'refused']),
  siteAdmins: z.set(z.string()),
  appAccountId: z.string(),
  accounts: z.map(z.string(), accountSchema),
  groups: z.map(z.string(), groupSchema),
  spaces: z.map(z.string(), spaceSchema),
  roles: z.map(z.string(), roleSchema),
  nextPermissionId: z.int(),
  jira: jiraStateSchema,
}) satisfies z.ZodType<State>;

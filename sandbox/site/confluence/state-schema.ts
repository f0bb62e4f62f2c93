// Shape of Confluence's state, to check state from a file.
// https://developer.atlassian.com/cloud/confluence/rest/v2/intro/
import { z } from 'zod';

import type { Role, Space } from './model';

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

export const confluenceStateSchema = z.strictObject({
  mode: z.enum(['PRE_ROLES', 'ROLES_TRANSITION', 'ROLES']),
  rolesEmitAdminister: z.boolean(),
  accessLists: z.enum(['complete', 'shortened', 'empty', 'refused']),
  spaces: z.map(z.string(), spaceSchema),
  roles: z.map(z.string(), roleSchema),
  nextPermissionId: z.int(),
});

// Shape of accounts and groups, to check state from a file.
// https://support.atlassian.com/user-management/docs/manage-users/
import { z } from 'zod';

import { ACCESS_TYPES, LISTED_ACCESS, MANAGED_BY, type Account, type Group, type People } from './model';

const accountSchema = z.strictObject({
  accountId: z.string(),
  handle: z.string(),
  name: z.string(),
  email: z.string(),
  accountType: z.enum(['atlassian', 'app', 'customer']),
  status: z.enum(['active', 'inactive', 'closed']),
  showsEmail: z.boolean().exactOptional(),
}) satisfies z.ZodType<Account>;

const groupSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  usageType: z.enum(['USERBASE_GROUP', 'TEAM_COLLABORATION']),
  managedBy: z.enum(MANAGED_BY),
  grants: z.set(z.enum(ACCESS_TYPES)),
  listedAs: z.set(z.enum(LISTED_ACCESS)),
  members: z.set(z.string()),
}) satisfies z.ZodType<Group>;

export const peopleStateSchema = z.strictObject({
  siteAdmins: z.set(z.string()),
  appAccountId: z.string(),
  accounts: z.map(z.string(), accountSchema),
  groups: z.map(z.string(), groupSchema),
}) satisfies z.ZodType<People>;

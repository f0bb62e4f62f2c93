// The parts of Confluence's answers that the app reads; everything else passes through unread.
// https://developer.atlassian.com/cloud/confluence/rest/v1/ and /v2/
import { z } from 'zod';

import { AccountId, GroupId, SpaceId } from '../../shared/ids';

/** Accepts a group. An unknown kind counts as one that nobody may change. */
export const Group = z.object({
  id: GroupId,
  name: z.string().min(1),
  managedBy: z.enum(['ADMINS', 'EXTERNAL', 'TEAM_MEMBERS', 'OPEN']).default('ADMINS').catch('EXTERNAL'),
  usageType: z.enum(['USERBASE_GROUP', 'TEAM_COLLABORATION']).default('USERBASE_GROUP').catch('TEAM_COLLABORATION'),
});

const links = z.object({ next: z.unknown().optional() }).optional();

export const GroupPage = z.object({ results: z.array(Group), limit: z.int().optional(), _links: links });

/** Accepts a list of members. An account that hides itself doesn't have an id; it counts, but can't be shown. */
export const MemberList = z.object({
  results: z.array(z.object({ accountId: AccountId.nullish(), publicName: z.string().nullish().catch(undefined) })),
  totalSize: z.int().min(0).optional(),
});

/** Accepts an operation on a space. The vocabulary is open: unknown words are kept. */
const Operation = z.object({ operation: z.string().optional(), targetType: z.string().optional() });

export const CurrentUser = z.object({ accountId: AccountId.nullish(), operations: z.array(Operation).optional() });

const Space = z.object({
  id: SpaceId,
  key: z.string().min(1),
  /** The key that people see. */
  currentActiveAlias: z.string().min(1).nullish(),
  name: z.string().default(''),
  type: z.string().optional(),
  status: z.string().optional(),
});

export const SpaceList = z.object({ results: z.array(Space).default([]), _links: links });

/** Accepts spaces that a search found. REST v1 writes their ids as numbers. */
export const FoundSpaces = z.object({
  results: z.array(z.object({ space: z.object({ id: z.coerce.string().pipe(SpaceId) }).optional() })).default([]),
});

export const SpaceOperations = z.object({ operations: z.array(Operation).default([]) });

/** Accepts the roles of a site or space. */
export const RoleList = z.object({
  results: z
    .array(z.object({ id: z.string().min(1), name: z.string().min(1), description: z.string().nullish() }))
    .default([]),
});

/** Accepts who has which role in a space. */
export const RoleAssignmentList = z.object({
  results: z
    .array(
      z.object({
        principal: z.object({ principalType: z.string(), principalId: z.string() }).optional(),
        roleId: z.string(),
      }),
    )
    .default([]),
  _links: links,
});

/** Accepts who may do what in a space. */
export const PermissionList = z.object({
  results: z
    .array(
      z.object({
        principal: z.object({ type: z.string(), id: z.string() }).optional(),
        operation: z.object({ key: z.string(), targetType: z.string() }).optional(),
      }),
    )
    .default([]),
  _links: links,
});

export const AccountList = z.object({
  results: z
    .array(
      z.object({
        accountId: AccountId.optional(),
        accountType: z.enum(['atlassian', 'app', 'customer', 'unknown']).catch('unknown'),
        accountStatus: z.enum(['active', 'inactive', 'closed', 'unknown']).catch('unknown'),
        publicName: z.string().nullish().catch(undefined),
      }),
    )
    .default([]),
});

/** Accepts people whom a search found. A name that its owner hides is absent. */
export const FoundUsers = z.object({
  results: z.array(
    z.object({
      user: z
        .object({ accountId: AccountId.optional().catch(undefined), displayName: z.string().nullish() })
        .optional(),
    }),
  ),
});

/** Accepts an answer without a useful body. */
export const Nothing = z.unknown();

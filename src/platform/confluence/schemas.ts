// The parts of Confluence's answers that the app reads; everything else passes through unread.
// https://developer.atlassian.com/cloud/confluence/rest/v1/ and /v2/
import { z } from 'zod/mini';

import { AccountId, GroupId, SpaceId } from '../../shared/ids';

/** Accepts a group. An unknown kind counts as one that nobody may change. */
export const Group = z.object({
  id: GroupId,
  name: z.string().check(z.minLength(1)),
  managedBy: z.catch(z._default(z.enum(['ADMINS', 'EXTERNAL', 'TEAM_MEMBERS', 'OPEN']), 'ADMINS'), 'EXTERNAL'),
  usageType: z.catch(
    z._default(z.enum(['USERBASE_GROUP', 'TEAM_COLLABORATION']), 'USERBASE_GROUP'),
    'TEAM_COLLABORATION',
  ),
});

const links = z.optional(z.object({ next: z.optional(z.unknown()) }));

export const GroupPage = z.object({ results: z.array(Group), limit: z.optional(z.int()), _links: links });

/** Accepts a list of members. An account that hides itself doesn't have an id; it counts, but can't be shown. */
export const MemberList = z.object({
  results: z.array(
    z.object({ accountId: z.nullish(AccountId), publicName: z.catch(z.nullish(z.string()), undefined) }),
  ),
  totalSize: z.optional(z.int().check(z.minimum(0))),
});

/** Accepts an operation on a space. The vocabulary is open: unknown words are kept. */
const Operation = z.object({ operation: z.optional(z.string()), targetType: z.optional(z.string()) });

export const CurrentUser = z.object({ accountId: z.nullish(AccountId), operations: z.optional(z.array(Operation)) });

const Space = z.object({
  id: SpaceId,
  key: z.string().check(z.minLength(1)),
  /** The key that people see. */
  currentActiveAlias: z.nullish(z.string().check(z.minLength(1))),
  name: z._default(z.string(), ''),
  type: z.optional(z.string()),
  status: z.optional(z.string()),
});

export const SpaceList = z.object({ results: z._default(z.array(Space), []), _links: links });

/** Accepts spaces that a search found. REST v1 writes their ids as numbers. */
export const FoundSpaces = z.object({
  results: z._default(
    z.array(z.object({ space: z.optional(z.object({ id: z.pipe(z.coerce.string(), SpaceId) })) })),
    [],
  ),
});

export const SpaceOperations = z.object({ operations: z._default(z.array(Operation), []) });

/** Accepts the roles of a site or space. */
export const RoleList = z.object({
  results: z._default(
    z.array(
      z.object({
        id: z.string().check(z.minLength(1)),
        name: z.string().check(z.minLength(1)),
        description: z.nullish(z.string()),
      }),
    ),
    [],
  ),
});

/** Accepts who has which role in a space. */
export const RoleAssignmentList = z.object({
  results: z._default(
    z.array(
      z.object({
        principal: z.optional(z.object({ principalType: z.string(), principalId: z.string() })),
        roleId: z.string(),
      }),
    ),
    [],
  ),
  _links: links,
});

/** Accepts who may do what in a space. */
export const PermissionList = z.object({
  results: z._default(
    z.array(
      z.object({
        principal: z.optional(z.object({ type: z.string(), id: z.string() })),
        operation: z.optional(z.object({ key: z.string(), targetType: z.string() })),
      }),
    ),
    [],
  ),
  _links: links,
});

export const AccountList = z.object({
  results: z._default(
    z.array(
      z.object({
        accountId: z.optional(AccountId),
        accountType: z.catch(z.enum(['atlassian', 'app', 'customer', 'unknown']), 'unknown'),
        accountStatus: z.catch(z.enum(['active', 'inactive', 'closed', 'unknown']), 'unknown'),
        publicName: z.catch(z.nullish(z.string()), undefined),
      }),
    ),
    [],
  ),
});

/** Accepts people whom a search found. A name that its owner hides is absent. */
export const FoundUsers = z.object({
  results: z.array(
    z.object({
      user: z.optional(
        z.object({ accountId: z.catch(z.optional(AccountId), undefined), displayName: z.nullish(z.string()) }),
      ),
    }),
  ),
});

/** Accepts an answer without a useful body. */
export const Nothing = z.unknown();

// The parts of Jira's answers that the app reads; everything else passes through unread.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/ and https://developer.atlassian.com/cloud/jira/service-desk/rest/
import { z } from 'zod/mini';

import { AccountId, GroupId, OrganizationId, ProjectId } from '../../shared/ids';

/** Accepts permissions: only the requested ones are in it. */
export const Permissions = z.object({
  permissions: z._default(z.record(z.string(), z.object({ havePermission: z._default(z.boolean(), false) })), {}),
});

const OwnGroup = z.object({ groupId: z.catch(z.nullish(GroupId), undefined) });

export const JiraUser = z.object({ groups: z.optional(z.object({ items: z._default(z.array(OwnGroup), []) })) });

/** Accepts a list of users. A hidden address is absent or empty. */
export const UserList = z.array(
  z.object({
    accountId: z.catch(z.optional(AccountId), undefined),
    accountType: z.catch(z.enum(['atlassian', 'app', 'customer', 'unknown']), 'unknown'),
    active: z._default(z.boolean(), false),
    emailAddress: z.nullish(z.string()),
    displayName: z.nullish(z.string()),
  }),
);

export const GroupList = z.object({
  groups: z._default(
    z.array(z.object({ groupId: z.catch(z.nullish(GroupId), undefined), name: z.optional(z.string()) })),
    [],
  ),
});

/** Accepts a comment. Only this field tells who sees it. */
export const Comment = z.object({ jsdPublic: z.optional(z.boolean()) });

export const Customer = z.object({ accountId: AccountId });

export const ServiceDesk = z.object({
  id: z.string().check(z.regex(/^\d{1,20}$/)),
  projectId: ProjectId,
  projectKey: z.string().check(z.minLength(1)),
  projectName: z._default(z.string(), ''),
});

export const CustomerPage = pageOf(z.object({ accountId: z.catch(z.optional(AccountId), undefined) }));
export const ServiceDeskPage = pageOf(ServiceDesk);
export const Organization = z.object({ id: OrganizationId, name: z._default(z.string(), '') });
export const OrganizationPage = pageOf(Organization);

/** Accepts an answer without a useful body. */
export const Nothing = z.unknown();

function pageOf<T extends z.ZodMiniType>(item: T) {
  return z.object({ values: z._default(z.array(item), []), isLastPage: z.optional(z.boolean()) });
}

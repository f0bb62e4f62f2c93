// The parts of Jira's answers that the app reads; everything else passes through unread.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/ and https://developer.atlassian.com/cloud/jira/service-desk/rest/
import { z } from 'zod';

import { AccountId, GroupId, OrganizationId, ProjectId } from '../../shared/ids';

/** Accepts permissions: only the requested ones are in it. */
export const Permissions = z.object({
  permissions: z.record(z.string(), z.object({ havePermission: z.boolean().default(false) })).default({}),
});

const OwnGroup = z.object({ groupId: GroupId.nullish().catch(undefined) });

export const JiraUser = z.object({ groups: z.object({ items: z.array(OwnGroup).default([]) }).optional() });

/** Accepts a list of users. A hidden address is absent or empty. */
export const UserList = z.array(
  z.object({
    accountId: AccountId.optional().catch(undefined),
    accountType: z.enum(['atlassian', 'app', 'customer', 'unknown']).catch('unknown'),
    active: z.boolean().default(false),
    emailAddress: z.string().nullish(),
    displayName: z.string().nullish(),
  }),
);

export const GroupList = z.object({
  groups: z.array(z.object({ groupId: GroupId.nullish().catch(undefined), name: z.string().optional() })).default([]),
});

/** Accepts a comment. Only this field tells who sees it. */
export const Comment = z.object({ jsdPublic: z.boolean().optional() });

export const Customer = z.object({ accountId: AccountId });

export const ServiceDesk = z.object({
  id: z.string().regex(/^\d{1,20}$/),
  projectId: ProjectId,
  projectKey: z.string().min(1),
  projectName: z.string().default(''),
});

export const CustomerPage = pageOf(z.object({ accountId: AccountId.optional().catch(undefined) }));
export const ServiceDeskPage = pageOf(ServiceDesk);
export const Organization = z.object({ id: OrganizationId, name: z.string().default('') });
export const OrganizationPage = pageOf(Organization);

/** Accepts an answer without a useful body. */
export const Nothing = z.unknown();

function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ values: z.array(item).default([]), isLastPage: z.boolean().optional() });
}

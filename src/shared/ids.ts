import { z } from 'zod/mini';

import { FIELD_PROBLEMS } from './field-problems';

/**
 * Accepts an Atlassian account's id, opaque. At most 128 characters in Atlassian's OpenAPI.
 *
 * https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-users/
 */
export const AccountId = z
  .string()
  .check(z.regex(/^[0-9A-Za-z:_-]{1,128}$/, FIELD_PROBLEMS.account))
  .brand<'AccountId'>();
export type AccountId = z.infer<typeof AccountId>;

/** Accepts a group's id. Names change, ids don't. */
export const GroupId = z
  .string()
  .check(z.regex(/^[0-9A-Za-z-]{1,64}$/, FIELD_PROBLEMS.group))
  .brand<'GroupId'>();
export type GroupId = z.infer<typeof GroupId>;

/** A space's v2 id: digits. */
export const SpaceId = z
  .string()
  .check(z.regex(/^\d{1,20}$/, FIELD_PROBLEMS.space))
  .brand<'SpaceId'>();
export type SpaceId = z.infer<typeof SpaceId>;

/** A Jira project's id: digits. */
export const ProjectId = z
  .string()
  .check(z.regex(/^\d{1,20}$/, FIELD_PROBLEMS.project))
  .brand<'ProjectId'>();
export type ProjectId = z.infer<typeof ProjectId>;

/**
 * Accepts a Jira project's key. Sites can allow other forms, which aren't supported.
 *
 * https://support.atlassian.com/jira-software-cloud/docs/edit-a-projects-details/
 */
export const ProjectKey = z.string().check(z.regex(/^[A-Z][A-Z0-9_]{1,254}$/, FIELD_PROBLEMS.projectKey));

/** An organization of Jira Service Management: digits. */
export const OrganizationId = z
  .string()
  .check(z.regex(/^\d{1,20}$/, FIELD_PROBLEMS.organization))
  .brand<'OrganizationId'>();
export type OrganizationId = z.infer<typeof OrganizationId>;

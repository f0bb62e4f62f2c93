import { z } from 'zod';

/**
 * An Atlassian account, opaque. At most 128 characters in Atlassian's OpenAPI.
 *
 * https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-users/
 */
export const AccountId = z
  .string()
  .regex(/^[0-9A-Za-z:_-]{1,128}$/, 'Pick a person from the list.')
  .brand<'AccountId'>();
export type AccountId = z.infer<typeof AccountId>;

/** A group's id. Names change, ids don't. */
export const GroupId = z
  .string()
  .regex(/^[0-9A-Za-z-]{1,64}$/, 'Choose a group from the list.')
  .brand<'GroupId'>();
export type GroupId = z.infer<typeof GroupId>;

/** A space's v2 id: digits. */
export const SpaceId = z
  .string()
  .regex(/^\d{1,20}$/, 'Choose a space from the list.')
  .brand<'SpaceId'>();
export type SpaceId = z.infer<typeof SpaceId>;

/** A Jira project's id: digits. */
export const ProjectId = z
  .string()
  .regex(/^\d{1,20}$/, 'Choose a project from the list.')
  .brand<'ProjectId'>();
export type ProjectId = z.infer<typeof ProjectId>;

/**
 * A Jira project's key. Sites can allow other forms; those are not served.
 *
 * https://support.atlassian.com/jira-software-cloud/docs/edit-a-projects-details/
 */
export const ProjectKey = z.string().regex(/^[A-Z][A-Z0-9_]{1,254}$/, 'Enter a project key, such as SUP.');

/** An organization of Jira Service Management: digits. */
export const OrganizationId = z
  .string()
  .regex(/^\d{1,20}$/, 'Choose an organization from the list.')
  .brand<'OrganizationId'>();
export type OrganizationId = z.infer<typeof OrganizationId>;

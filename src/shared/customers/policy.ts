import { z } from 'zod/mini';

import { GroupId, OrganizationId } from '../ids';
import { MAX_A_DAY } from '../limits';
import { CUSTOMER_FIELDS } from './field-problems';

/** Accepts the size of a daily quota. */
export const aDay = z
  .int(CUSTOMER_FIELDS.wholeNumber)
  .check(z.minimum(0, CUSTOMER_FIELDS.atLeastZero), z.maximum(MAX_A_DAY, CUSTOMER_FIELDS.atMost));

const NamedGroup = z.strictObject({ groupId: GroupId, name: z.string().check(z.minLength(1), z.maxLength(255)) });

/** Names who may create customers: every agent of the project, or only those in one of these groups. */
const Creators = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('agents') }),
  z.strictObject({
    kind: z.literal('groups'),
    groups: z
      .array(NamedGroup)
      .check(z.minLength(1, CUSTOMER_FIELDS.group), z.maxLength(20, CUSTOMER_FIELDS.tooManyGroups)),
  }),
]);

/** Accepts `example.com`, or `*.example.com` for all below it. Domains are compared in DNS form. */
const domain = z.string().check(
  z.trim(),
  z.toLowerCase(),
  z.minLength(1, CUSTOMER_FIELDS.domain),
  z.maxLength(253, CUSTOMER_FIELDS.tooLong),
  // The back end turns international domains into their DNS form; this refuses only characters that a domain can't have.
  z.regex(/^(\*\.)?[^\s@*/:\\,;<>()[\]"'\p{C}]+\.[^\s@*/:\\,;<>()[\]"'\p{C}.]+$/u, CUSTOMER_FIELDS.domain),
);

const domains = z.array(domain).check(z.maxLength(200, CUSTOMER_FIELDS.tooManyLines));

const NamedOrganization = z.strictObject({ organizationId: OrganizationId, name: z.string().check(z.maxLength(255)) });

/** Names the organizations that a customer may be added to: none, those of the project, or these. */
const Organizations = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('ofProject') }),
  z.strictObject({
    kind: z.literal('listed'),
    organizations: z
      .array(NamedOrganization)
      .check(z.minLength(1, CUSTOMER_FIELDS.organization), z.maxLength(200, CUSTOMER_FIELDS.tooManyListed)),
  }),
]);

/** Holds the policy that a Jira administrator sets for one service project. */
export const CustomerPolicy = z.strictObject({
  enabled: z.boolean(),
  creators: Creators,
  /** Empty: every domain that isn't denied. */
  allowedDomains: domains,
  deniedDomains: domains,
  organizations: Organizations,
  /** New accounts that one agent may request in a UTC day. */
  dailyPerAgent: aDay,
  /** Also makes the person a customer of the service project. */
  addToProject: z.boolean(),
  /** People who have an Atlassian account may be added. */
  existingAccounts: z.boolean(),
  /** Automation rules may do all this, as the owner of the rule's connection. */
  rules: z.boolean(),
  /** People whom all rules of this project together may make customers in a UTC day, with or without an account. */
  dailyByRules: aDay,
});
export type CustomerPolicy = z.infer<typeof CustomerPolicy>;

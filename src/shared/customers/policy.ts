import { z } from 'zod';

import { GroupId, OrganizationId } from '../ids';
import { MAX_A_DAY } from '../limits';
import { CUSTOMER_FIELDS } from './field-problems';

/** Accepts how many a quota allows in a day. */
export const aDay = z
  .int(CUSTOMER_FIELDS.wholeNumber)
  .min(0, CUSTOMER_FIELDS.atLeastZero)
  .max(MAX_A_DAY, CUSTOMER_FIELDS.atMost);

const NamedGroup = z.strictObject({ groupId: GroupId, name: z.string().min(1).max(255) });

/** Who may create customers: every agent of the project, or those of them who are in one of these groups. */
const Creators = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('agents') }),
  z.strictObject({
    kind: z.literal('groups'),
    groups: z.array(NamedGroup).min(1, CUSTOMER_FIELDS.group).max(20, CUSTOMER_FIELDS.tooManyGroups),
  }),
]);

/** `example.com`, or `*.example.com` for all below it. Compared in the form in which DNS knows it. */
const domain = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, CUSTOMER_FIELDS.domain)
  .max(253, CUSTOMER_FIELDS.tooLong)
  // The back end turns international domains into their DNS form; here only what no domain has is refused.
  .regex(/^(\*\.)?[^\s@*/:\\,;<>()[\]"'\p{C}]+\.[^\s@*/:\\,;<>()[\]"'\p{C}.]+$/u, CUSTOMER_FIELDS.domain);

const domains = z.array(domain).max(200, CUSTOMER_FIELDS.tooManyLines);

const NamedOrganization = z.strictObject({ organizationId: OrganizationId, name: z.string().max(255) });

/** To which organizations a customer may be added: none, those of the project, or these. */
const Organizations = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('ofProject') }),
  z.strictObject({
    kind: z.literal('listed'),
    organizations: z
      .array(NamedOrganization)
      .min(1, CUSTOMER_FIELDS.organization)
      .max(200, CUSTOMER_FIELDS.tooManyListed),
  }),
]);

/** What a Jira administrator allows in one service project. */
export const CustomerPolicy = z.strictObject({
  enabled: z.boolean(),
  creators: Creators,
  /** Empty: every domain that is not denied. */
  allowedDomains: domains,
  deniedDomains: domains,
  organizations: Organizations,
  /** New accounts that one agent may ask for in a day, UTC. */
  dailyPerAgent: aDay,
  /** The customer is made one of the service project's customers, too. */
  addToProject: z.boolean(),
  /** People who have an Atlassian account may be added. */
  existingAccounts: z.boolean(),
  /** Automation rules may do all this, as the owner of the rule's connection. */
  rules: z.boolean(),
  /** People whom all rules of this project together may make customers in a day, UTC, with an account or without. */
  dailyByRules: aDay,
});
export type CustomerPolicy = z.infer<typeof CustomerPolicy>;

import { z } from 'zod';

import { GroupId, OrganizationId } from '../ids';
import { MAX_A_DAY } from '../limits';

/** How many a quota allows in a day. */
export const aDay = z
  .int('Enter a whole number.')
  .min(0, 'Enter 0 or more.')
  .max(MAX_A_DAY, `Enter ${String(MAX_A_DAY)} or less.`);

const NamedGroup = z.strictObject({ groupId: GroupId, name: z.string().min(1).max(255) });

/** Who may create customers: every agent of the project, or those of them who are in one of these groups. */
const Creators = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('agents') }),
  z.strictObject({
    kind: z.literal('groups'),
    groups: z.array(NamedGroup).min(1, 'Choose at least one group.').max(20, 'Choose at most 20 groups.'),
  }),
]);

/** `example.com`, or `*.example.com` for all below it. Compared in the form in which DNS knows it. */
const domain = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, 'Enter a domain, such as example.com.')
  .max(253, 'Use at most 253 characters.')
  // The back end turns international domains into their DNS form; here only what no domain has is refused.
  .regex(
    /^(\*\.)?[^\s@*/:\\,;<>()[\]"'\p{C}]+\.[^\s@*/:\\,;<>()[\]"'\p{C}.]+$/u,
    'Enter a domain, such as example.com.',
  );

const domains = z.array(domain).max(200, 'Use at most 200 lines.');

const NamedOrganization = z.strictObject({ organizationId: OrganizationId, name: z.string().max(255) });

/** To which organizations a customer may be added: none, those of the project, or these. */
const Organizations = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('ofProject') }),
  z.strictObject({
    kind: z.literal('listed'),
    organizations: z
      .array(NamedOrganization)
      .min(1, 'Choose at least one organization.')
      .max(200, 'Choose at most 200 organizations.'),
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

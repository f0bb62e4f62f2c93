import { z } from 'zod';

import { aDay, CustomerPolicy } from './customer-policy';
import { OrganizationId, ProjectId, ProjectKey } from './ids';
import { MAX_CUSTOMERS, MAX_ORGANIZATIONS } from './limits';
import { nothing, position, version } from './payload-parts';

/** Somebody to become a customer. What is wrong with the text is told for each person, so that one typing error stops nobody else. */
const Person = z.strictObject({ email: z.string().max(1_000), displayName: z.string().max(1_000).optional() });

const organizationIds = z
  .array(OrganizationId)
  .max(MAX_ORGANIZATIONS, `Choose at most ${String(MAX_ORGANIZATIONS)} organizations.`)
  .refine((ids) => new Set(ids).size === ids.length, 'Name each organization once.');

const order = z.strictObject({
  people: z
    .array(Person)
    .min(1, 'Enter at least one e-mail address.')
    .max(MAX_CUSTOMERS, `Enter at most ${String(MAX_CUSTOMERS)} people at a time.`),
  organizationIds,
});

/** What the queue page may send, by function key. The project itself is never part of a payload. */
export const customerPayloads = {
  openCustomers: nothing,
  previewCustomers: order,
  createCustomers: order,
};

/** What Jira's administration page may send, by function key. */
export const customerAdminPayloads = {
  openCustomerSettings: z.strictObject({ start: z.int().min(0).max(100_000).optional() }),
  readCustomerPolicy: z.strictObject({ projectId: ProjectId }),
  saveCustomerPolicy: z.strictObject({ projectId: ProjectId, policy: CustomerPolicy, version }),
  saveSiteQuota: z.strictObject({ dailyPerSite: aDay, version }),
  checkJiraRight: nothing,
  findJiraGroups: z.strictObject({ text: z.string().max(255) }),
  readCustomerAudit: z.strictObject({ projectId: ProjectId.optional(), before: position.optional() }),
};

const email = z.string().min(1, 'Enter an e-mail address.').max(1_000);
const displayName = z.string().max(1_000).optional();

/** What the app REST API takes, by function key. */
export const customerApiPayloads = {
  /** The body of `POST /customers`, and the header `Idempotency-Key`. */
  createCustomer: z.strictObject({
    projectKey: ProjectKey,
    email,
    displayName,
    organizationIds: organizationIds.default([]),
    idempotencyKey: z
      .string()
      .regex(/^[\x21-\x7e]{8,128}$/, 'Send 8 to 128 visible characters.')
      .optional(),
  }),
  /** The query of `GET /customers`. */
  findCustomer: z.strictObject({ projectKey: ProjectKey, email }),
};

/** What an automation action is given. */
export const customerActionPayloads = {
  createByRule: z.strictObject({
    issueKey: z
      .string()
      .regex(/^[A-Z][A-Z0-9_]{1,254}-[1-9]\d{0,17}$/, 'Give the key of the work item, such as SUP-12.'),
    email,
    displayName,
    /** Rules can give an empty text where they mean none. */
    organizationId: OrganizationId.or(z.literal('')).optional(),
  }),
};

import { z } from 'zod/mini';

import { AccountId, OrganizationId, ProjectId, ProjectKey } from '../ids';
import { MAX_CUSTOMERS, MAX_ORGANIZATIONS } from '../limits';
import { absentable, exportPlace, nothing, position, version } from '../payload-parts';
import { EXPORTED_OF_CUSTOMERS } from './customer-export';
import { CUSTOMER_FIELDS } from './field-problems';
import { aDay, CustomerPolicy } from './policy';

/** Accepts a person to become a customer. Problems in the text are reported for each person, so that one typing error doesn't stop the others. */
const Person = z.strictObject({
  email: z.string().check(z.maxLength(1_000)),
  displayName: absentable(z.string().check(z.maxLength(1_000))),
  /** The account that the agent confirmed, if only its name is the address. */
  confirmedAccountId: absentable(AccountId),
});

const organizationIds = z.array(OrganizationId).check(
  z.maxLength(MAX_ORGANIZATIONS, CUSTOMER_FIELDS.tooManyOrganizations),
  z.refine((ids) => new Set(ids).size === ids.length, CUSTOMER_FIELDS.organizationTwice),
);

const order = z.strictObject({
  people: z
    .array(Person)
    .check(z.minLength(1, CUSTOMER_FIELDS.nobody), z.maxLength(MAX_CUSTOMERS, CUSTOMER_FIELDS.tooManyPeople)),
  organizationIds,
});

const organizationStart = z.int().check(z.minimum(0), z.maximum(100_000));

/** Lists the payloads of the queue page, by function key. The project itself is never part of one. */
export const queuePagePayloads = {
  openCustomers: nothing,
  previewCustomers: order,
  createCustomers: order,
  listOrganizations: z.strictObject({ start: organizationStart }),
};

/** Lists the payloads of Jira's administration page, by function key. */
export const customerSettingsPayloads = {
  openCustomerSettings: z.strictObject({ start: absentable(z.int().check(z.minimum(0), z.maximum(100_000))) }),
  readCustomerPolicy: z.strictObject({ projectId: ProjectId }),
  listProjectOrganizations: z.strictObject({ projectId: ProjectId, start: organizationStart }),
  saveCustomerPolicy: z.strictObject({ projectId: ProjectId, policy: CustomerPolicy, version }),
  saveSiteQuota: z.strictObject({ dailyPerSite: aDay, version }),
  checkJiraRight: nothing,
  findJiraGroups: z.strictObject({ text: z.string().check(z.maxLength(255)) }),
  exportCustomers: z.strictObject({ from: absentable(exportPlace(EXPORTED_OF_CUSTOMERS)) }),
  readCustomerAudit: z.strictObject({ projectId: absentable(ProjectId), before: absentable(position) }),
};

const email = z.string().check(z.minLength(1, CUSTOMER_FIELDS.email), z.maxLength(1_000));
const displayName = absentable(z.string().check(z.maxLength(1_000)));

/** Lists the payloads of the app REST API, by function key. */
export const restApiPayloads = {
  /** The body of `POST /customers`, and the header `Idempotency-Key`. */
  createCustomer: z.strictObject({
    projectKey: ProjectKey,
    email,
    displayName,
    organizationIds: z.pipe(
      z.nullish(organizationIds),
      z.transform((ids) => ids ?? []),
    ),
    idempotencyKey: absentable(z.string().check(z.regex(/^[\x21-\x7e]{8,128}$/, CUSTOMER_FIELDS.idempotencyKey))),
  }),
  /** The query of `GET /customers`. */
  findCustomer: z.strictObject({ projectKey: ProjectKey, email }),
};

/** Lists the inputs of automation actions. */
export const automationActionPayloads = {
  createByRule: z.strictObject({
    issueKey: z.string().check(z.regex(/^[A-Z][A-Z0-9_]{1,254}-[1-9]\d{0,17}$/, CUSTOMER_FIELDS.workItem)),
    email,
    displayName,
    /** A rule can send empty text for a missing value. */
    organizationId: absentable(z.union([OrganizationId, z.literal('')])),
  }),
};

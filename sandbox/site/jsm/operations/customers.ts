// Portal-only customers: create one.
// https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-customer/
import { z } from 'zod';

import { booleanParam, readBody, type Answer } from '../../core/call';
import { Refusal } from '../../core/refusal';
import type { Account } from '../../people/model';
import type { Call, Row } from '../model';
import { requireJiraAdmin } from '../rules';
import { customerJson } from './json';

/** Requires no name: an account without one is shown by its email. */
const customerSchema = z.object({
  email: z.email().max(255),
  displayName: z.string().trim().min(1).max(255).exactOptional(),
  fullName: z.string().trim().min(1).max(255).exactOptional(),
});

export const customerRows: readonly Row[] = [
  {
    operationId: 'createCustomer',
    method: 'POST',
    path: '/rest/servicedeskapi/customer',
    scopes: [
      ['manage:servicedesk-customer'],
      ['read:customer:jira-service-management', 'write:customer:jira-service-management', 'read:user:jira'],
    ],
    handler: createCustomer,
  },
];

/** Creates a customer. An email belongs to at most one account of the site, of any kind. No invitation is sent. */
function createCustomer(call: Call): Answer {
  const { model, ids } = call;
  requireJiraAdmin(model, call.actor);
  const isStrict = booleanParam(call, 'strictConflictStatusCode');
  const { email, displayName, fullName } = readBody(call, customerSchema);
  if ([...model.accounts.values()].some((account) => account.email.toLowerCase() === email.toLowerCase())) {
    throw new Refusal(isStrict ? 409 : 400, 'An account already exists for this email address.');
  }
  const accountId = `qm:${model.jira.customerDirectoryId}:${ids.uuid()}`;
  const account: Account = {
    accountId,
    handle: accountId,
    name: displayName ?? fullName ?? email,
    email,
    accountType: 'customer',
    status: 'active',
  };
  model.accounts.set(accountId, account);
  return { status: 201, json: customerJson(call, account) };
}

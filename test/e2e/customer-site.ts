// A site on which agents may create customers.
import type { CustomerPolicyView } from '../../src/shared/customers/views';
import type { OpenSandbox } from './harness';

type Policy = CustomerPolicyView['policy'];

/** Whatever the app answers, which must be a success. */
async function call(
  { sandbox }: OpenSandbox,
  moduleKey: string,
  functionKey: string,
  payload: unknown,
): Promise<unknown> {
  const accountId = accountOf(sandbox, 'site-admin');
  const answer = await sandbox.invoke({ moduleKey, functionKey, payload, accountId, context: {} });
  const result = answer as { ok: true; value: unknown } | { ok: false; error: unknown };
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

export function accountOf({ site }: OpenSandbox['sandbox'], handle: string): string {
  return site.model.accountOf(handle).accountId;
}

/** The site admin picks their own account as the privileged user. */
export async function choosePrivilegedUser(opened: OpenSandbox): Promise<void> {
  const accountId = accountOf(opened.sandbox, 'site-admin');
  await call(opened, 'global-settings', 'savePrivilegedUser', { accountId, version: 0 });
}

/** A Jira administrator lets agents of a service project create customers and add them to its organizations, and sees that it works. */
export async function allowCustomers(
  opened: OpenSandbox,
  projectKey: string,
  more: Partial<Policy> = {},
): Promise<void> {
  const { id: projectId } = opened.sandbox.site.model.project(projectKey);
  const stored = (await call(opened, 'customer-settings', 'readCustomerPolicy', { projectId })) as CustomerPolicyView;
  const policy: Policy = { ...stored.policy, enabled: true, organizations: { kind: 'ofProject' }, ...more };
  await call(opened, 'customer-settings', 'saveCustomerPolicy', { projectId, policy, version: stored.version });
  await call(opened, 'customer-settings', 'openCustomerSettings', {});
}

function basic(handle: string) {
  return { authorization: `Basic ${btoa(`${handle}@example.com:sandbox`)}` };
}

/** Who is in an organization, as an agent reads it over HTTP. */
export async function membersOf({ url }: OpenSandbox, organizationId: string): Promise<string[]> {
  const path = `/rest/servicedeskapi/organization/${organizationId}/user`;
  const answer = await fetch(url + path, { headers: basic('agent') });
  const { values } = (await answer.json()) as { values: { emailAddress?: string; accountId: string }[] };
  return values.map(({ emailAddress, accountId }) => emailAddress ?? accountId).toSorted();
}

/** Where the app's REST API is, and a token with which a person has consented to all of it. */
export async function consent(
  { url }: OpenSandbox,
  handle: string,
): Promise<{ api: string; token: string; scopes: string[] }> {
  const { basePath, scopes } = (await (await fetch(`${url}/_sandbox/app-rest-apis`)).json()) as {
    basePath: string;
    scopes: string[];
  };
  const answer = await fetch(`${url}/_sandbox/oauth/token`, {
    method: 'POST',
    headers: { ...basic(handle), 'content-type': 'application/json' },
    body: JSON.stringify({ scopes }),
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  return { api: url + basePath, token, scopes };
}

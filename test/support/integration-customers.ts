// The Jira side of the world of integration tests: agents, Jira administrators, what they allow.
import type { z } from 'zod/mini';

import type { Sandbox } from '../../sandbox/sandbox';
import type { CustomerSettingsAnswers, QueuePageAnswers } from '../../src/shared/customers/api';
import type { customerSettingsPayloads, queuePagePayloads } from '../../src/shared/customers/payloads';
import type { CustomerPolicy } from '../../src/shared/customers/policy';
import { ProjectId } from '../../src/shared/ids';
import type { Result } from '../../src/shared/result';
import { valueOf } from './results';

type CustomerAdminKey = keyof CustomerSettingsAnswers & keyof typeof customerSettingsPayloads;
type CustomerKey = keyof QueuePageAnswers & keyof typeof queuePagePayloads;

interface Parts {
  site: Sandbox['site'];
  call: (
    moduleKey: 'customer-settings' | 'customers',
    functionKey: string,
    payload: unknown,
    handle: string,
    context?: Record<string, unknown>,
  ) => Promise<unknown>;
}

/** What a test says to do as somebody in Jira. */
export function customerSide({ site, call }: Parts) {
  const { model } = site;
  function projectId(key: string) {
    return ProjectId.parse(model.project(key).id);
  }
  function inProject(key: string) {
    return {
      extension: { type: 'jiraServiceManagement:queuePage', project: { id: projectId(key), key } },
    };
  }
  async function asJiraAdmin<Key extends CustomerAdminKey>(
    handle: string,
    key: Key,
    payload: z.input<(typeof customerSettingsPayloads)[Key]>,
  ) {
    return (await call('customer-settings', key, payload, handle)) as Result<CustomerSettingsAnswers[Key]>;
  }
  async function asAgent<Key extends CustomerKey>(
    handle: string,
    project: string,
    key: Key,
    payload: z.input<(typeof queuePagePayloads)[Key]>,
  ) {
    return (await call('customers', key, payload, handle, inProject(project))) as Result<QueuePageAnswers[Key]>;
  }

  /** A Jira administrator changes what is allowed in a service project. */
  async function savePolicy(project: string, change: Partial<CustomerPolicy>): Promise<void> {
    const payload = { projectId: projectId(project) };
    const { policy, version } = valueOf(await asJiraAdmin('site-admin', 'readCustomerPolicy', payload));
    const next = { ...payload, policy: { ...policy, ...change }, version };
    valueOf(await asJiraAdmin('site-admin', 'saveCustomerPolicy', next));
    site.clearRequests();
  }
  /** A Jira administrator switches customers on in a service project, for every domain and the project's organizations. */
  async function allowCustomers(project: string, more: Partial<CustomerPolicy> = {}): Promise<void> {
    await savePolicy(project, { enabled: true, organizations: { kind: 'ofProject' }, ...more });
    // The privileged user's right is looked at once.
    valueOf(await asJiraAdmin('site-admin', 'openCustomerSettings', {}));
    site.clearRequests();
  }
  function customer(email: string) {
    return [...model.accounts.values()].find((one) => one.email === email);
  }
  return { projectId, inProject, asJiraAdmin, asAgent, savePolicy, allowCustomers, customer };
}

// Settings of Jira administrators for customers: a policy for each service project, and the site's daily limit.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-api/
import type { CustomerSettings, JiraObservation } from '../../customers/ports';
import type { CustomerPolicy } from '../../shared/customers/policy';
import type { ProjectId } from '../../shared/ids';
import { CUSTOMER_SITE_QUOTA_KEY, customerPolicyKey, JIRA_OBSERVATION_KEY } from './keys';
import { changeSetting, readSetting, readSettings, readVersioned, saveVersioned } from './versioned';

const DAILY_PER_SITE = 200;

/** Creates the settings for customers of this installation. The port describes how each method fails. */
export function createCustomerSettings(): CustomerSettings {
  return {
    policy: async (projectId) => {
      const { value, version } = await readVersioned<Partial<CustomerPolicy>>(customerPolicyKey(projectId), {});
      return { value: whole(value), version };
    },
    savePolicy: (projectId, next, before) => saveVersioned(customerPolicyKey(projectId), next, before),
    policies: readPolicies,
    dailyPerSite: () => readVersioned(CUSTOMER_SITE_QUOTA_KEY, DAILY_PER_SITE),
    saveDailyPerSite: (next, before) => saveVersioned(CUSTOMER_SITE_QUOTA_KEY, next, before),
    observation: () => readSetting<JiraObservation>(JIRA_OBSERVATION_KEY),
    saveObservation: storeObservation,
  };
}

/** The policy of a project before anybody sets one: nobody may create customers. */
const OFF: CustomerPolicy = {
  enabled: false,
  creators: { kind: 'agents' },
  allowedDomains: [],
  deniedDomains: [],
  organizations: { kind: 'none' },
  dailyPerAgent: 50,
  addToProject: true,
  existingAccounts: false,
  rules: false,
  dailyByRules: 20,
};

/** Completes a policy stored before a part of it existed with that part's default. */
function whole(stored: Partial<CustomerPolicy>): CustomerPolicy {
  return { ...OFF, ...stored };
}

async function readPolicies(ids: readonly ProjectId[]): Promise<ReadonlyMap<ProjectId, CustomerPolicy>> {
  const unique = [...new Set(ids)];
  const stored = await readSettings<Partial<CustomerPolicy>>(unique.map(customerPolicyKey));
  return new Map(
    unique.flatMap((id): [ProjectId, CustomerPolicy][] => {
      const policy = stored.get(customerPolicyKey(id));
      return policy === undefined ? [] : [[id, whole(policy)]];
    }),
  );
}

/** Stores an observation, unless one that began later is stored. */
async function storeObservation(found: JiraObservation): Promise<void> {
  const before = await readVersioned<JiraObservation>(JIRA_OBSERVATION_KEY);
  await changeSetting(JIRA_OBSERVATION_KEY, before, (now) => (now !== undefined && now.at > found.at ? now : found));
}

// A small Jira Service Management, and what the app stores about customers.
import { AppError } from '../../../src/broker/errors';
import { isGrant } from '../../../src/broker/grant';
import type { BrokerPorts } from '../../../src/broker/ports';
import { allow, refuse } from '../../../src/broker/verdict';
import type { FoundAccount, JiraAccount, ProvedProject } from '../../../src/customers/facts';
import type { QuotaVerdict } from '../../../src/customers/policy';
import type { CustomerPorts, JiraObservation, KeptAnswer } from '../../../src/customers/ports';
import type { CustomerPolicy } from '../../../src/shared/customers/policy';
import { AccountId, GroupId, OrganizationId, ProjectId } from '../../../src/shared/ids';
import { boss } from './builders';
import type { Journal } from './journal';

export const supId = ProjectId.parse('10010');
export const acme = OrganizationId.parse('1');
export const globex = OrganizationId.parse('2');
export const supportTeam = GroupId.parse('g-support');

export const aProject = (given: Partial<ProvedProject> = {}): ProvedProject => ({
  projectId: supId,
  key: 'SUP',
  name: 'Support',
  serviceDeskId: '1',
  ...given,
});

/** On, for every agent, every domain and the project's organizations. */
export const aPolicy = (given: Partial<CustomerPolicy> = {}): CustomerPolicy => ({
  enabled: true,
  creators: { kind: 'agents' },
  allowedDomains: [],
  deniedDomains: [],
  organizations: { kind: 'ofProject' },
  dailyPerAgent: 50,
  addToProject: true,
  existingAccounts: false,
  rules: false,
  dailyByRules: 20,
  ...given,
});

interface Known extends JiraAccount {
  /** Only the privileged user finds it. */
  hidden?: boolean;
  /** Its email is hidden, and its name is the address. */
  namedByAddress?: boolean;
}

export interface FakeJira {
  jiraAdmins: Set<AccountId>;
  callerIsJiraAdmin: boolean;
  agent: boolean;
  project: ProvedProject;
  organizations: OrganizationId[];
  /** Not more than one decision may read. */
  organizationsComplete: boolean;
  /** The caller may. */
  managesOrganizations: boolean;
  callerGroups: Set<GroupId>;
  seesIssues: boolean;
  /** By e-mail address. */
  accounts: Map<string, Known>;
  customersOfProject: Set<AccountId>;
  members: Map<OrganizationId, Set<AccountId>>;
  comments: { issueKey: string; lines: readonly string[] }[];
  policy: CustomerPolicy;
  policyVersion: number;
  dailyPerSite: number;
  observation: JiraObservation | undefined;
  taken: { agent: number; rule: number; site: number };
  requests: Map<string, { body: string; answer?: KeptAnswer }>;
}

const demandGrant = (value: object): void => {
  if (!isGrant(value)) throw new Error('A privileged call without a grant.');
};

/** Boss is a Jira administrator; Acme is an organization of SUP. */
export const createJira = (): FakeJira => ({
  jiraAdmins: new Set([boss]),
  callerIsJiraAdmin: true,
  agent: true,
  project: aProject(),
  organizations: [acme],
  organizationsComplete: true,
  managesOrganizations: true,
  callerGroups: new Set(),
  seesIssues: true,
  accounts: new Map(),
  customersOfProject: new Set(),
  members: new Map([
    [acme, new Set<AccountId>()],
    [globex, new Set<AccountId>()],
  ]),
  comments: [],
  policy: aPolicy(),
  policyVersion: 1,
  dailyPerSite: 200,
  observation: undefined,
  taken: { agent: 0, rule: 0, site: 0 },
  requests: new Map(),
});

const plain = ({ accountId, kind, active, namedByAddress }: Known): FoundAccount => ({
  account: { accountId, kind, active },
  certain: namedByAddress !== true,
});

const named = (organizationId: OrganizationId) => ({ organizationId, name: `Organization ${organizationId}` });

const reading = (jira: FakeJira, { run }: Journal): Pick<CustomerPorts, 'jira' | 'jiraRight'> => ({
  jira: {
    isJiraAdmin: async () => run({ call: 'isJiraAdmin', about: '' }, () => jira.callerIsJiraAdmin),
    project: async (key) =>
      run({ call: 'project', about: key }, () =>
        key === jira.project.key ? { project: jira.project, agent: jira.agent } : undefined,
      ),
    projects: async (start) => run({ call: 'projects', about: String(start) }, () => ({ projects: [jira.project] })),
    projectById: async (projectId) =>
      run({ call: 'projectById', about: projectId }, () =>
        projectId === jira.project.projectId ? jira.project : undefined,
      ),
    organizations: async ({ key }) =>
      run({ call: 'organizations', about: key }, () => ({ organizations: jira.organizations.map(named) })),
    findOrganizations: async ({ key }, wanted) =>
      run({ call: 'findOrganizations', about: key }, () => ({
        found: jira.organizations.filter((one) => wanted.includes(one)).map(named),
        complete: jira.organizationsComplete,
      })),
    isCustomer: async (_project, { accountId }) =>
      run({ call: 'isCustomer', about: accountId }, () => jira.customersOfProject.has(accountId)),
    membershipsOf: async (accountId, wanted) =>
      run(
        { call: 'membershipsOf', about: accountId },
        () => new Set(wanted.filter((id) => jira.members.get(id)?.has(accountId) === true)),
      ),
    organization: async (organizationId) =>
      run({ call: 'organization', about: organizationId }, () =>
        jira.members.has(organizationId) ? named(organizationId) : undefined,
      ),
    groupsOfCaller: async () => run({ call: 'groupsOfCaller', about: '' }, () => jira.callerGroups),
    searchGroups: async (text) =>
      run({ call: 'search groups', about: text }, () => [{ groupId: supportTeam, name: 'support-team' }]),
    mayComment: async (issueKey) => run({ call: 'mayComment', about: issueKey }, () => jira.seesIssues),
    findAccount: async (address) =>
      run({ call: 'findAccount', about: address }, () => {
        const found = jira.accounts.get(address);
        return found === undefined || found.hidden === true ? undefined : plain(found);
      }),
  },
  jiraRight: {
    isJiraAdmin: async (as) =>
      run({ call: 'read isJiraAdmin', about: '', as }, () => ({ works: jira.jiraAdmins.has(as) })),
  },
});

const writing = (jira: FakeJira, { run }: Journal): Pick<CustomerPorts, 'agentWriter' | 'customerWriter'> => ({
  agentWriter: {
    mayAddToOrganization: async (organizationId) =>
      run({ call: 'mayAddToOrganization', about: organizationId }, () => jira.managesOrganizations),
    addToOrganization: async (organizationId, accountId) =>
      run({ call: 'addToOrganization', about: `${organizationId} ${accountId}` }, () => {
        const members = jira.members.get(organizationId);
        if (members === undefined) throw new AppError({ code: 'NOT_FOUND', what: 'organization' });
        members.add(accountId);
      }),
    comment: async (issueKey, lines) =>
      run({ call: 'comment', about: issueKey }, () => {
        jira.comments.push({ issueKey, lines });
      }),
  },
  customerWriter: {
    create: async (grant) =>
      run({ call: 'createCustomer', about: grant.email, as: grant.actAs }, () => {
        demandGrant(grant);
        if (jira.accounts.has(grant.email)) return 'exists';
        const accountId = AccountId.parse(`qm:${String(jira.accounts.size + 1)}`);
        jira.accounts.set(grant.email, { accountId, kind: 'customer', active: true });
        return { accountId };
      }),
    find: async (grant) =>
      run({ call: 'findCustomer', about: grant.email, as: grant.actAs }, () => {
        demandGrant(grant);
        const found = jira.accounts.get(grant.email);
        return found && plain(found);
      }),
    addToProject: async (grant) =>
      run({ call: 'addToProject', about: grant.accountId, as: grant.actAs }, () => {
        demandGrant(grant);
        jira.customersOfProject.add(grant.accountId);
      }),
  },
});

const storing = (
  jira: FakeJira,
  { run }: Journal,
): Pick<CustomerPorts, 'customerSettings' | 'customerQuota' | 'repeatedRequests' | 'customerAudit' | 'digests'> => ({
  customerSettings: {
    policy: async () => ({ value: jira.policy, version: jira.policyVersion }),
    savePolicy: async (projectId, next, seen) =>
      run({ call: 'savePolicy', about: projectId }, () => {
        if (seen !== jira.policyVersion) throw new AppError({ code: 'CONFLICT', what: 'settings' });
        jira.policy = next;
        jira.policyVersion += 1;
        return jira.policyVersion;
      }),
    policies: async (ids) => new Map(ids.map((id) => [id, jira.policy])),
    dailyPerSite: async () => ({ value: jira.dailyPerSite, version: 1 }),
    saveDailyPerSite: async (next) =>
      run({ call: 'saveDailyPerSite', about: String(next) }, () => {
        jira.dailyPerSite = next;
        return 2;
      }),
    observation: async () => jira.observation,
    saveObservation: async (found) =>
      run({ call: 'saveJiraObservation', about: found.outcome }, () => {
        jira.observation = found;
      }),
  },
  customerQuota: {
    take: async ({ via }, { dailyPerAgent, dailyByRules, dailyPerSite }, wanted) => {
      const takeOne = (): QuotaVerdict => {
        const own = via === 'rule' ? 'rule' : 'agent';
        if (jira.taken[own] >= (via === 'rule' ? dailyByRules : dailyPerAgent)) {
          return refuse(via === 'rule' ? 'RULES_QUOTA_REACHED' : 'AGENT_QUOTA_REACHED');
        }
        if (jira.taken.site >= dailyPerSite) return refuse('SITE_QUOTA_REACHED');
        jira.taken[own] += 1;
        jira.taken.site += 1;
        return allow({ day: '2026-11-22' });
      };
      return run({ call: 'takeQuota', about: via }, () => Array.from({ length: wanted }, takeOne));
    },
    giveBack: async ({ via }) =>
      run({ call: 'giveBackQuota', about: via }, () => {
        jira.taken[via === 'rule' ? 'rule' : 'agent'] -= 1;
        jira.taken.site -= 1;
      }),
    used: async ({ via }) => jira.taken[via === 'rule' ? 'rule' : 'agent'],
    usedOnSite: async () => jira.taken.site,
  },
  repeatedRequests: {
    begin: async (fingerprint, body) => {
      const known = jira.requests.get(fingerprint);
      if (known === undefined) {
        jira.requests.set(fingerprint, { body });
        return 'new';
      }
      if (known.body !== body) return 'otherBody';
      return known.answer ?? 'running';
    },
    finish: async (fingerprint, body, answer) => void jira.requests.set(fingerprint, { body, answer }),
    forget: async (fingerprint) => void jira.requests.delete(fingerprint),
  },
  customerAudit: { read: async () => ({ rows: [] }) },
  digests: { of: (text) => `digest(${text})` },
});

/** Every port about customers, on one Jira. */
export const createCustomerPorts = (jira: FakeJira, journal: Journal): Omit<CustomerPorts, keyof BrokerPorts> => ({
  ...reading(jira, journal),
  ...writing(jira, journal),
  ...storing(jira, journal),
});

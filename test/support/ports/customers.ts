// A small Jira Service Management, and what the app stores about customers.
import { createHash } from 'node:crypto';

import { AppError } from '../../../src/broker/errors';
import { isGrant } from '../../../src/broker/grant';
import type { BrokerPorts, Clock } from '../../../src/broker/ports';
import type { FoundAccount, ProvedProject } from '../../../src/customers/facts';
import type { CustomerPorts } from '../../../src/customers/ports';
import type { CustomerPolicy } from '../../../src/shared/customers/policy';
import { AccountId, GroupId, OrganizationId, ProjectId } from '../../../src/shared/ids';
import { MOST_ORGANIZATIONS_READ } from '../../../src/shared/limits';
import { createCustomerAudit, type FakeAuditLog } from './audit-log';
import { boss, refusedByAtlassian } from './builders';
import { createCustomerStores } from './customer-stores';
import type { FakeJira, Known } from './fake-jira';
import type { Journal } from './journal';
import type { Site } from './site';

export const supId = ProjectId.parse('10010');
export const acme = OrganizationId.parse('1');
export const globex = OrganizationId.parse('2');
export const supportTeam = GroupId.parse('g-support');

export function aProject(given: Partial<ProvedProject> = {}): ProvedProject {
  return {
    projectId: supId,
    key: 'SUP',
    name: 'Support',
    serviceDeskId: '1',
    ...given,
  };
}

/** On, for every agent, every domain and the project's organizations. */
export function aPolicy(given: Partial<CustomerPolicy> = {}): CustomerPolicy {
  return {
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
  };
}

function demandGrant(value: object): void {
  if (!isGrant(value)) throw new Error('A privileged call without a grant.');
}

/** What one day's keys end with, by whose they are. */
const COUNTED = { agent: '#agent', rule: '#rules', site: '#site' } as const;

function takenBy(counters: ReadonlyMap<string, number>): FakeJira['taken'] {
  function sumOf(ending: string) {
    return [...counters].reduce((sum, [key, count]) => (key.endsWith(ending) ? sum + count : sum), 0);
  }
  return { agent: sumOf(COUNTED.agent), rule: sumOf(COUNTED.rule), site: sumOf(COUNTED.site) };
}

/** Boss is a Jira administrator; Acme is an organization of SUP. */
export function createJira(): FakeJira {
  const counters = new Map<string, number>();
  return {
    jiraAdmins: new Set([boss]),
    callerIsJiraAdmin: true,
    agent: true,
    project: aProject(),
    otherProjects: [],
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
    dailyPerSiteVersion: 1,
    observation: undefined,
    counters,
    get taken() {
      return takenBy(counters);
    },
    requests: new Map(),
  };
}

function plain({ accountId, kind, active, namedByAddress }: Known): FoundAccount {
  return {
    account: { accountId, kind, active },
    certain: namedByAddress !== true,
  };
}

/** In the project; those of others are hidden. */
function seesIssue({ seesIssues, project }: FakeJira, issueKey: string): boolean {
  return seesIssues && issueKey.startsWith(`${project.key}-`);
}

const PROJECTS_A_PAGE = 50;
/** Most that are read for one answer. */
const ORGANIZATIONS_AT_ONCE = 200;

function named(organizationId: OrganizationId) {
  return { organizationId, name: `Organization ${organizationId}` };
}

function reading({ jira, site }: Parts, { run }: Journal): Pick<CustomerPorts, 'jira' | 'jiraRight'> {
  return {
    jira: {
      isJiraAdmin: async () => run({ call: 'isJiraAdmin', about: '' }, () => jira.callerIsJiraAdmin),
      project: async (key) =>
        run({ call: 'project', about: key }, () =>
          key === jira.project.key ? { project: jira.project, agent: jira.agent } : undefined,
        ),
      projects: async (start) =>
        run({ call: 'projects', about: String(start) }, () => {
          const all = [jira.project, ...jira.otherProjects];
          const end = start + PROJECTS_A_PAGE;
          return { projects: all.slice(start, end), ...(all.length > end && { nextStart: end }) };
        }),
      projectById: async (projectId) =>
        run({ call: 'projectById', about: projectId }, () =>
          projectId === jira.project.projectId ? jira.project : undefined,
        ),
      organizations: async ({ key }, start = 0) =>
        run({ call: 'organizations', about: key }, () => {
          const end = start + ORGANIZATIONS_AT_ONCE;
          const more = jira.organizations.length > end && { nextStart: end };
          return { organizations: jira.organizations.slice(start, end).map(named), ...more };
        }),
      findOrganizations: async ({ key }, wanted) =>
        run({ call: 'findOrganizations', about: key }, () => {
          const found = jira.organizations.slice(0, MOST_ORGANIZATIONS_READ).filter((one) => wanted.includes(one));
          const isCutShort = jira.organizations.length > MOST_ORGANIZATIONS_READ && found.length < wanted.length;
          return { found: found.map(named), complete: jira.organizationsComplete && !isCutShort };
        }),
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
        run({ call: 'search groups', about: text }, () =>
          'support-team'.includes(text.toLowerCase()) ? [{ groupId: supportTeam, name: 'support-team' }] : [],
        ),
      mayComment: async (issueKey) => run({ call: 'mayComment', about: issueKey }, () => seesIssue(jira, issueKey)),
      findAccount: async (address) =>
        run({ call: 'findAccount', about: address }, () => {
          const found = jira.accounts.get(address.toLowerCase());
          return found === undefined || found.hidden === true ? undefined : plain(found);
        }),
    },
    jiraRight: {
      isJiraAdmin: async (as) =>
        run({ call: 'read isJiraAdmin', about: '', as }, () => {
          if (site.unusable.has(as)) return { works: false, noAccess: true };
          const shown = site.impersonation.get(as) ?? { works: true };
          if (shown.works === true) return { works: jira.jiraAdmins.has(as) };
          return shown.works === false ? { works: false, noAccess: true } : { works: undefined };
        }),
    },
  };
}

function writing(
  { jira, site }: Parts,
  { run: runAsCaller }: Journal,
): Pick<CustomerPorts, 'agentWriter' | 'customerWriter'> {
  const run: Journal['run'] = async (entry, effect) =>
    runAsCaller(entry, () => {
      if (entry.as !== undefined) site.actAs(AccountId.parse(entry.as));
      return effect();
    });
  return {
    agentWriter: {
      mayAddToOrganization: async (organizationId) =>
        run({ call: 'mayAddToOrganization', about: organizationId }, () => jira.managesOrganizations),
      addToOrganization: async (organizationId, accountId) =>
        run({ call: 'addToOrganization', about: `${organizationId} ${accountId}` }, () => {
          if (!jira.managesOrganizations) throw refusedByAtlassian;
          const members = jira.members.get(organizationId);
          if (members === undefined) throw new AppError({ code: 'NOT_FOUND', what: 'organization' });
          members.add(accountId);
        }),
      comment: async (issueKey, lines) =>
        run({ call: 'comment', about: issueKey }, () => {
          if (!seesIssue(jira, issueKey)) throw new AppError({ code: 'NOT_FOUND', what: 'issue' });
          jira.comments.push({ issueKey, lines });
        }),
    },
    customerWriter: {
      create: async (grant) =>
        run({ call: 'createCustomer', about: grant.email, as: grant.actAs }, () => {
          demandGrant(grant);
          if (!grant.email.includes('@')) return 'rejected';
          if (jira.accounts.has(grant.email.toLowerCase())) return 'exists';
          const accountId = AccountId.parse(`qm:${String(jira.accounts.size + 1)}`);
          jira.accounts.set(grant.email.toLowerCase(), { accountId, kind: 'customer', active: true });
          return { accountId };
        }),
      find: async (grant) =>
        run({ call: 'findCustomer', about: grant.email, as: grant.actAs }, () => {
          demandGrant(grant);
          const found = jira.accounts.get(grant.email.toLowerCase());
          return found && plain(found);
        }),
      addToProject: async (grant) =>
        run({ call: 'addToProject', about: grant.accountId, as: grant.actAs }, () => {
          demandGrant(grant);
          jira.customersOfProject.add(grant.accountId);
        }),
    },
  };
}

/** Every port about customers, on one Jira. */
export function createCustomerPorts(parts: Parts, journal: Journal): Omit<CustomerPorts, keyof BrokerPorts> {
  return {
    ...reading(parts, journal),
    ...writing(parts, journal),
    ...createCustomerStores(parts.jira, journal, parts.clock),
    customerAudit: createCustomerAudit(journal, parts.auditLog, parts.clock),
    digests: { of: (text) => createHash('sha256').update(text).digest('hex') },
  };
}

interface Parts {
  jira: FakeJira;
  site: Site;
  clock: Clock;
  auditLog: FakeAuditLog;
}

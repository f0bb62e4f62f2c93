// What the app stores about customers: policies and limits, counters by day, requests and their answers.
import { AppError } from '../../../src/broker/errors';
import type { Clock } from '../../../src/broker/ports';
import { allow, refuse } from '../../../src/broker/verdict';
import type { QuotaVerdict } from '../../../src/customers/policy';
import type { CustomerPorts, QuotaSubject } from '../../../src/customers/ports';
import type { CustomerPolicy } from '../../../src/shared/customers/policy';
import type { FakeJira } from './fake-jira';
import type { Journal } from './journal';

/** What holds until somebody says otherwise. */
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
const DAILY_PER_SITE = 200;

const RUNNING_MS = 60_000;
const KEPT_MS = 24 * 3_600_000;

type Stores = Pick<CustomerPorts, 'customerSettings' | 'customerQuota' | 'repeatedRequests'>;

export function createCustomerStores(jira: FakeJira, journal: Journal, clock: Clock): Stores {
  return {
    customerSettings: settings(jira, journal),
    customerQuota: quota(jira, journal, clock),
    repeatedRequests: requests(jira, journal, clock),
  };
}

function settings(jira: FakeJira, { run, read }: Journal): Stores['customerSettings'] {
  function conflict() {
    return new AppError({ code: 'CONFLICT', what: 'settings' });
  }
  function isStored(projectId: string) {
    return projectId === jira.project.projectId && jira.policyVersion > 0;
  }
  return {
    policy: async (projectId) =>
      read('read policy', () =>
        isStored(projectId) ? { value: jira.policy, version: jira.policyVersion } : { value: OFF, version: 0 },
      ),
    savePolicy: async (projectId, next, seen) =>
      run({ call: 'savePolicy', about: projectId }, () => {
        if (projectId !== jira.project.projectId) throw new Error('This Jira has one project');
        if (seen !== jira.policyVersion) throw conflict();
        jira.policy = next;
        jira.policyVersion += 1;
        return jira.policyVersion;
      }),
    policies: async (ids) => read('read policies', () => new Map(ids.filter(isStored).map((id) => [id, jira.policy]))),
    dailyPerSite: async () =>
      read('read dailyPerSite', () => ({
        value: jira.dailyPerSiteVersion === 0 ? DAILY_PER_SITE : jira.dailyPerSite,
        version: jira.dailyPerSiteVersion,
      })),
    saveDailyPerSite: async (next, seen) =>
      run({ call: 'saveDailyPerSite', about: String(next) }, () => {
        if (seen !== jira.dailyPerSiteVersion) throw conflict();
        jira.dailyPerSite = next;
        jira.dailyPerSiteVersion += 1;
        return jira.dailyPerSiteVersion;
      }),
    observation: async () => read('read jira observation', () => jira.observation),
    saveObservation: async (found) =>
      run({ call: 'saveJiraObservation', about: found.outcome }, () => {
        if (jira.observation === undefined || jira.observation.at <= found.at) jira.observation = found;
      }),
  };
}

function quota({ counters }: FakeJira, { run, read }: Journal, clock: Clock): Stores['customerQuota'] {
  function today() {
    return new Date(clock.now()).toISOString().slice(0, 10);
  }
  function ownKey(day: string, { projectId, caller, via }: QuotaSubject) {
    return via === 'rule' ? `${day} ${projectId}#rules` : `${day} ${projectId} ${caller}#agent`;
  }
  function siteKey(day: string) {
    return `${day}#site`;
  }
  function countOf(key: string) {
    return counters.get(key) ?? 0;
  }
  function add(keys: readonly string[], by: number) {
    for (const key of keys) counters.set(key, Math.max(0, countOf(key) + by));
  }
  return {
    take: async (subject, { dailyPerAgent, dailyByRules, dailyPerSite }, wanted) => {
      const day = today();
      const [own, site] = [ownKey(day, subject), siteKey(day)];
      const byRule = subject.via === 'rule';
      function takeOne(): QuotaVerdict {
        if (countOf(own) >= (byRule ? dailyByRules : dailyPerAgent)) {
          return refuse(byRule ? 'RULES_QUOTA_REACHED' : 'AGENT_QUOTA_REACHED');
        }
        if (countOf(site) >= dailyPerSite) return refuse('SITE_QUOTA_REACHED');
        add([own, site], 1);
        return allow({ day });
      }
      return run({ call: 'takeQuota', about: subject.via }, () => Array.from({ length: wanted }, takeOne));
    },
    giveBack: async (subject, { day }) =>
      run({ call: 'giveBackQuota', about: subject.via }, () => add([ownKey(day, subject), siteKey(day)], -1)),
    used: async (subject) => read('read used', () => countOf(ownKey(today(), subject))),
    usedOnSite: async () => read('read usedOnSite', () => countOf(siteKey(today()))),
  };
}

function requests(jira: FakeJira, { read }: Journal, clock: Clock): Stores['repeatedRequests'] {
  const known = jira.requests;
  return {
    begin: async (fingerprint, body) =>
      read('begin request', () => {
        const seen = known.get(fingerprint);
        const age = clock.now() - (seen?.at ?? 0);
        if (seen !== undefined && age <= KEPT_MS && seen.body !== body) return 'otherBody';
        if (seen !== undefined && age <= (seen.answer === undefined ? RUNNING_MS : KEPT_MS)) {
          return seen.answer ?? 'running';
        }
        known.set(fingerprint, { body, at: clock.now() });
        return 'new';
      }),
    finish: async (fingerprint, body, answer) =>
      read('finish request', () => void known.set(fingerprint, { body, at: clock.now(), answer })),
    forget: async (fingerprint) => read('forget request', () => void known.delete(fingerprint)),
  };
}

import { expect, test } from 'vitest';

import type {
  AccountResult,
  CustomerResult,
  OrganizationResult,
  ProjectOutcome,
} from '../../../src/shared/customers/results';
import type { ErrorCode, CustomerRefusal } from '../../../src/shared/result';
import { CUSTOMER_REASONS } from '../../../src/shared/words/customer-reasons';
import { failureText } from '../../../static/feedback/failure-text';
import { codeText } from '../../../static/queue-page/code-text';
import {
  accountText,
  mayTryAgain,
  organizationText,
  projectText,
  resultLines,
  standing,
} from '../../../static/queue-page/result-text';
import { ERROR_CODES } from '../../support/error-codes';
import { account } from '../answers';
import { ACME, aResult } from './answers';

const RULES: Record<CustomerRefusal, true> = {
  EMAIL_INVALID: true,
  NAME_INVALID: true,
  DOMAIN_DENIED: true,
  DOMAIN_NOT_ALLOWED: true,
  ORGANIZATION_NOT_ALLOWED: true,
  ORGANIZATION_NOT_CHECKED: true,
  EXISTING_ACCOUNT_NOT_ALLOWED: true,
  ACCOUNT_NOT_ELIGIBLE: true,
  AGENT_QUOTA_REACHED: true,
  RULES_QUOTA_REACHED: true,
  SITE_QUOTA_REACHED: true,
};

const ACCOUNTS: {
  [Outcome in AccountResult['outcome']]: Extract<AccountResult, { outcome: Outcome }> | AccountResult;
} = {
  created: { outcome: 'created', accountId: account('x'), kind: 'customer' },
  existed: { outcome: 'existed', accountId: account('x'), kind: 'customer' },
  thereNow: { outcome: 'thereNow', accountId: account('x'), kind: 'customer' },
  notConfirmed: { outcome: 'notConfirmed', code: 'ATLASSIAN_REFUSED' },
  notAllowed: { outcome: 'notAllowed', rule: 'SITE_QUOTA_REACHED' },
  existsNotVisible: { outcome: 'existsNotVisible' },
  namedByAddress: { outcome: 'namedByAddress', accountId: account('qm:x:12345678') },
  createdNotFound: { outcome: 'createdNotFound' },
  emailRejected: { outcome: 'emailRejected' },
  failed: { outcome: 'failed', code: 'UPSTREAM_UNAVAILABLE' },
  unknown: { outcome: 'unknown' },
  notTried: { outcome: 'notTried' },
};

const PROJECTS: Record<ProjectOutcome, boolean> = {
  added: false,
  alreadyThere: false,
  notWanted: false,
  refused: false,
  failed: true,
  unknown: true,
  notTried: true,
};

const ORGANIZATIONS: Record<OrganizationResult['outcome'], boolean> = {
  added: false,
  alreadyThere: false,
  refused: false,
  notFound: false,
  failed: true,
  unknown: true,
  notTried: true,
};

const rules = Object.keys(RULES) as CustomerRefusal[];
const projects = Object.keys(PROJECTS) as ProjectOutcome[];
const organizations = Object.keys(ORGANIZATIONS) as OrganizationResult['outcome'][];

test.each(rules)('%s says why, and who can help or what to do', (rule) => {
  const { why, help } = CUSTOMER_REASONS[rule];
  expect(why).toMatch(/^[A-Z].*\.$/);
  expect(help).toMatch(/(ask a|correct).*\.$/i);
});

test('no two outcomes of a step read alike, and nobody reads the words of those who build the app', () => {
  const lists = [
    rules.map((rule) => CUSTOMER_REASONS[rule].why),
    Object.values(ACCOUNTS).map(accountText),
    projects.map(projectText),
    organizations.map((outcome) => organizationText(outcome, 'Acme')),
  ];
  for (const list of lists) expect(new Set(list).size).toBe(list.length);
  for (const text of [...lists.flat(), ...(Object.keys(ERROR_CODES) as ErrorCode[]).map(codeText)]) {
    expect(text).toMatch(/\.$/);
    expect(text).not.toMatch(/!|undefined|[A-Z]{3,}_|KVS|resolver|[Ii]mpersonat|payload|\bREST\b|HTTP/);
  }
});

test('an Atlassian account that is used is called one', () => {
  expect(accountText({ outcome: 'existed', accountId: account('x'), kind: 'atlassian' })).toMatch(/Atlassian account/);
});

test.each(projects)(
  'with an account, the place in the project is told, and tried again only where that can help: %s',
  (project) => {
    const result = aResult({ project });
    expect(resultLines(result, String)).toEqual(['Account created.', projectText(project)]);
    expect(mayTryAgain(result)).toBe(PROJECTS[project]);
    expect(standing(result)).toBe(['added', 'alreadyThere', 'notWanted'].includes(project) ? 'done' : 'partly');
  },
);

test.each(organizations)(
  'each organization is told by its name, and tried again only where that can help: %s',
  (outcome) => {
    const result = aResult({ organizations: [{ organizationId: ACME.organizationId, outcome }] });
    expect(resultLines(result, () => 'Acme').at(-1)).toBe(organizationText(outcome, 'Acme'));
    expect(organizationText(outcome, 'Acme')).toContain('Acme');
    expect(mayTryAgain(result)).toBe(ORGANIZATIONS[outcome]);
    expect(standing(result)).toBe(['added', 'alreadyThere'].includes(outcome) ? 'done' : 'partly');
  },
);

test.each(rules)('without an account nothing else is told, and only quotas are tried against again: %s', (rule) => {
  const result: CustomerResult = aResult({ account: { outcome: 'notAllowed', rule }, project: 'notTried' });
  expect(resultLines(result, String)).toHaveLength(1);
  expect(mayTryAgain(result)).toBe(rule.endsWith('_QUOTA_REACHED'));
  expect(standing(result)).toBe('notDone');
});

test.each(rules)('names no time in a zone that may not be the reader’s: %s', (rule) => {
  const [line] = resultLines(aResult({ account: { outcome: 'notAllowed', rule }, project: 'notTried' }), String);
  expect(line).not.toMatch(/UTC|midnight/);
});

test('on a page in Jira, failures speak of Jira and its administrators', () => {
  const refused = failureText({ code: 'ATLASSIAN_REFUSED', changed: 'nothing' }, 'Jira');
  expect(refused.text).toMatch(/ask a Jira administrator to look at the settings of Space Steward in Jira/);
  expect(failureText({ code: 'UPSTREAM_CONTRACT', changed: 'nothing' }, 'Jira').title).toBe(
    'Unexpected answer from Jira',
  );
  expect(failureText({ code: 'INTERNAL', correlationId: 'abc', changed: 'nothing' }, 'Jira').text).toMatch(
    /contact a Jira administrator and give them this number/,
  );
});

test.each([
  ['project', /isn’t such a service project/],
  ['organization', /organization no longer exists/],
  ['issue', /isn’t such a work item/],
] as const)('says what was not found: %s', (what, text) => {
  expect(failureText({ code: 'NOT_FOUND', what }).text).toMatch(text);
});

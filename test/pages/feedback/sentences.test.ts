import { expect, test } from 'vitest';

import type { AuditCode, ShownAction } from '../../../src/shared/broker/audit';
import type { ForbiddenReason, UnavailableCause } from '../../../src/shared/result';
import { CAUSES as CAUSE_TEXTS } from '../../../src/shared/words/privileged-user';
import { REASONS as REASON_TEXTS } from '../../../src/shared/words/reasons';
import type { Failure } from '../../../static/api';
import { actionText, reasonText } from '../../../static/audit/code-text';
import { CUSTOMER_WORDS } from '../../../static/audit/customer-words';
import { failureText } from '../../../static/feedback/failure-text';
import { ERROR_CODES } from '../../support/error-codes';

const FAILURES: { [Code in Failure['code']]: Extract<Failure, { code: Code }> } = {
  INVALID_INPUT: { code: 'INVALID_INPUT', fields: [{ field: 'name', message: 'Enter a name.' }] },
  FORBIDDEN: { code: 'FORBIDDEN', reason: 'NOT_SPACE_ADMIN' },
  NOT_FOUND: { code: 'NOT_FOUND', what: 'group' },
  CONFLICT: { code: 'CONFLICT', what: 'settings' },
  PRIVILEGED_USER_UNAVAILABLE: { code: 'PRIVILEGED_USER_UNAVAILABLE', cause: 'left' },
  CONSENT_MISSING: { code: 'CONSENT_MISSING' },
  ATLASSIAN_REFUSED: { code: 'ATLASSIAN_REFUSED', changed: 'nothing' },
  RATE_LIMITED: { code: 'RATE_LIMITED', retryAfterSeconds: 30, changed: 'some' },
  UPSTREAM_UNAVAILABLE: { code: 'UPSTREAM_UNAVAILABLE', changed: 'unknown' },
  UPSTREAM_CONTRACT: { code: 'UPSTREAM_CONTRACT', changed: 'nothing' },
  AUDIT_UNAVAILABLE: { code: 'AUDIT_UNAVAILABLE' },
  STORAGE_UNAVAILABLE: { code: 'STORAGE_UNAVAILABLE', changed: 'nothing' },
  INTERNAL: { code: 'INTERNAL', correlationId: 'abc-123', changed: 'nothing' },
  NO_ANSWER: { code: 'NO_ANSWER' },
};

const REASONS: Record<ForbiddenReason, true> = {
  NOT_SIGNED_IN: true,
  NOT_SPACE_ADMIN: true,
  NOT_CONFLUENCE_ADMIN: true,
  NOT_SITE_ADMIN: true,
  NOT_SUPPORT_READER: true,
  NOT_NOMINATED: true,
  TOO_MANY_REFUSALS: true,
  GROUP_OF_ANOTHER_SPACE: true,
  GROUP_MANAGED_OUTSIDE: true,
  GROUP_GIVES_ADMIN_ACCESS: true,
  GROUP_GIVES_PRODUCT_ACCESS: true,
  GROUP_NAME_RESERVED: true,
  GROUP_BLOCKED: true,
  GROUP_NOT_DELETABLE: true,
  GROUP_TOO_LARGE: true,
  PROTECTION_UNKNOWN: true,
  SPACE_OFF: true,
  TOO_MANY_GROUPS: true,
  PERSONAL_SPACE_OFF: true,
  PERSONAL_SPACE_NO_CREATE: true,
  SPACE_NOT_CURRENT: true,
  ACCOUNT_NOT_ELIGIBLE: true,
  PRIVILEGED_USER_STAYS: true,
  PRIVILEGED_USER_CHANGED: true,
  PRIVILEGED_USER_NOT_ADDED: true,
  CHANGES_PAUSED: true,
  CHANGED_LATER: true,
  GROUP_TAKEN: true,
  GROUP_TAKEN_LATER: true,
  GROUP_NOT_FOUND: true,
  SPACE_NOT_FOUND: true,
  NOT_UNDOABLE: true,
  NOT_A_PERSON_STAYS: true,
  CHANGED_MEANWHILE: true,
  REQUESTER_UNAVAILABLE: true,
  NOT_JIRA_ADMIN: true,
  NOT_AGENT: true,
  CUSTOMERS_OFF: true,
  RULES_OFF: true,
  NOT_IN_CUSTOMER_GROUP: true,
  JIRA_RIGHT_MISSING: true,
};

const CAUSES: Record<UnavailableCause, true> = {
  notConfigured: true,
  legacy: true,
  waiting: true,
  lacksPermission: true,
  deactivated: true,
  left: true,
  noAppAccess: true,
  unsupportedAccountType: true,
  notApproved: true,
  notKnown: true,
};

const AUDIT_ACTIONS: Record<ShownAction, true> = {
  createGroup: true,
  deleteGroup: true,
  addMember: true,
  removeMember: true,
  assignRole: true,
  undoChange: true,
  writeTestCreate: true,
  writeTestDelete: true,
  proveSiteAdminCreate: true,
  proveSiteAdminDelete: true,
  savePrivilegedUser: true,
  nominatePrivilegedUser: true,
  acceptNomination: true,
  declineNomination: true,
  cancelNomination: true,
  removePrivilegedUser: true,
  pauseChanges: true,
  resumeChanges: true,
  deleteStoredCredentials: true,
  confirmTokenRevoked: true,
  saveRules: true,
  endFirstStep: true,
  exportSite: true,
  adoptGroup: true,
  releaseGroup: true,
  transferGroup: true,
  setGroupDeletable: true,
  eraseClosedAccount: true,
  applyRun: true,
  keepBothGroups: true,
  cancelRun: true,
  resumeRun: true,
  applySiteRun: true,
  cancelSiteRun: true,
  resumeSiteRun: true,
  createCustomer: true,
  findCustomer: true,
  addToProject: true,
  addToOrganization: true,
  saveCustomerPolicy: true,
  saveSiteQuota: true,
  exportCustomers: true,
  runSiteChecks: true,
  confirmSiteAdmin: true,
  saveCustomerSettings: true,
  moreRefusals: true,
};

const AUDIT_CODES: Record<AuditCode, true> = {
  ...REASONS,
  ...ERROR_CODES,
  EMAIL_INVALID: true,
  NAME_INVALID: true,
  DOMAIN_DENIED: true,
  DOMAIN_NOT_ALLOWED: true,
  ORGANIZATION_NOT_ALLOWED: true,
  ORGANIZATION_NOT_CHECKED: true,
  EXISTING_ACCOUNT_NOT_ALLOWED: true,
  AGENT_QUOTA_REACHED: true,
  RULES_QUOTA_REACHED: true,
  SITE_QUOTA_REACHED: true,
  NOT_ATTEMPTED: true,
  ANSWER_LOST: true,
  REJECTED: true,
  ACCOUNT_NAMED_BY_ADDRESS: true,
  AS_EXPECTED: true,
  SETTLED_LATER: true,
  ACCOUNT_CLOSED: true,
  PRIVILEGED_USER_CLOSED: true,
  MORE_REFUSALS: true,
};

const WHAT_TO_DO = /ask|try again|reload|enter|pick|choose|sign in|wait|restore|change it|look/i;
const WHAT_CHANGED =
  /nothing was changed|a part was changed|not known yet|can’t be changed|check whether it took effect/i;

test.each(Object.values(FAILURES))('$code says what happened, what was changed and what to do', (failure) => {
  const { title, text } = failureText(failure);
  expect(`${title}. ${text}`).toMatch(WHAT_CHANGED);
  expect(text).toMatch(WHAT_TO_DO);
  expect(text).toMatch(/\.$/);
  expect(`${title} ${text}`).not.toMatch(/!|undefined|[A-Z]{3,}_/);
});

test.each(Object.keys(REASONS) as ForbiddenReason[])('%s says why, and what to do or whom to ask', (reason) => {
  const { why, help } = REASON_TEXTS[reason];
  expect(why).toMatch(/^[A-Z].*\.$/);
  expect(help).toMatch(WHAT_TO_DO);
  const { text } = failureText({ code: 'FORBIDDEN', reason });
  expect(text).toBe(`${why} Nothing was changed. ${help}`);
});

test.each([
  [undefined, 'Nothing was changed.'],
  ['deleted', 'A test group was created and deleted. Nothing was saved.'],
  ['stays', 'A test group was created and couldn’t be deleted'],
] as const)('a refusal says what has become of a test group: %s', (testGroup, words) => {
  const { text } = failureText({ code: 'FORBIDDEN', reason: 'NOT_CONFLUENCE_ADMIN', ...(testGroup && { testGroup }) });
  expect(text).toContain(words);
});

test('no two reasons, and no two causes, read alike', () => {
  const reasons = (Object.keys(REASONS) as ForbiddenReason[]).map((reason) => REASON_TEXTS[reason].why);
  const causes = (Object.keys(CAUSES) as UnavailableCause[]).map((cause) => CAUSE_TEXTS[cause]);
  expect(new Set(reasons).size).toBe(reasons.length);
  expect(new Set(causes).size).toBe(causes.length);
});

test('nobody reads the words of those who build the app', () => {
  const all = [
    ...Object.values(FAILURES).map((failure) => failureText(failure).text),
    ...(Object.keys(REASONS) as ForbiddenReason[]).map((reason) => Object.values(REASON_TEXTS[reason]).join(' ')),
    ...(Object.keys(CAUSES) as UnavailableCause[]).map((cause) => CAUSE_TEXTS[cause]),
  ];
  for (const text of all) expect(text).not.toMatch(/KVS|resolver|[Ii]mpersonat|payload|\bREST\b|HTTP/);
});

test('the waiting time and the number for support are in the text', () => {
  expect(failureText(FAILURES.RATE_LIMITED).text).toContain('30 seconds');
  expect(failureText(FAILURES.INTERNAL).text).toContain('abc-123');
});

test.each([
  ['nothing', /Nothing was changed/],
  ['some', /A part was changed/],
  ['unknown', /not known yet whether it took effect/],
] as const)('says whether the site was changed: %s', (changed, text) => {
  expect(failureText({ code: 'UPSTREAM_UNAVAILABLE', changed }).text).toMatch(text);
});

test.each(Object.keys(AUDIT_ACTIONS) as ShownAction[])('the audit has words for %s', (action) => {
  expect(actionText(action, CUSTOMER_WORDS)).toMatch(/^[A-Z][a-z-]+ /);
});

test.each(Object.keys(AUDIT_CODES) as AuditCode[])('the audit has a sentence for %s, about somebody else', (code) => {
  for (const action of ['addMember', 'createCustomer'] as const) {
    expect(reasonText(code, action, CUSTOMER_WORDS)).toMatch(/^[A-Z].*\.$/);
    expect(reasonText(code, action, CUSTOMER_WORDS)).not.toMatch(/!|undefined|[A-Z]{3,}_|\b[Yy]ou\b/);
  }
});

// Smart values in a rule's fields, filled in from the issue that triggered the rule.
// https://support.atlassian.com/cloud-automation/docs/jira-smart-values-issues/
import type { Site } from '../contract/site';

const SMART_VALUE = /\{\{\s*([^{}]*?)\s*\}\}/g;

type Issue = NonNullable<ReturnType<Site['issue']>>;

const VALUES: ReadonlyMap<string, (issue: Issue) => string> = new Map([
  ['issue.key', ({ key }) => key],
  ['issue.summary', ({ summary }) => summary],
  ['issue.description', ({ description }) => description],
  ['issue.reporter.accountId', ({ reporterAccountId }) => reporterAccountId],
]);

/** Finds the smart values of a text that the sandbox can't fill in. */
export function unknownSmartValues(text: string): string[] {
  return [...text.matchAll(SMART_VALUE)].map(([, name = '']) => name).filter((name) => !VALUES.has(name));
}

export function hasSmartValues(text: string): boolean {
  return text.search(SMART_VALUE) >= 0;
}

/** Fills in the smart values of a text. Text from the issue is inserted verbatim: a `{{…}}` in it isn't expanded. */
export function fillIn(text: string, issue: Issue): string {
  return text.replaceAll(SMART_VALUE, (_whole, name: string) => VALUES.get(name)?.(issue) ?? '');
}

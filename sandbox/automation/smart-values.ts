// Smart values of a rule's fields, filled in from the issue that set the rule off.
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

/** Those in a text that the sandbox can't fill in. */
export function unknownSmartValues(text: string): string[] {
  return [...text.matchAll(SMART_VALUE)].map(([, name = '']) => name).filter((name) => !VALUES.has(name));
}

export function hasSmartValues(text: string): boolean {
  return text.search(SMART_VALUE) >= 0;
}

/** What the issue says is put in as it stands: a `{{…}}` in it is text. */
export function fillIn(text: string, issue: Issue): string {
  return text.replaceAll(SMART_VALUE, (_whole, name: string) => VALUES.get(name)?.(issue) ?? '');
}

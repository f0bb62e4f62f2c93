// Smart values of a rule's fields, filled in from the issue that set the rule off.
// https://support.atlassian.com/cloud-automation/docs/jira-smart-values-issues/
import type { Site } from '../contract/site';

type Issue = NonNullable<ReturnType<Site['issue']>>;

const VALUES: ReadonlyMap<string, (issue: Issue) => string> = new Map([
  ['issue.key', ({ key }) => key],
  ['issue.summary', ({ summary }) => summary],
  ['issue.description', ({ description }) => description],
  ['issue.reporter.accountId', ({ reporterAccountId }) => reporterAccountId],
]);

const SMART_VALUE = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Those in a text that the sandbox can't fill in. */
export const unknownSmartValues = (text: string): string[] =>
  [...text.matchAll(SMART_VALUE)].map(([, name = '']) => name).filter((name) => !VALUES.has(name));

export const hasSmartValues = (text: string): boolean => text.search(SMART_VALUE) >= 0;

/** What the issue says is put in as it stands: a `{{…}}` in it is text. */
export const fillIn = (text: string, issue: Issue): string =>
  text.replaceAll(SMART_VALUE, (_whole, name: string) => VALUES.get(name)?.(issue) ?? '');

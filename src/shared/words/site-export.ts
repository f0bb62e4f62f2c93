import type { Sentence } from './format';

/** Holds the words around the export of everything that the app holds about a site. */
export const SITE_EXPORT = {
  heading: 'Export',
  intro:
    'A file with what this app holds about this site: settings, groups, memberships made through the app, lists of changes, and the audit. People are account IDs, never names or emails. The audit says that you exported it.',
  customers: 'What the app holds about customers in Jira isn’t in it.',
  start: 'Export data',
  progress: { one: '{n} row read.', other: '{n} rows read.' },
  complete: { one: 'Complete: {n} row.', other: 'Complete: {n} rows.' },
  stopped: {
    one: 'Stopped after {n} row. The file says that it isn’t complete.',
    other: 'Stopped after {n} rows. The file says that it isn’t complete.',
  },
  keep: 'Stop and keep what was read',
  name: 'space-steward-{date}',
  file: 'Data, a JSON object a line',
} as const satisfies Record<string, Sentence>;

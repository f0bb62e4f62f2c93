/** Holds what only the export of a site says. */
export const SITE_EXPORT = {
  intro:
    'A file with what this app holds about this site: settings, groups, memberships made through the app, lists of changes, and the audit. People are account IDs, never names or emails. The audit says that you exported it.',
  elsewhere: 'What the app holds about customers isn’t in it: a Jira administrator exports that in Jira’s settings.',
  name: 'space-steward-{date}',
} as const;

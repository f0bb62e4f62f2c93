import { readFileSync } from 'node:fs';

import { parse } from 'yaml';

import type { AppModule } from '../../../../sandbox/contract/forge';
import type { Site } from '../../../../sandbox/contract/site';
import type { ForgeParts } from '../../../../sandbox/forge/forge';
import { manifestOf } from '../../../../sandbox/forge/manifest';
import { createLab } from './lab';
import { createStubSite } from './stub-site';

type Issue = NonNullable<ReturnType<Site['issue']>>;
type Listener = Parameters<Site['onIssueCreated']>[0];

export const JIRA_MANIFEST = parse(
  readFileSync(new URL('../../../support/fixtures/jira-manifest.yml', import.meta.url), 'utf8'),
) as { app: object; modules: Record<string, object[]>; permissions: object };

/** Carries only the scopes that its flag lets it carry. */
export const JIRA_IMPERSONATION_SCOPES = [
  'read:group:confluence',
  'read:customer:jira-service-management',
  'read:project:jira',
];

/** A stub site with a service project HELP and a business project TEAM, on which issues can be created. */
function createJiraSite() {
  const { site, calls } = createStubSite();
  const issues = new Map<string, Issue>();
  const listeners: Listener[] = [];
  const jiraSite: Site = {
    ...site,
    person: (accountId) =>
      site.account(accountId) && { accountId, name: accountId, email: '', handle: accountId, active: true },
    projects: () => [
      { id: '10001', key: 'HELP', name: 'Help desk', serviceDeskId: '1' },
      { id: '10002', key: 'TEAM', name: 'Team' },
    ],
    onIssueCreated: (listener) => void listeners.push(listener),
    issue: (key) => issues.get(key),
  };
  function create(issue: Issue): void {
    issues.set(issue.key, issue);
    const { key, projectKey } = issue;
    for (const listener of listeners) listener({ id: '1', key, projectId: '10001', projectKey });
  }
  return { site: jiraSite, calls, issues, create };
}

/** The fixture app, on a stub site with Jira. */
export function createJiraLab(app: AppModule = {}, parts: Partial<ForgeParts> = {}) {
  const { site, calls, ...issues } = createJiraSite();
  const manifest = manifestOf(JIRA_MANIFEST);
  return { ...createLab(app, { manifest, site, ...parts }), site, calls, manifest, ...issues };
}

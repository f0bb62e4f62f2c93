// What the product's frame shows of the pages in Jira, without a browser.
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { AppPage } from '../../../../../sandbox/web/address';
import type { Boot } from '../../../../../sandbox/web/boot';
import { Home } from '../../../../../sandbox/web/chrome/home';
import { ManageApps } from '../../../../../sandbox/web/chrome/manage-apps';
import { Navigation } from '../../../../../sandbox/web/chrome/navigation';

const CONFLUENCE: AppPage[] = [
  { moduleKey: 'settings', type: 'confluence:globalSettings', title: 'Steward', route: 'settings', resource: 'p/a' },
  { moduleKey: 'groups', type: 'confluence:spaceSettings', title: 'Groups', route: 'groups', resource: 'p/b' },
];
const JIRA: AppPage[] = [
  { moduleKey: 'in-jira', type: 'jira:adminPage', title: 'Desk settings', route: 'app/env', resource: 'p/c' },
  { moduleKey: 'desk', type: 'jiraServiceManagement:queuePage', title: 'Customers', route: 'desk', resource: 'p/d' },
];
const CONFIG: AppPage = {
  moduleKey: 'config',
  type: 'jira:adminPage',
  title: 'Desk rules',
  route: 'configure/app/env',
  resource: 'p/e',
  button: 'Configure',
};
const BOOT: Boot = {
  siteName: 'Acme',
  cast: [],
  spaces: [{ id: '1', key: 'DEMO', name: 'Demo' }],
  hiddenSpaces: 0,
  projects: [{ id: '10001', key: 'HELP', name: 'Help desk' }],
  pages: [...CONFLUENCE, ...JIRA],
  stories: [],
  openPage: { kind: 'home' },
  colorMode: 'light',
  clockOffsetMs: 0,
  isWatching: false,
  frameSandbox: '',
};

beforeEach(() => {
  vi.stubGlobal('location', { pathname: '/jira/servicedesk/projects/HELP/apps/desk' });
});

function textOf(html: string): string {
  return html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
}
function linksOf(html: string): string[] {
  return [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href);
}

describe('the side navigation', () => {
  it('lists the settings of Jira and the service projects below Confluence', () => {
    const html = renderToStaticMarkup(<Navigation boot={BOOT} />);
    expect(textOf(html)).toMatch(
      /Settings Steward Spaces Demo .*Jira settings Desk settings .*Service projects Help desk Customers/,
    );
    expect(linksOf(html)).toEqual([
      '/',
      '/wiki/admin/apps/settings',
      '/wiki/spaces/DEMO/settings/apps/groups',
      '/jira/settings/apps/app/env',
      '/jira/servicedesk/projects/HELP/apps/desk',
    ]);
    expect(html).toMatch(/href="\/jira\/servicedesk\/projects\/HELP\/apps\/desk" aria-current="page"/);
  });

  it('lists Manage apps in the place of a page that has a button there, as Jira does', () => {
    const html = renderToStaticMarkup(<Navigation boot={{ ...BOOT, pages: [...CONFLUENCE, CONFIG] }} />);
    expect(textOf(html)).toMatch(/Jira settings Manage apps/);
    expect(html).not.toContain('Desk rules');
    expect(linksOf(html)).toContain('/jira/settings/apps');
  });

  it.each([
    ['an app for Confluence alone', { pages: CONFLUENCE }],
    [
      'a site without service projects, and no page in the settings',
      { pages: [...CONFLUENCE, ...JIRA.slice(1)], projects: [] },
    ],
  ])('says nothing of Jira to %s', (_what, change) => {
    expect(textOf(renderToStaticMarkup(<Navigation boot={{ ...BOOT, ...change }} />))).not.toMatch(/Jira|project/);
  });
});

describe('Manage apps', () => {
  it('has a button for the configuration of the app, and none for a page of the sidebar', () => {
    const html = renderToStaticMarkup(<ManageApps boot={{ ...BOOT, pages: [...JIRA, CONFIG] }} />);
    expect(textOf(html)).toContain('Desk rules Configure');
    expect(linksOf(html)).toEqual(['/jira/settings/apps/configure/app/env']);
  });
});

describe('the front page', () => {
  it('says by which button a page of Manage apps opens', () => {
    const html = renderToStaticMarkup(<Home boot={{ ...BOOT, pages: [CONFIG] }} />);
    expect(textOf(html)).toContain('Desk rules in Jira, under Manage apps → Configure');
  });

  it('links every page, in words of its product', () => {
    const html = renderToStaticMarkup(<Home boot={BOOT} />);
    expect(textOf(html)).toContain(
      'Steward in the settings of the site Groups of Demo in the settings of the space Desk settings in the settings of Jira Customers of Help desk in the queues of the project',
    );
    expect(linksOf(html)).toHaveLength(4);
  });
});

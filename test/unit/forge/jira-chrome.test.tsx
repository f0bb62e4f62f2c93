// What the product's frame shows of the pages in Jira, without a browser.
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { AppPage } from '../../../sandbox/web/address';
import type { Boot } from '../../../sandbox/web/boot';
import { Home } from '../../../sandbox/web/chrome/home';
import { Navigation } from '../../../sandbox/web/chrome/navigation';

const CONFLUENCE: AppPage[] = [
  { moduleKey: 'settings', type: 'confluence:globalSettings', title: 'Steward', route: 'settings', resource: 'p/a' },
  { moduleKey: 'groups', type: 'confluence:spaceSettings', title: 'Groups', route: 'groups', resource: 'p/b' },
];
const JIRA: AppPage[] = [
  { moduleKey: 'in-jira', type: 'jira:adminPage', title: 'Desk settings', route: 'in-jira', resource: 'p/c' },
  { moduleKey: 'desk', type: 'jiraServiceManagement:queuePage', title: 'Customers', route: 'desk', resource: 'p/d' },
];
const BOOT: Boot = {
  siteName: 'Acme',
  cast: [],
  spaces: [{ id: '1', key: 'DEMO', name: 'Demo' }],
  hiddenSpaces: 0,
  projects: [{ id: '10001', key: 'HELP', name: 'Help desk' }],
  pages: [...CONFLUENCE, ...JIRA],
  place: { kind: 'home' },
  colorMode: 'light',
  isWatching: false,
};

beforeEach(() => {
  vi.stubGlobal('location', { pathname: '/jira/servicedesk/projects/HELP/apps/desk' });
});

const textOf = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const linksOf = (html: string): string[] => [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href);

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
      '/jira/settings/apps/in-jira',
      '/jira/servicedesk/projects/HELP/apps/desk',
    ]);
    expect(html).toMatch(/href="\/jira\/servicedesk\/projects\/HELP\/apps\/desk" aria-current="page"/);
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

describe('the front page', () => {
  it('links every page, in words of its product', () => {
    const html = renderToStaticMarkup(<Home boot={BOOT} />);
    expect(textOf(html)).toContain(
      'Steward in the settings of the site Groups of Demo in the settings of the space Desk settings in the settings of Jira Customers of Help desk in the queues of the project',
    );
    expect(linksOf(html)).toHaveLength(4);
  });
});

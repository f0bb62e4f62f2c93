// The products' pages: home, the settings of Confluence, of its spaces and of Jira, the queues of service projects, and the frames
// that hold an app's code.
import { Hono } from 'hono';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';

import type { ServedSandbox } from '../contract/served';
import type { Person } from '../contract/site';
import type { Stories } from '../stories/served-stories';
import { COMPARED_CALLS, isJiraPage, MANAGE_APPS } from './address';
import type { AppPage } from './address';
import { THEME_COOKIE } from './boot';
import type { Boot, OpenPage } from './boot';
import type { readBuild } from './built-pages';
import { sandboxOf } from './frame-policy';
import type { FramePolicy } from './frame-policy';
import { globalSettings, jiraSettings, manageApps, queuePage, serviceProjectsOf, spaceSettings } from './open-page';
import type { OpenAppPage, Visitor } from './open-page';
import { castOf } from './people';
import { tellStories } from './told-stories';

/** Holds the content of the pages, which changes with each rebuild. */
export interface Served {
  build: Awaited<ReturnType<typeof readBuild>>;
  pages: readonly AppPage[];
  /** Holds the HTML of each resource that is a folder, by key. */
  frames: ReadonlyMap<string, string>;
}

interface Parts {
  sandbox: ServedSandbox;
  stories: Stories | undefined;
  served: () => Served;
  viewerOf: (context: Context) => Person | undefined;
  isWatching: boolean;
  frames: FramePolicy;
  /** Pages of Confluence's settings get a history, and addresses behind their own. */
  history: boolean;
}

const ADMIN_APPS = '/wiki/admin/apps';

/** Builds the routes of the pages. */
export function pagesApi(parts: Parts): Hono {
  const api = new Hono();
  const { sandbox, served } = parts;

  function visitorOf(context: Context): Visitor {
    return visitorFor(parts, context);
  }

  async function show(context: Context, found: OpenPage | undefined) {
    return showPage(parts, context, found ?? { kind: 'missing', path: context.req.path });
  }

  api.get('/', (context) => show(context, { kind: 'home' }));
  api.get(COMPARED_CALLS, (context) =>
    show(context, parts.stories?.current() === 'without-the-app' ? { kind: 'comparedCalls' } : undefined),
  );
  api.get(`${ADMIN_APPS}/:path{.+}`, (context) =>
    show(
      context,
      atPath(parts, ADMIN_APPS, context.req.param('path'), (key) => globalSettings(visitorOf(context), key)),
    ),
  );
  api.get('/wiki/spaces/:spaceKey/settings/apps/:path{.+}', (context) => show(context, spacePage(parts, context)));
  api.get(MANAGE_APPS, (context) => show(context, manageApps(visitorOf(context))));
  api.get(`${MANAGE_APPS}/:route{.+}`, (context) =>
    show(context, jiraSettings(visitorOf(context), context.req.param('route'))),
  );
  api.get('/jira/servicedesk/projects/:projectKey/apps/:moduleKey', (context) =>
    show(context, queuePage(visitorOf(context), context.req.param('projectKey'), context.req.param('moduleKey'))),
  );

  api.get('/_app/*', (context) => {
    const html = served().build.frame(context.req.path.replace('/_app/', ''), sandbox.clockOffsetMs());
    return html === undefined ? context.text('The manifest has no such resource.', 404) : context.html(html);
  });

  api.get('/*', (context) => show(context, undefined));
  return api;
}

function spacePage(parts: Parts, context: Context): OpenPage | undefined {
  const spaceKey = context.req.param('spaceKey') ?? '';
  const apps = `/wiki/spaces/${encodeURIComponent(spaceKey)}/settings/apps`;
  return atPath(parts, apps, context.req.param('path') ?? '', (route) =>
    spaceSettings(visitorFor(parts, context), spaceKey, route),
  );
}

/**
 * Finds the page that a path behind `apps` names by its first part, or as on a real site by its third, behind the ids of the app and of
 * its environment. Only one app is installed here, so the ids decide nothing. What follows is the page's own, if it gets a history.
 */
function atPath(
  { history }: Parts,
  apps: string,
  path: string,
  open: (name: string) => OpenAppPage | undefined,
): OpenPage | undefined {
  const names = path.split('/');
  for (const used of [1, 3]) {
    const openPage = open(names[used - 1] ?? '');
    if (openPage !== undefined && history) {
      return { ...openPage, historyBase: `${apps}/${names.slice(0, used).map(encodeURIComponent).join('/')}` };
    }
    if (openPage !== undefined && names.length === used) return openPage;
  }
  return undefined;
}

function visitorFor({ sandbox, served, viewerOf }: Parts, context: Context): Visitor {
  return { site: sandbox.site, viewer: viewerOf(context), pages: pagesThere(sandbox, served()), url: context.req.url };
}

/** Returns the pages; Jira's only while the app is connected to it. */
function pagesThere({ jira }: ServedSandbox, { pages }: Served): readonly AppPage[] {
  return pages.filter((page) => jira === 'connected' || !isJiraPage(page));
}

async function showPage(
  { sandbox, stories, served, viewerOf, isWatching, frames }: Parts,
  context: Context,
  openPage: OpenPage,
) {
  const { site } = sandbox;
  const pages = pagesThere(sandbox, served());
  const title = openPage.kind === 'app' ? openPage.page.title : 'Sandbox';
  const boot: Boot = {
    siteName: site.name,
    ...signedInOf(site, viewerOf(context)),
    cast: castOf(site),
    ...listedOf(sandbox, openPage),
    pages,
    ...(await tellStories(stories, { site, pages })),
    openPage,
    colorMode: getCookie(context, THEME_COOKIE) === 'dark' ? 'dark' : 'light',
    clockOffsetMs: sandbox.clockOffsetMs(),
    isWatching,
    frameSandbox: sandboxOf(frames),
  };
  const status = openPage.kind === 'missing' ? 404 : 200;
  return context.html(served().build.chrome(`${title} - ${site.name}`, boot), status);
}

function signedInOf(site: ServedSandbox['site'], viewer: Person | undefined): Pick<Boot, 'signedIn'> {
  if (viewer === undefined) return {};
  const facts = site.account(viewer.accountId);
  const canUseConfluence = viewer.active && facts?.hasProductAccess === true;
  return { signedIn: { ...viewer, canUseConfluence, canUseJira: viewer.active && facts?.hasJiraAccess === true } };
}

function listedOf(
  { site, jira }: ServedSandbox,
  openPage: OpenPage,
): Pick<Boot, 'spaces' | 'hiddenSpaces' | 'projects'> {
  const app = openPage.kind === 'app' ? openPage : undefined;
  const all = site.spaces();
  const spaces = listed(all, app?.space);
  const projects = jira === 'connected' ? listed(serviceProjectsOf(site), app?.project) : [];
  return { spaces, hiddenSpaces: all.length - spaces.length, projects };
}

/** Maximum number of spaces and of projects listed; other spaces are reached by their key. */
const LISTED = 25;

function listed<Item extends { id: string }>(all: readonly Item[], open: Item | undefined): Item[] {
  return all.filter(({ id }, index) => index < LISTED || id === open?.id);
}

// The product's pages: home, the settings of the site and of each space, and the frames that hold an app's code.
import { Hono } from 'hono';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';

import type { Person, ServedSandbox } from '../contract';
import type { AppPage } from './address';
import { THEME_COOKIE } from './boot';
import type { Boot, Place, Space } from './boot';
import type { readBuild } from './built-pages';
import { castOf } from './people';

/** What a page shows: changes with each rebuild. */
export interface Served {
  build: Awaited<ReturnType<typeof readBuild>>;
  pages: readonly AppPage[];
}

interface Parts {
  sandbox: ServedSandbox;
  served: () => Served;
  viewerOf: (context: Context) => Person | undefined;
  isWatching: boolean;
}

/** What `view.getContext()` answers on a page. https://developer.atlassian.com/platform/forge/custom-ui-bridge/view/#getcontext */
const contextFor = (site: ServedSandbox['site'], viewer: Person | undefined, page: AppPage, space?: Space) => ({
  ...(viewer && { accountId: viewer.accountId }),
  cloudId: site.cloudId,
  environmentId: 'sandbox',
  environmentType: 'DEVELOPMENT',
  extension: { type: page.type, ...(space && { space: { id: space.id, key: space.key } }) },
  localId: `sandbox/${page.moduleKey}`,
  locale: 'en-US',
  moduleKey: page.moduleKey,
  timezone: 'UTC',
});

/** So many spaces are listed; others are reached by their key. */
const LISTED_SPACES = 25;

const listedSpaces = (all: readonly Space[], place: Place): Pick<Boot, 'spaces' | 'hiddenSpaces'> => {
  const open = place.kind === 'app' ? place.space?.id : undefined;
  const spaces = all.filter(({ id }, index) => index < LISTED_SPACES || id === open);
  return { spaces, hiddenSpaces: all.length - spaces.length };
};

/** Routes of the pages. */
export const pagesApi = ({ sandbox: { site }, served, viewerOf, isWatching }: Parts): Hono => {
  const api = new Hono();

  const signedInOf = (viewer: Person | undefined): Pick<Boot, 'signedIn'> =>
    viewer === undefined
      ? {}
      : {
          signedIn: {
            ...viewer,
            canUseProduct: viewer.active && site.account(viewer.accountId)?.hasProductAccess === true,
          },
        };

  const show = (context: Context, place: Place) => {
    const title = place.kind === 'app' ? place.page.title : 'Sandbox';
    const boot: Boot = {
      siteName: site.name,
      ...signedInOf(viewerOf(context)),
      cast: castOf(site),
      ...listedSpaces(site.spaces(), place),
      pages: served().pages,
      place,
      colorMode: getCookie(context, THEME_COOKIE) === 'dark' ? 'dark' : 'light',
      isWatching,
    };
    const status = place.kind === 'missing' ? 404 : 200;
    return context.html(served().build.chrome(`${title} - ${site.name}`, boot), status);
  };
  const missing = (context: Context) => show(context, { kind: 'missing', path: context.req.path });

  api.get('/', (context) => show(context, { kind: 'home' }));

  api.get('/wiki/admin/apps/:moduleKey', (context) => {
    const page = served().pages.find(
      ({ type, moduleKey }) => type === 'confluence:globalSettings' && moduleKey === context.req.param('moduleKey'),
    );
    if (page === undefined) return missing(context);
    return show(context, { kind: 'app', page, context: contextFor(site, viewerOf(context), page) });
  });

  api.get('/wiki/spaces/:spaceKey/settings/apps/:route', (context) => {
    const { spaceKey, route } = context.req.param();
    const space = site.spaces().find(({ key }) => key === spaceKey);
    const page = served().pages.find((other) => other.type === 'confluence:spaceSettings' && other.route === route);
    if (page === undefined || space === undefined) return missing(context);
    return show(context, { kind: 'app', page, space, context: contextFor(site, viewerOf(context), page, space) });
  });

  api.get('/_app/*', (context) => {
    const html = served().build.frame(context.req.path.replace('/_app/', ''));
    return html === undefined ? context.text('The manifest has no such resource.', 404) : context.html(html);
  });

  api.get('/*', missing);
  return api;
};

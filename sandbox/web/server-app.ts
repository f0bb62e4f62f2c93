// The routes of a served sandbox: REST APIs, bridge, built files and pages.
import type { HttpBindings } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { secureHeaders } from 'hono/secure-headers';

import { isConnectionLost } from '../connection-lost';
import type { ServedSandbox } from '../contract/served';
import type { Person } from '../contract/site';
import type { Stories } from '../stories/served-stories';
import { PERSON_COOKIE } from './boot';
import { bridgeApi } from './bridge-api';
import type { FramePolicy } from './frame-policy';
import { framesApi } from './frames-api';
import { onlyFromHere, onlyReadable } from './front-door';
import { otherOrigin } from './origins';
import { clockApi } from './page-clock';
import { pagesApi } from './pages-api';
import type { Served } from './pages-api';
import type { Reloads } from './reloads';
import { storiesApi } from './stories-api';

interface AppParts {
  sandbox: ServedSandbox;
  /** Absent: none can be opened. */
  stories: Stories | undefined;
  served: () => Served;
  port: () => number;
  /** Folder of the built pages. */
  out: string;
  reloads: Reloads | undefined;
  frames: FramePolicy;
  /** Pages get a history, and addresses behind their own. */
  history: boolean;
}

/** Keeps pages from loading anything from another machine. Atlaskit adds styles at run time. */
const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    frameSrc: ["'self'", ({ req }) => otherOrigin(new URL(req.url).origin)],
    frameAncestors: ["'self'"],
    baseUri: ["'none'"],
    objectSrc: ["'none'"],
  },
  strictTransportSecurity: false,
  xFrameOptions: 'SAMEORIGIN',
});

/** Creates the routes. */
export function createApp({ sandbox, stories, served, port, out, reloads, frames, history }: AppParts) {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(onlyFromHere(port), ...onlyReadable);

  function viewerOf(context: Context): Person | undefined {
    const accountId = getCookie(context, PERSON_COOKIE);
    return accountId === undefined ? undefined : sandbox.site.person(accountId);
  }

  if (stories !== undefined) app.route('/_sandbox/story', storiesApi(stories));
  for (const path of ['/wiki/rest/*', '/wiki/api/*', '/rest/*', '/gateway/*', '/_sandbox/*']) {
    app.all(path, async (context) => answerOrBreak(sandbox, context));
  }
  app.route('/_frame', framesApi({ served, sandbox, out, policy: frames }));
  app.use(headers);
  app.route('/_clock', clockApi());
  app.route('/_bridge', bridgeApi(sandbox, viewerOf));
  if (reloads !== undefined) app.get('/_reload', reloads.stream);
  app.use(
    '/assets/*',
    serveStatic({
      root: out,
      precompressed: true,
      // File names carry a hash of their content.
      onFound: (_path, context) => {
        context.header('cache-control', 'public, max-age=31536000, immutable');
      },
    }),
  );
  app.route('/', pagesApi({ sandbox, stories, served, viewerOf, isWatching: reloads !== undefined, frames, history }));
  return app;
}

type ServerContext = Context<{ Bindings: HttpBindings }>;

/** Answers a request. If a fault loses the answer, breaks the connection; the same for a client that gave up. */
async function answerOrBreak(sandbox: ServedSandbox, { req, env }: ServerContext): Promise<Response> {
  try {
    return await sandbox.fetch(req.raw);
  } catch (thrown) {
    if (!isConnectionLost(thrown) && !req.raw.signal.aborted) throw thrown;
    env.outgoing.destroy();
    return RESPONSE_ALREADY_SENT;
  }
}

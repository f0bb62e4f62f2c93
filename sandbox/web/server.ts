// A sandbox over HTTP on one port of this machine: its REST API, its pages and the bridge behind them.
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { createAdaptorServer } from '@hono/node-server';
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
import { readAppPages } from './app-pages';
import { PERSON_COOKIE } from './boot';
import { bridgeApi } from './bridge-api';
import { APP_BUILD, watchPages } from './build-child';
import type { BuildPaths } from './build-child';
import { readBuild } from './built-pages';
import { onlyFromHere, onlyReadable } from './front-door';
import { clockApi } from './page-clock';
import { pagesApi } from './pages-api';
import type { Served } from './pages-api';
import { createReloads } from './reloads';
import type { Reloads } from './reloads';

/** Describes a sandbox to serve. */
export interface Visit {
  sandbox: ServedSandbox;
  /** Port; 0 for any free one. */
  port: number;
  /** Rebuilds the pages when their sources change. Otherwise a build must exist. */
  watch?: boolean;
  /** Sources and folder of the build; the app's own by default. */
  paths?: BuildPaths;
}

/** Represents a running server. */
export interface ServedSite {
  url: string;
  close: () => Promise<void>;
}

/** Serves a sandbox on 127.0.0.1. Rejects with the system's error if the port is taken (`EADDRINUSE`). */
export async function serveSandbox(visit: Visit): Promise<ServedSite> {
  const { sandbox, port, watch = false, paths = APP_BUILD } = visit;
  const reloads = watch ? createReloads() : undefined;
  let served: Served | undefined;
  const stopWatching =
    reloads &&
    (await watchPages(() => {
      void read(paths).then((fresh) => {
        served = fresh;
        reloads.announce();
      });
    }, paths));
  served = await read(paths);

  function current(): Served {
    return served as Served;
  }

  const app = createApp({ sandbox, served: current, port: portNow, out: paths.out, reloads });
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  function portNow(): number {
    return (server.address() as AddressInfo).port;
  }

  return {
    url: `http://localhost:${String(portNow())}`,
    async close(): Promise<void> {
      stopWatching?.();
      await new Promise((resolve) => {
        server.close(resolve);
        // Browsers keep connections open; a closing sandbox doesn't wait for them.
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
    },
  };
}

const root = new URL('../..', import.meta.url).pathname;

async function read(paths: BuildPaths): Promise<Served> {
  return {
    build: await readBuild(paths.out),
    pages: readAppPages(join(root, paths.manifest)).pages,
  };
}

interface AppParts {
  sandbox: ServedSandbox;
  served: () => Served;
  port: () => number;
  out: string;
  reloads: Reloads | undefined;
}

/** Keeps pages from loading anything from another machine. Atlaskit adds styles at run time. */
const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    frameAncestors: ["'self'"],
    baseUri: ["'none'"],
    objectSrc: ["'none'"],
  },
  strictTransportSecurity: false,
  xFrameOptions: 'SAMEORIGIN',
});

function createApp({ sandbox, served, port, out, reloads }: AppParts) {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(onlyFromHere(port), ...onlyReadable);

  function viewerOf(context: Context): Person | undefined {
    const accountId = getCookie(context, PERSON_COOKIE);
    return accountId === undefined ? undefined : sandbox.site.person(accountId);
  }

  for (const path of ['/wiki/rest/*', '/wiki/api/*', '/rest/*', '/gateway/*', '/_sandbox/*']) {
    app.all(path, async (context) => answerOrBreak(sandbox, context));
  }
  app.use(headers);
  app.route('/_clock', clockApi());
  app.route('/_bridge', bridgeApi(sandbox, viewerOf));
  if (reloads !== undefined) app.get('/_reload', reloads.stream);
  app.use(
    '/assets/*',
    serveStatic({
      root: join(root, out),
      precompressed: true,
      // File names carry a hash of their content.
      onFound: (_path, context) => {
        context.header('cache-control', 'public, max-age=31536000, immutable');
      },
    }),
  );
  app.route('/', pagesApi({ sandbox, served, viewerOf, isWatching: reloads !== undefined }));
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

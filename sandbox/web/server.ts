// A sandbox over HTTP on one port of this machine: its REST API, its pages and the bridge behind them.
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { createAdaptorServer } from '@hono/node-server';

import type { ServedSandbox } from '../contract/served';
import type { Stories } from '../stories/served-stories';
import { readAppPages } from './app-pages';
import { APP_BUILD, watchPages } from './build-child';
import type { BuildPaths } from './build-child';
import { readBuild } from './built-pages';
import { frameOut } from './frame-out';
import type { FramePolicy } from './frame-policy';
import type { Served } from './pages-api';
import { createReloads } from './reloads';
import { createApp } from './server-app';

const root = new URL('../..', import.meta.url).pathname;

/** Describes a sandbox to serve. */
export interface Visit {
  sandbox: ServedSandbox;
  /** Stories that can be opened in its place. */
  stories?: Stories;
  /** Port; 0 for any free one. */
  port: number;
  /** Rebuilds the pages when their sources change. Otherwise a build must exist. */
  watch?: boolean;
  /** Sources and folder of the build; the app's own by default. */
  paths?: BuildPaths;
  /** Limits of resources in Frames; as documented by default. */
  frames?: FramePolicy;
  /** Pages of settings get a history, and addresses behind their own; not by default, since nobody documents it. */
  history?: boolean;
}

/** Represents a running server. */
export interface ServedSite {
  url: string;
  close: () => Promise<void>;
}

/** https://developer.atlassian.com/platform/forge/custom-ui/iframe/ */
const DOCUMENTED: FramePolicy = { downloads: 'allowed' };

/** Serves a sandbox on 127.0.0.1. Rejects with the system's error if the port is taken (`EADDRINUSE`). */
export async function serveSandbox(visit: Visit): Promise<ServedSite> {
  const { sandbox, stories, port, watch = false, paths = APP_BUILD, frames = DOCUMENTED, history = false } = visit;
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

  const out = join(root, paths.out);
  const app = createApp({ sandbox, stories, served: current, port: portNow, out, reloads, frames, history });
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

async function read(paths: BuildPaths): Promise<Served> {
  const { pages, folders } = readAppPages(join(root, paths.manifest));
  const frames = Object.keys(folders).map(
    async (key) => [key, await readFile(join(root, frameOut(paths.out, key), 'index.html'), 'utf8')] as const,
  );
  return { build: await readBuild(paths.out), pages, frames: new Map(await Promise.all(frames)) };
}

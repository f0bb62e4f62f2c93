// Another sandbox in the place of a real site, served on this machine, with a proxy before it that can change its answers.
import type { AddressInfo } from 'node:net';

import { createAdaptorServer } from '@hono/node-server';

import { createSandbox, type Sandbox } from '../../../sandbox/sandbox';
import { demoSeed } from '../../../sandbox/site/seeds/demo';

type Json = Record<string, unknown>;

/** What the proxy makes of an answer. `path` has its query. */
export type Plant = (request: { method: string; path: string }, answer: Response) => Promise<Response> | Response;

export interface OtherSite {
  sandbox: Sandbox;
  origin: string;
  /** The variables of `npm run compare` for these kinds of people. */
  env: (...kinds: string[]) => Record<string, string>;
  close: () => Promise<void>;
}

/** Serves a sandbox of its own. What it refuses, the sandbox never hears of. */
export async function otherSite(
  plant: Plant = (_, answer) => answer,
  refuses: (call: string) => boolean = () => false,
): Promise<OtherSite> {
  const sandbox = await createSandbox({ seed: demoSeed, app: {} });
  const server = createAdaptorServer({
    async fetch(request: Request) {
      const { pathname, search } = new URL(request.url);
      if (refuses(`${request.method} ${pathname}`)) return Response.json({}, { status: 403 });
      return plant({ method: request.method, path: pathname + search }, await sandbox.fetch(request));
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    sandbox,
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    env: (...kinds) =>
      Object.fromEntries(
        kinds.flatMap((kind) => {
          const word = kind.toUpperCase().replaceAll('-', '_');
          const email = demoSeed.people.find(({ handle }) => handle === kind)?.email ?? '';
          return [
            [`COMPARE_${word}_EMAIL`, email],
            [`COMPARE_${word}_TOKEN`, demoSeed.apiToken],
          ];
        }),
      ),
    close: async () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Answers with another body, which `change` makes of the parsed one. */
export async function withBody(answer: Response, change: (body: Json) => unknown): Promise<Response> {
  const link = answer.headers.get('link');
  const headers = link === null ? {} : { link };
  return Response.json(change((await answer.json()) as Json), { status: answer.status, headers });
}

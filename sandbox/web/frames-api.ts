// The resources that an app's pages show in Frames, as Atlassian's CDN serves them: under another origin, sandboxed, with the bridge's script first.
// Policy: https://www.npmjs.com/package/@forge/csp (6.3.2), without the addresses of Atlassian's own services.
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Context, MiddlewareHandler } from 'hono';

import type { ServedSandbox } from '../contract/served';
import { frameOut } from './frame-out';
import { sandboxOf } from './frame-policy';
import type { FramePolicy } from './frame-policy';
import { otherOrigin } from './origins';
import { clockTag } from './page-clock';
import type { Served } from './pages-api';

interface Parts {
  served: () => Served;
  sandbox: Pick<ServedSandbox, 'clockOffsetMs'>;
  /** Folder of the built pages. */
  out: string;
  policy: FramePolicy;
}

/** Builds the routes: `/_frame/<key>/…`. */
export function framesApi({ served, sandbox, out, policy }: Parts): Hono {
  const api = new Hono();
  api.use(policyOf(policy));
  api.get('/:key/', (context) => {
    const html = served().frames.get(context.req.param('key'));
    return html === undefined ? notFound(context) : context.html(withBridge(html, served(), sandbox.clockOffsetMs()));
  });
  api.use('/:key/*', async (context, next) => {
    const key = context.req.param('key');
    if (!served().frames.has(key)) return notFound(context);
    const root = frameOut(out, key);
    return serveStatic({ root, rewriteRequestPath: (path) => path.slice(path.indexOf(`/${key}/`) + key.length + 1) })(
      context,
      next,
    );
  });
  return api;
}

function notFound(context: Context) {
  return context.text('Not Found', 404);
}

function policyOf(policy: FramePolicy): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const directives = [
      "default-src 'self'",
      `frame-ancestors ${otherOrigin(new URL(context.req.url).origin)}`,
      "img-src 'self' data: blob:",
      "connect-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "form-action 'self'",
      `sandbox ${sandboxOf(policy)}`,
    ];
    context.header('content-security-policy', directives.join('; '));
    context.header('x-content-type-options', 'nosniff');
  };
}

function withBridge(html: string, { build }: Served, clockOffsetMs: number): string {
  return html.replace('<head>', `<head>${clockTag(clockOffsetMs)}${build.resourceBridge()}`);
}

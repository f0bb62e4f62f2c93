// The app's own REST API as a script calls it: over HTTP, with a token that a person consented to.
import type { Sandbox } from '../../sandbox/sandbox';

const ORIGIN = 'https://site.example';

export interface HttpResult {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

interface Parts {
  sandbox: Pick<Sandbox, 'fetch' | 'forge' | 'site'>;
  apiToken: string;
  /** Gets what must not be found anywhere later. */
  remember: (typed: unknown) => void;
}

/** Any body: an object is sent as JSON, a text as it is. */
export interface Sent {
  body?: unknown;
  headers?: Record<string, string>;
  scopes?: readonly string[];
}

/** Calls of `POST /customers` and `GET /customers`. `handle` undefined: without a token. */
export function restApi({ sandbox, apiToken, remember }: Parts) {
  const { basePath, scopes: all } = sandbox.forge.appRest;
  async function tokenOf(handle: string, scopes: readonly string[] = all): Promise<string> {
    const { email } = sandbox.site.model.accountOf(handle);
    const answer = await sandbox.fetch(
      new Request(`${ORIGIN}/_sandbox/oauth/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(`${email}:${apiToken}`).toString('base64')}` },
        body: JSON.stringify({ scopes }),
      }),
    );
    const { access_token: token } = (await answer.json()) as { access_token?: string };
    if (token === undefined) throw new Error(`No token for ${handle}: ${String(answer.status)}`);
    return token;
  }
  async function send(request: Request): Promise<HttpResult> {
    const answer = await sandbox.fetch(request);
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: JSON.parse(text) as Record<string, unknown> };
  }
  async function authorization(handle: string | undefined, scopes?: readonly string[]) {
    return handle === undefined ? {} : { authorization: `Bearer ${await tokenOf(handle, scopes)}` };
  }

  async function post(handle: string | undefined, body: unknown, more: Sent = {}): Promise<HttpResult> {
    remember(body);
    const headers = {
      'content-type': 'application/json',
      ...(await authorization(handle, more.scopes)),
      ...more.headers,
    };
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return send(new Request(`${ORIGIN}${basePath}/customers`, { method: 'POST', headers, body: text }));
  }
  /** `query` as it stands after the question mark. */
  async function get(handle: string | undefined, query: string, more: Sent = {}): Promise<HttpResult> {
    const headers = { ...(await authorization(handle, more.scopes)), ...more.headers };
    return send(new Request(`${ORIGIN}${basePath}/customers?${query}`, { headers }));
  }
  return { tokenOf, post, get };
}

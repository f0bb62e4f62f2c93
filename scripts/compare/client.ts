// One side of the comparison: a site's REST API, called by a person's own client.
// https://developer.atlassian.com/cloud/confluence/basic-auth-for-rest-apis/
import type { Credentials, People } from './people';

export interface Call {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Answer {
  status: number;
  mediaType: string;
  /** Body, parsed if it's JSON; undefined if there is none. */
  body: unknown;
  /** Link header. */
  link: string;
}

export interface Client {
  people: People;
  /** Sends one call as one kind of person. Resolves with undefined if no answer came within 30 seconds. */
  send: (kind: string, call: Call) => Promise<Answer | undefined>;
}

/** Creates a client of the site at `origin`. It follows no redirects: the credentials go to this origin only. */
export function clientOf(origin: string, people: People, fetch: (request: Request) => Promise<Response>): Client {
  return {
    people,
    async send(kind, call) {
      const credentials = people.get(kind);
      if (credentials === undefined) throw new Error(`Nobody is given as ${kind}`);
      try {
        return await answerOf(await fetch(requestOf(origin, credentials, call)));
      } catch {
        return undefined;
      }
    },
  };
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const mediaType = (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return {
    status: response.status,
    mediaType: text === '' ? '' : mediaType,
    body: parsed(text),
    link: response.headers.get('link') ?? '',
  };
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const TIMEOUT_MS = 30_000;

function requestOf(origin: string, { email, token }: Credentials, { method, path, body, headers = {} }: Call): Request {
  return new Request(`${origin}${path}`, {
    method,
    headers: {
      accept: 'application/json',
      'x-atlassian-token': 'no-check',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
      authorization: `Basic ${Buffer.from(`${email}:${token}`).toString('base64')}`,
    },
    body: body === undefined ? null : JSON.stringify(body),
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
}

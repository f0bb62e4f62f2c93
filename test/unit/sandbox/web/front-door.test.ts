// Who may speak to the server, and in what form: over real HTTP, with headers that fetch would not send.
import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';

import { afterAll, beforeAll, describe, it } from 'vitest';

import { serveFixture } from './served';

let served: Awaited<ReturnType<typeof serveFixture>>;
let port: number;
beforeAll(async () => {
  served = await serveFixture();
  port = Number(new URL(served.url).port);
});
afterAll(async () => served.close());

interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** The status, and the text of the answer. */
async function send(path: string, { method = 'GET', headers = {}, body = '' }: Sent = {}) {
  const sent = request({ host: '127.0.0.1', port, path, method, headers });
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  // The server may hang up on who still sends.
  sent.on('error', () => {});
  const chunks = await response.toArray();
  return { status: response.statusCode, text: Buffer.concat(chunks as Buffer[]).toString() };
}

const INVOKE = '/_sandbox/invoke';
const PATHS = [
  '/',
  '/_app/catalogue',
  '/assets/chrome.js',
  '/_sandbox/people',
  '/wiki/rest/api/user/current',
  '/rest/api/3/myself',
  '/gateway/api',
  '/_bridge/people',
  '/nowhere',
];

describe('another host', () => {
  it.for(PATHS)('%s answers none', async (path, { expect }) => {
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      'localhost',
      `localhost:${port + 1}`,
      `localhost.:${port}`,
      `localhost.evil.example:${port}`,
      `[::1]:${port}`,
      `0.0.0.0:${port}`,
    ]) {
      expect({ host, ...(await send(path, { headers: { host } })) }).toEqual({
        host,
        status: 403,
        text: `This sandbox answers only its own pages, at http://localhost:${port} or http://127.0.0.1:${port}.`,
      });
    }
  });

  it.for([`localhost:PORT`, '127.0.0.1:PORT', 'LOCALHOST:PORT'])('%s is its own', async (name, { expect }) => {
    const headers = { host: name.replace('PORT', String(port)) };
    expect(await send('/_sandbox/people', { headers })).toMatchObject({ status: 200 });
  });

  it('a request that names no host is refused', async ({ expect }) => {
    const socket = connect(port, '127.0.0.1');
    socket.end('GET /_sandbox/people HTTP/1.0\r\n\r\n');
    const answer = Buffer.concat((await socket.toArray()) as Buffer[]).toString();
    expect(answer).toMatch(/^HTTP\/1\.1 40[03] /);
    expect(answer).not.toContain('accountId');
  });
});

describe('another origin', () => {
  it.for([
    'http://evil.example',
    'null',
    'https://localhost:PORT',
    'http://localhost',
    'http://localhost:1',
    'http://localhost:PORT.evil.example',
    '',
  ])('nothing is done for a page of %j', async (name, { expect }) => {
    const origin = name.replace('PORT', String(port));
    const before = served.sandbox.requests().length;
    for (const path of [INVOKE, '/_bridge/invoke', '/_sandbox/faults', '/wiki/rest/api/group']) {
      const body = JSON.stringify({ on: 'rest', status: 500 });
      expect(await send(path, { method: 'POST', headers: { origin }, body })).toMatchObject({ status: 403 });
    }
    expect(served.sandbox.faults.list()).toEqual([]);
    expect(served.sandbox.requests()).toHaveLength(before);
  });

  it.for(['http://localhost:PORT', 'http://127.0.0.1:PORT'])('%s is its own', async (name, { expect }) => {
    const headers = { origin: name.replace('PORT', String(port)) };
    expect(await send('/_sandbox/people', { headers })).toMatchObject({ status: 200 });
  });

  it('no origin, as curl sends none, is let in', async ({ expect }) => {
    expect(await send('/_sandbox/people')).toMatchObject({ status: 200 });
  });
});

it('nobody is answered at another address of this machine', async ({ expect }) => {
  const socket = connect(port, '127.0.0.2');
  const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
  expect(error.code).toBe('ECONNREFUSED');
});

describe('a malformed cookie', () => {
  it.for(['sandbox-person=%', 'sandbox-person=%E0%A4%A', 'other=1; sandbox-person=%zz', 'sandbox-theme=%'])(
    '%s is a bad request',
    async (cookie, { expect }) => {
      for (const [method, path] of [
        ['GET', '/'],
        ['GET', '/_sandbox/people'],
        ['POST', INVOKE],
        ['POST', '/_bridge/invoke'],
      ] as const) {
        const body = method === 'POST' ? JSON.stringify({ moduleKey: 'global-settings', functionKey: 'x' }) : '';
        expect(await send(path, { method, headers: { cookie }, body })).toEqual({
          status: 400,
          text: 'A cookie of the sandbox is malformed.',
        });
      }
    },
  );

  it('of another server on this machine is none of ours', async ({ expect }) => {
    expect(await send('/', { headers: { cookie: 'other=%; =; ;;; sandbox-person' } })).toMatchObject({ status: 200 });
  });
});

describe('JSON', () => {
  function nested(depth: number): string {
    return `${'[{"a":'.repeat(depth / 2)}1${'}]'.repeat(depth / 2)}`;
  }
  const WRITES = [
    INVOKE,
    '/_bridge/invoke',
    '/_sandbox/scheduled',
    '/_sandbox/faults',
    '/_sandbox/automation/rules',
    '/_sandbox/oauth/token',
    '/wiki/rest/api/group',
    '/rest/api/3/issue',
    `/gateway/api/svc/jira/apps/x/y`,
  ];

  it.for(WRITES)('that is nested too deep is a bad request at %s', async (path, { expect }) => {
    for (const depth of [1002, 100_000, 1_000_000]) {
      const body = `{"moduleKey":"a","functionKey":"b","payload":${nested(depth)}}`;
      expect(await send(path, { method: 'POST', body })).toMatchObject({ status: 400 });
      expect(await send(path, { method: 'POST', body: '['.repeat(depth) })).toMatchObject({ status: 400 });
    }
  });

  it.for(WRITES)('as deep as it may be is read at %s', async (path, { expect }) => {
    const body = `{"moduleKey":"a","functionKey":"b","payload":${nested(998)}}`;
    const { status = 0, text } = await send(path, { method: 'POST', body });
    expect(text).not.toContain('levels deep');
    expect(status).not.toBe(500);
  });

  it('may hold any number of brackets in text, and side by side', async ({ expect }) => {
    const payload = [['\\"[[{{'.repeat(2000)], ...Array.from({ length: 2000 }, () => [{}])];
    const body = JSON.stringify({ moduleKey: 'global-settings', functionKey: 'x', payload });
    expect(await send('/_bridge/invoke', { method: 'POST', body })).toMatchObject({ status: 200 });
  });

  it('that is none is a bad request', async ({ expect }) => {
    for (const body of ['', '{', '[1,', '"', '\u0000']) {
      expect(await send(INVOKE, { method: 'POST', body })).toMatchObject({ status: 400 });
    }
  });

  it('larger than 10 MB is refused', async ({ expect }) => {
    const body = JSON.stringify('x'.repeat(10 * 1024 * 1024));
    expect(await send(INVOKE, { method: 'POST', body })).toMatchObject({ status: 413 });
  });
});

it('the server goes on after all of this', async ({ expect }) => {
  expect(await send('/_sandbox/people')).toMatchObject({ status: 200 });
});

// The time that the app's pages see once the sandbox's clock was moved.
import { createContext, runInContext } from 'node:vm';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { serveFixture } from './served';

const DAY = 86_400_000;

let served: Awaited<ReturnType<typeof serveFixture>>;
beforeAll(async () => {
  served = await serveFixture();
});
afterAll(async () => served.close());

async function scriptsOf(path: string): Promise<string[]> {
  const html = await (await served.get(path)).text();
  return [...html.matchAll(/<script(?: type="module")? src="([^"]*)"/g)].map(([, src = '']) => src);
}

/** What some code gives on a page that loaded the script. */
async function told(path: string, code: string): Promise<unknown> {
  const page = createContext({});
  runInContext(await (await served.get(path)).text(), page);
  return runInContext(code, page) as unknown;
}

describe('a frame of the app', () => {
  it('goes by the computer’s time, until the clock is moved', async () => {
    expect(await scriptsOf('/_app/pages/catalogue')).toEqual(['/assets/frame.js', '/assets/pages/catalogue.js']);
    await served.sandbox.letPass({ days: 1 });
    const [clock = '', ...others] = await scriptsOf('/_app/pages/catalogue');
    expect(others).toEqual(['/assets/frame.js', '/assets/pages/catalogue.js']);
    const [, offset] = /^\/_clock\/(\d+)\.js$/.exec(clock) ?? [];
    expect(Math.abs(Number(offset) - DAY)).toBeLessThan(10_000);
  });

  it('has a whole `Date`, so much later, from a script that its policy allows', async () => {
    const { status, headers } = await served.get(`/_clock/${DAY}.js`);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    const path = `/_clock/${DAY}.js`;
    for (const code of ['Date.now()', 'new Date().getTime()', 'Date.parse(Date())']) {
      expect(Math.abs(((await told(path, code)) as number) - Date.now() - DAY)).toBeLessThan(10_000);
    }
    expect(await told(path, 'new Date(5).getTime()')).toBe(5);
    expect(await told(path, 'new Date() instanceof Date')).toBe(true);
    expect(await told(path, 'Date.UTC(1970, 0, 2)')).toBe(DAY);
  });

  it('has an earlier `Date` where the site begins earlier', async () => {
    const { sandbox } = served;
    sandbox.restore({ ...sandbox.takeSnapshot(), now: Date.now() - DAY });
    const [clock = ''] = await scriptsOf('/_app/pages/catalogue');
    expect(clock).toMatch(/^\/_clock\/back-\d+\.js$/);
    expect(Math.abs(((await told(clock, 'Date.now()')) as number) - Date.now() + DAY)).toBeLessThan(10_000);
  });

  it.each(['/_clock/-5.js', '/_clock/5;alert(1).js', '/_clock/1e3.js', '/_clock/5'])(
    'gets no script of %s',
    async (path) => {
      expect((await served.get(path)).status).toBe(404);
    },
  );
});

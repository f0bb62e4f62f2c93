// HTTP Basic as a stranger would try it, through the sandbox's front door.
import { describe, expect, test } from 'vitest';

import { manifestOf } from '../../../sandbox/forge/manifest';
import { createSandbox } from '../../../sandbox/sandbox';
import { demoSeed } from '../../../sandbox/site/seeds/demo';
import { MANIFEST } from './forge/app-manifest';

const seed = {
  ...demoSeed,
  people: demoSeed.people.map((one) => (one.handle === 'person-60' ? { ...one, email: '' } : one)),
};
const ME = '/wiki/rest/api/user/current';

async function open() {
  const sandbox = await createSandbox({ seed, app: {}, manifest: manifestOf(MANIFEST) });
  async function get(authorization: string | undefined, path = ME) {
    const headers = new Headers(authorization === undefined ? {} : { authorization });
    return sandbox.fetch(new Request(`http://127.0.0.1${path}`, { headers }));
  }
  return { sandbox, get };
}

function basic(credentials: string, scheme = 'Basic') {
  return `${scheme} ${btoa(credentials)}`;
}

describe('HTTP Basic', () => {
  test.each([
    basic('member@example.com:sandbox'),
    basic('Member@Example.com:sandbox'),
    basic('member@example.com:sandbox', 'basic'),
  ])('takes %s', async (authorization) => {
    const { get } = await open();
    expect((await get(authorization)).status).toBe(200);
  });

  test.each([
    ['nothing', undefined],
    ['a wrong token', basic('member@example.com:nope')],
    ['a token with more behind it', basic('member@example.com:sandbox:x')],
    ['an unknown email address', basic('stranger@example.com:sandbox')],
    ['a padded email address', basic(' member@example.com:sandbox')],
    ['no email address', basic(':sandbox')],
    ['no colon', basic('member@example.com')],
    ['no credentials', 'Basic'],
    ['a bearer token', 'Bearer sandbox'],
    ['a deactivated account', basic('deactivated@example.com:sandbox')],
    ['a portal customer', basic('customer@example.com:sandbox')],
  ])('refuses %s, says how to sign in, and the log shows it', async (_what, authorization) => {
    const { get, sandbox } = await open();
    const response = await get(authorization);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/^Basic /);
    expect(sandbox.requests()).toMatchObject([
      { identity: { kind: 'anonymous' }, operationId: 'getCurrentUser', status: 401, points: 0 },
    ]);
  });

  test('lets someone without access to Confluence in as far as the refusal', async () => {
    const { get } = await open();
    expect((await get(basic('no-access@example.com:sandbox'))).status).toBe(403);
  });
});

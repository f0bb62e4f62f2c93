// The scan that ends every test file of this folder, shown to be awake.
import { expect, it } from 'vitest';

import type { KvsStore } from '../../../sandbox/forge/kvs/kvs';
import { createSandbox } from '../../../sandbox/sandbox';
import { demoSeed } from '../../../sandbox/site/seeds/demo';
import { peopleIn, personalDataIn, scanAtTheEnd, scanOpened } from '../../support/personal-data';

const API_TOKEN = 'somebody’s token';
/** People of a request for customers, who need not be on the site. */
const TYPED = { people: [{ email: 'new.comer@acme.example', displayName: 'Nadia Comer' }] };

async function aSandbox(globalSettings: () => unknown, stored: unknown = {}) {
  const sandbox = await createSandbox({ seed: demoSeed, app: { globalSettings } });
  const accountId = sandbox.site.model.accountOf('site-admin').accountId;
  await sandbox.invoke({ moduleKey: 'global-settings', functionKey: 'any', payload: {}, accountId, context: {} });
  await (sandbox.forge.kvs as KvsStore).answer('/api/v1/set', {
    body: JSON.stringify({ key: 'some-key', value: stored }),
  });
  return sandbox;
}
async function whatIsFound(globalSettings: () => unknown, stored?: unknown) {
  return personalDataIn(await aSandbox(globalSettings, stored), [API_TOKEN, ...peopleIn(TYPED)]);
}

it.each(['PRIYA RAMAN', 'member@example.com', 'group-steward@example.com', API_TOKEN, 'new.comer@', 'nadia comer'])(
  'finds %s in a log line and in storage',
  async (text) => {
    expect((await whatIsFound(() => console.log(`They are ${text}.`))).join()).toMatch(/ in a log line/);
    expect((await whatIsFound(() => undefined, { note: [text] })).join()).toMatch(/ in storage/);
  },
);

it('finds nothing where there is nothing, and lets a group be called like a person', async () => {
  expect(await whatIsFound(() => console.log('{"event":"fine"}'), { groupName: 'Priya Raman' })).toEqual([]);
});

it('fails the file that has left something behind, and not the next one', async () => {
  scanAtTheEnd(await aSandbox(() => undefined, { note: ['Priya Raman'] }), []);
  expect(scanOpened).toThrow('Priya Raman in storage');
  expect(scanOpened).not.toThrow();
});

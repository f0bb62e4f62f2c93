import { setTimeout as pause } from 'node:timers/promises';

import { asUser, route } from '@forge/api';
import { kvs } from '@forge/kvs';
import { describe, it } from 'vitest';

import { createLab } from './lab';
import { CALLER } from './stub-site';

const currentUser = route`/wiki/rest/api/user/current`;

/** A function that gives way to the others before each of its calls. */
async function visit(name: string): Promise<{ accountId: string; note: unknown }> {
  await pause(1);
  await kvs.set(`note:${name}`, name);
  await pause(1);
  const response = await asUser().requestConfluence(currentUser);
  await pause(1);
  console.log(`visited by ${name}`);
  const { identity } = (await response.json()) as { identity: { accountId: string } };
  return { accountId: identity.accountId, note: await kvs.get('note:second') };
}

describe('invocations side by side', () => {
  it('keep their own caller', async ({ expect }) => {
    const { run } = createLab({}, { onCall: async () => pause(2) });
    const people = ['acc-second', CALLER, 'acc-lender'];
    const seen = await Promise.all(people.map((accountId) => run(() => visit(accountId), accountId)));
    expect(seen.map(({ accountId }) => accountId)).toEqual(people);
  });

  it('keep their own sandbox: storage, calls and log', async ({ expect }) => {
    const first = createLab();
    const second = createLab();
    const [inFirst, inSecond] = await Promise.all([first.run(() => visit('first')), second.run(() => visit('second'))]);
    expect([inFirst.note, inSecond.note]).toEqual([undefined, 'second']);
    expect([first.calls.length, second.calls.length]).toEqual([1, 1]);
    expect([first.forge.logs(), second.forge.logs()]).toEqual([['visited by first'], ['visited by second']]);
    expect(first.forge.kvs.dump().plain).toEqual({ 'note:first': 'first' });
  });
});

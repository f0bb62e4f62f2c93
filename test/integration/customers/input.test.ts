// What somebody may type as an email address or a name, and what of it reaches Jira.
import { beforeEach, describe, expect, it } from 'vitest';

import { openSandbox, valueOf, type World } from '../../support/integration';

let world: World;
beforeEach(async () => {
  world = await openSandbox();
  await world.configure();
  await world.allowCustomers('SUP');
});

async function ask(email: string, displayName?: string) {
  const person = displayName === undefined ? { email } : { email, displayName };
  const answer = await world.asAgent('agent', 'SUP', 'createCustomers', { people: [person], organizationIds: [] });
  const account = valueOf(answer).people[0]?.account;
  return account !== undefined && 'rule' in account ? account.rule : account?.outcome;
}

describe('an email address', () => {
  it.each([
    ['with a header', 'nadia.comer@acme.example\r\nBcc: all@acme.example'],
    ['with a line break in the middle', 'nadia.\ncomer@acme.example'],
    ['with an escaped line break', 'nadia.comer@acme.example%0d%0aBcc:x'],
    ['with a name', 'Nadia <nadia.comer@acme.example>'],
    ['of two', 'nadia.comer@acme.example,other.one@acme.example'],
    ['of two, by a semicolon', 'nadia.comer@acme.example;other.one@acme.example'],
    ['with a comment', 'nadia.comer(x)@acme.example'],
    ['with a NUL', 'nadia.comer\u0000@acme.example'],
    ['with a mark of direction', 'nadia.comer\u202E@acme.example'],
    ['at an address of numbers', 'nadia.comer@127.0.0.1'],
    ['at a literal', 'nadia.comer@[127.0.0.1]'],
    ['at a port', 'nadia.comer@acme.example:8080'],
    ['at a host without a dot', 'nadia.comer@localhost'],
    ['of letters beyond ASCII before the @', 'nädia.comer@acme.example'],
    ['too long', `${'n'.repeat(65)}@acme.example`],
  ])('%s is none: Jira is not even asked', async (_name, email) => {
    expect(await ask(email)).toBe('EMAIL_INVALID');
    const asked = world.requests().map(({ operationId }) => operationId);
    expect(asked).not.toContain('findUsers');
    expect(world.privilegedCalls()).toEqual([]);
  });

  it('with blanks and line breaks around it is taken without them', async () => {
    expect(await ask('\t nadia.comer@acme.example\r\n')).toBe('created');
    expect(world.customer('nadia.comer@acme.example')?.name).toBe('nadia.comer');
  });

  it('stays one parameter of one call, whatever is in it', async () => {
    await ask('nadia.comer&accountid=1#x?y=%2e@acme.example');
    const searches = world.requests().filter(({ operationId }) => operationId === 'findUsers');
    expect(searches.length).toBeGreaterThan(0);
    for (const { path } of searches) {
      expect([...new URL(path, 'https://site.example').searchParams]).toEqual([
        ['query', 'nadia.comer&accountid=1#x?y=%2e@acme.example'],
        ['maxResults', '50'],
      ]);
    }
  });
});

describe('a name', () => {
  it.each([
    ['a line break', 'Nadia\r\nComer'],
    ['a line separator', 'Nadia\u2028Comer'],
    ['a paragraph separator', 'Nadia\u2029Comer'],
    ['a mark of direction', 'Nadia \u202Eremoc'],
    ['an invisible character', 'Nadia\u200BComer'],
    ['a NUL', 'Nadia\u0000Comer'],
    ['half a character', 'Nadia \uD800'],
    ['too many letters', 'N'.repeat(256)],
  ])('with %s is none', async (_name, displayName) => {
    expect(await ask('nadia.comer@acme.example', displayName)).toBe('NAME_INVALID');
    expect(world.privilegedCalls()).toEqual([]);
  });

  it('of any script, and with markup, is text', async () => {
    expect(await ask('nadia.one@acme.example', 'Надя О’Коннор-李')).toBe('created');
    expect(await ask('nadia.two@acme.example', '<b>Nadia</b> {{x}}')).toBe('created');
    expect(world.customer('nadia.two@acme.example')?.name).toBe('<b>Nadia</b> {{x}}');
  });
});

describe('somebody whose name is an address', () => {
  it('is not taken for who has it', async () => {
    const email = 'nadia.comer@acme.example';
    const impostor = world.model.accountOf('lone-customer');
    impostor.name = email;
    expect(await ask(email)).toBe('created');
    expect(world.customer(email)?.accountId).not.toBe(impostor.accountId);
    // Not part of what the scan at the end looks for: it is the same text.
    impostor.name = 'Lena Ortiz';
  });
});

// Whom the lines of a list name: by ids, emails and names, each as far as the caller may see it.
import { beforeEach, describe, expect, it } from 'vitest';

import { resolvePeople } from '../../../../src/groups/lists/resolve-people';
import type { LineVerdict, ListedPerson } from '../../../../src/shared/groups/lists';
import type { AccountId } from '../../../../src/shared/ids';
import {
  anAccount,
  aPrivilegedUser,
  ann,
  bob,
  boss,
  cy,
  fails,
  person,
  rateLimited,
} from '../../../support/ports/builders';
import { aWorld, type World } from '../../../support/ports/world';

const BOB = 'bob@acme.example';

let world: World;
beforeEach(() => {
  world = aWorld();
  world.settings.stored.privilegedUser = { current: aPrivilegedUser() };
});

function resolve(...people: [ListedPerson['kind'], string][]) {
  return resolvePeople(world.ports, world.inDev, {
    people: people.map(([kind, text], index) => ({ line: index + 1, kind, text })),
  });
}
/** The verdicts on lines, in their order. */
async function verdicts(...people: [ListedPerson['kind'], string][]): Promise<LineVerdict[]> {
  return (await resolve(...people)).people.map(({ verdict }) => verdict);
}
function isFoundBy(email: string, shown: AccountId[], hidden: AccountId[] = []) {
  world.site.emails.set(email, { shown, hidden });
}
function exists(id: string, given: Parameters<typeof anAccount>[1] = {}): AccountId {
  const accountId = person(id);
  world.site.accounts.set(accountId, anAccount(accountId, given));
  return accountId;
}
const NOT_ELIGIBLE = { is: 'cantBeAdded', why: 'ACCOUNT_NOT_ELIGIBLE' } as const;

describe('an account ID', () => {
  it('names its account, without any search', async () => {
    expect(await resolve(['accountId', bob])).toEqual({
      people: [{ line: 1, verdict: { is: 'found', accountId: bob } }],
    });
    expect(world.journal.lines('findByName', 'findByEmail', 'maySearch')).toEqual([]);
  });

  it.each([
    ['deactivated', { status: 'inactive' }],
    ['closed', { status: 'closed' }],
    ['of an app', { accountType: 'app' }],
    ['of a portal-only customer', { accountType: 'customer' }],
  ] as const)('of an account that is %s can’t be added', async (_what, given) => {
    const accountId = exists('dee', given);
    expect(await verdicts(['accountId', accountId])).toEqual([{ ...NOT_ELIGIBLE, accountId }]);
  });

  it('that Confluence doesn’t know can’t be added', async () => {
    expect(await verdicts(['accountId', 'nobody'])).toEqual([{ ...NOT_ELIGIBLE, accountId: 'nobody' }]);
  });

  it('of the privileged user can’t be added, whatever Confluence says of them', async () => {
    const refused = { is: 'cantBeAdded', accountId: boss, why: 'PRIVILEGED_USER_NOT_ADDED' };
    expect(await verdicts(['accountId', boss])).toEqual([refused]);
    exists('boss', { status: 'inactive' });
    expect(await verdicts(['accountId', boss])).toEqual([refused]);
  });

  it('names somebody without a privileged user, too', async () => {
    world.settings.stored.privilegedUser = {};
    expect(await verdicts(['accountId', boss])).toEqual([{ is: 'found', accountId: boss }]);
  });
});

describe('an email', () => {
  it('that Jira shows of one account is certain, whoever else may hide the same', async () => {
    isFoundBy(BOB, [bob], [cy]);
    expect(await resolve(['email', BOB])).toEqual({
      people: [{ line: 1, verdict: { is: 'found', accountId: bob } }],
      emails: 'lookedUp',
    });
  });

  it('of one account that hides it is probable', async () => {
    isFoundBy(BOB, [], [bob]);
    expect(await verdicts(['email', BOB])).toEqual([{ is: 'confirm', accountId: bob, how: 'probable' }]);
  });

  it('of several accounts is a choice', async () => {
    isFoundBy(BOB, [], [bob, cy]);
    expect(await verdicts(['email', BOB])).toEqual([{ is: 'choose', accountIds: [bob, cy] }]);
    isFoundBy(BOB, [bob, cy]);
    expect(await verdicts(['email', BOB])).toEqual([{ is: 'choose', accountIds: [bob, cy] }]);
  });

  it('of one person and of a customer is the person’s', async () => {
    const customer = exists('qm:ada', { accountType: 'customer' });
    isFoundBy(BOB, [customer, bob]);
    expect(await verdicts(['email', BOB])).toEqual([{ is: 'found', accountId: bob }]);
    isFoundBy(BOB, [customer]);
    expect(await verdicts(['email', BOB])).toEqual([{ ...NOT_ELIGIBLE, accountId: customer }]);
  });

  it('of more accounts than somebody chooses among says that there are others', async () => {
    const many = Array.from({ length: 11 }, (_, index) => exists(`p${String(index)}`));
    isFoundBy(BOB, [], many);
    expect(await verdicts(['email', BOB])).toEqual([{ is: 'choose', accountIds: many.slice(0, 10), more: true }]);
  });

  it('of nobody is nobody’s', async () => {
    expect(await verdicts(['email', 'nobody@acme.example'])).toEqual([{ is: 'none' }]);
  });

  it('is never searched for as a name', async () => {
    world.site.names.set(cy, BOB);
    await verdicts(['email', BOB]);
    world.site.jiraSearch = 'jiraNotConnected';
    await verdicts(['email', BOB]);
    expect(world.journal.lines('findByName')).toEqual([]);
  });

  it.each(['jiraNotConnected', 'mayNotSearch'] as const)(
    'isn’t looked up where Jira says %s; names are',
    async (may) => {
      world.site.jiraSearch = may;
      world.site.names.set(bob, 'Bob Ray');
      expect(await resolve(['email', BOB], ['name', 'Bob'])).toEqual({
        people: [
          { line: 1, verdict: { is: 'notLookedUp' } },
          { line: 2, verdict: { is: 'confirm', accountId: bob, how: 'suggested' } },
        ],
        emails: may,
      });
      expect(world.journal.lines('findByEmail')).toEqual([]);
    },
  );
});

describe('a name', () => {
  it('of one person is a suggestion, even if it is exactly theirs', async () => {
    world.site.names.set(bob, 'Bob Ray');
    expect(await resolve(['name', 'Bob Ray'])).toEqual({
      people: [{ line: 1, verdict: { is: 'confirm', accountId: bob, how: 'suggested' } }],
    });
  });

  it('of several is a choice, without those who can’t be added', async () => {
    for (const [id, name] of [
      [bob, 'Bob Ray'],
      [cy, 'Bob Rayner'],
      [boss, 'Bob Raymond'],
    ] as const)
      world.site.names.set(id, name);
    expect(await verdicts(['name', 'bob ray'])).toEqual([{ is: 'choose', accountIds: [bob, cy] }]);
    exists('cy', { status: 'inactive' });
    expect(await verdicts(['name', 'bob ray'])).toEqual([{ is: 'confirm', accountId: bob, how: 'suggested' }]);
  });

  it('of more people than somebody chooses among stays a choice, though only one of them can be added', async () => {
    for (let index = 0; index < 11; index += 1)
      world.site.names.set(exists(`p${String(index)}`, { status: 'inactive' }), 'Bob Ray');
    exists('p3');
    expect(await verdicts(['name', 'Bob'])).toEqual([{ is: 'choose', accountIds: ['p3'], more: true }]);
  });

  it('of the privileged user alone can’t be added', async () => {
    world.site.names.set(boss, 'The Boss');
    expect(await verdicts(['name', 'The Boss'])).toEqual([
      { is: 'cantBeAdded', accountId: boss, why: 'PRIVILEGED_USER_NOT_ADDED' },
    ]);
  });

  it('of nobody is nobody’s', async () => {
    expect(await verdicts(['name', 'Nobody'])).toEqual([{ is: 'none' }]);
  });
});

describe('what it asks', () => {
  it('looks everybody up in one call, each once', async () => {
    world.site.names.set(bob, 'Bob Ray');
    isFoundBy(BOB, [bob]);
    await resolve(['accountId', cy], ['accountId', ann], ['name', 'Bob'], ['email', BOB]);
    expect(world.journal.lines('accounts')).toEqual([`accounts ${cy},${ann},${bob}`]);
  });

  it('looks at most 250 people up', async () => {
    const many = Array.from({ length: 275 }, (_, index) => exists(`p${String(index)}`));
    for (const [index, id] of many.entries()) world.site.names.set(id, `N${String(index % 25).padStart(2, '0')} x`);
    await resolve(
      ...Array.from({ length: 25 }, (_, n): ['name', string] => ['name', `n${String(n).padStart(2, '0')}`]),
    );
    const [asked = ''] = world.journal.lines('accounts');
    expect(asked.split(',')).toHaveLength(250);
  });

  it('has five searches under way at most', async () => {
    let [now, most] = [0, 0];
    const { directory } = world;
    async function findByName(name: string) {
      now += 1;
      most = Math.max(most, now);
      const found = await directory.findByName(name);
      now -= 1;
      return found;
    }
    world.ports.directory = { ...directory, findByName };
    await resolve(...Array.from({ length: 25 }, (): ['name', string] => ['name', 'Nobody']));
    expect([most, world.journal.lines('findByName').length]).toEqual([5, 25]);
  });
});

describe('a search that fails', () => {
  const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((name): ['name', string] => ['name', name]);

  it('leaves its line and the later ones as not looked up, and says when to go on', async () => {
    world.site.names.set(bob, 'a');
    world.journal.fail('findByName', rateLimited, { about: 'c' });
    isFoundBy(BOB, [bob]);
    expect(await resolve(...six, ['accountId', cy], ['email', BOB])).toEqual({
      people: [
        { is: 'confirm', accountId: bob, how: 'suggested' },
        { is: 'none' },
        { is: 'notLookedUp' },
        { is: 'none' },
        { is: 'none' },
        { is: 'notLookedUp' },
        { is: 'found', accountId: cy },
        { is: 'found', accountId: bob },
      ].map((verdict, index) => ({ line: index + 1, verdict })),
      emails: 'lookedUp',
      stoppedBy: { code: 'RATE_LIMITED', retryAfterSeconds: 30 },
    });
    expect(world.journal.lines('findByName')).not.toContain('findByName f');
  });

  it('with an answer that nobody understands concerns its line alone', async () => {
    world.journal.fail('findByName', fails({ code: 'UPSTREAM_CONTRACT', changed: 'nothing' }), { about: 'c' });
    const { people, stoppedBy } = await resolve(...six);
    expect(people.filter(({ verdict }) => verdict.is === 'notLookedUp')).toEqual([
      { line: 3, verdict: { is: 'notLookedUp' } },
    ]);
    expect(stoppedBy).toEqual({ code: 'UPSTREAM_CONTRACT' });
  });

  it('as the question whether the caller may search in Jira leaves the emails, and nothing is said of Jira', async () => {
    world.journal.fail('maySearch', rateLimited);
    expect(await resolve(['email', BOB], ['accountId', bob])).toEqual({
      people: [
        { line: 1, verdict: { is: 'notLookedUp' } },
        { line: 2, verdict: { is: 'found', accountId: bob } },
      ],
      stoppedBy: { code: 'RATE_LIMITED', retryAfterSeconds: 30 },
    });
  });

  it('isn’t even begun if time is short', async () => {
    world.time.remainingMs = 4_000;
    const { people, stoppedBy } = await resolve(...six);
    expect(people.every(({ verdict }) => verdict.is === 'notLookedUp')).toBe(true);
    expect(stoppedBy).toEqual({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(world.journal.lines('findByName')).toEqual([]);
  });

  it('as a fault of the app is one', async () => {
    world.journal.fail('findByName', new TypeError('a fault'));
    await expect(resolve(['name', 'a'])).rejects.toThrow('a fault');
    world.journal.fail('maySearch', new TypeError('a fault'));
    await expect(resolve(['email', BOB])).rejects.toThrow('a fault');
  });

  it('fails whole if the people can’t be read: nobody is called found', async () => {
    world.journal.fail('accounts', rateLimited);
    await expect(resolve(['accountId', bob])).rejects.toThrow('RATE_LIMITED');
  });
});

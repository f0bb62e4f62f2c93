import { expect, test } from 'vitest';

import { seedSchema } from '../../../../../sandbox/site/seed';
import { demoSeed } from '../../../../../sandbox/site/seeds/demo';
import { aWorld } from '../world';

test('the demo site has its people, and nobody’s real address', () => {
  const { site } = aWorld();
  const people = site.people();
  expect(people).toHaveLength(75);
  expect(new Set(people.map(({ name }) => name)).size).toBe(75);
  expect(people.filter(({ active }) => !active).map(({ handle }) => handle)).toEqual(['deactivated']);
  expect(people.every(({ email }) => email.endsWith('@example.com'))).toBe(true);
  expect(people.every(({ accountId }) => /^712020:[0-9a-f-]{36}$/.test(accountId))).toBe(true);
});

test('two sites of one seed share nothing', () => {
  const [one, other] = [aWorld(), aWorld()];
  one.model.deleteGroup(one.groupId('demo-editors'));
  one.model.setStatus(one.accountId('member'), 'inactive');
  expect(other.model.group('demo-editors').members.size).toBe(8);
  expect(other.model.accountOf('member').status).toBe('active');
});

test('Forge can ask what kind of account it is to act for', () => {
  const { site, accountId } = aWorld();
  function facts(handle: string) {
    return site.account(accountId(handle));
  }
  const person = { accountType: 'atlassian', active: true, hasProductAccess: false, hasJiraAccess: false };
  expect(facts('site-admin')).toEqual({ ...person, hasProductAccess: true, hasJiraAccess: true });
  expect(facts('member')).toEqual({ ...person, hasProductAccess: true });
  expect(facts('agent')).toEqual({ ...person, hasJiraAccess: true });
  expect(facts('deactivated')).toEqual({ ...person, active: false });
  expect(facts('no-access')).toEqual(person);
  expect(facts('app')).toMatchObject({ accountType: 'app' });
  expect(facts('customer')).toMatchObject({ accountType: 'customer', hasProductAccess: false, hasJiraAccess: false });
  expect(site.account('nobody')).toBeUndefined();
});

test('the app’s storage holds an email address and a token of old', () => {
  expect(demoSeed.appStorage.plain).toEqual({ privilegedUserEmail: expect.stringMatching(/@example\.com$/) });
  expect(Object.keys(demoSeed.appStorage.secret)).toEqual(['privilegedUserApiToken']);
});

function withProject(change: object) {
  return {
    ...demoSeed.jira,
    projects: demoSeed.jira.projects.map((one, index) => (index === 0 ? { ...one, ...change } : one)),
  };
}

test.each([
  ['a name used twice', { groups: [...demoSeed.groups, ...demoSeed.groups.slice(0, 1)] }],
  ['an unknown member', { appAccount: 'nobody' }],
  ['an unknown site admin', { siteAdmins: ['nobody'] }],
  ['an unknown field', { flavour: 'vanilla' }],
  ['an unknown agent', { jira: withProject({ agents: ['nobody'] }) }],
  ['an id used twice', { jira: withProject({ id: '10012' }) }],
])('a seed with %s is refused', (_, change) => {
  expect(seedSchema.safeParse({ ...demoSeed, ...change }).success).toBe(false);
});

test('a change that names nothing throws, so a test cannot miss its target', () => {
  const { model } = aWorld();
  expect(() => model.setStatus('nobody', 'inactive')).toThrow('nobody');
  expect(() => model.renameGroup('nothing', 'x')).toThrow('nothing');
});

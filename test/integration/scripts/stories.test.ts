// The stories of `npm start`: what is committed is what `npm run stories` makes, and each is as its hints say.
import { readFile } from 'node:fs/promises';

import { describe, expect, it } from 'vitest';

import { installSeams } from '../../../sandbox/forge/seams';
import { createResettable } from '../../../sandbox/resettable';
import { createSandbox } from '../../../sandbox/sandbox';
import type { Sandbox } from '../../../sandbox/sandbox';
import { demoSeed } from '../../../sandbox/site/seeds/demo';
import { FORTY_PEOPLE, SIXTY_CUSTOMERS } from '../../../sandbox/stories/lists';
import { openStory, storyFile } from '../../../sandbox/stories/open-story';
import { createStories } from '../../../sandbox/stories/served-stories';
import { STORIES, STORY_KEYS } from '../../../sandbox/stories/stories';
import { makeStory } from '../../../scripts/stories/make-story';
import type { GlobalSettingsView, PrivilegedUserView } from '../../../src/shared/broker/views';
import type { PreviewView } from '../../../src/shared/customers/views';
import type { LineVerdict, ResolvedPeople } from '../../../src/shared/groups/lists';
import type { FoundGroupPage } from '../../../src/shared/groups/takeovers';
import type { Result } from '../../../src/shared/result';
import { readMembers } from '../../../static/people-list/read-members';
import { readPeople } from '../../../static/people-list/read-people';

// `@forge/api` keeps the globals that it finds when it is loaded.
installSeams();
const app = await import('../../../src/index');

async function call<Value>(sandbox: Sandbox, who: string, moduleKey: string, call: [key: string, payload: object]) {
  const [functionKey, payload] = call;
  const space = sandbox.site.spaces().find(({ key }) => key === 'SPRING');
  const project = sandbox.site.projects().find(({ key }) => key === 'SUP');
  const { accountId } = sandbox.site.model.accountOf(who);
  const context = { extension: moduleKey === 'space-settings' ? { space } : { project } };
  const result = (await sandbox.invoke({ moduleKey, functionKey, payload, accountId, context })) as Result<Value>;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function accountOf({ site }: Sandbox, handle: string): string {
  return site.model.accountOf(handle).accountId;
}

function counted(all: readonly string[]): Record<string, number> {
  return Object.fromEntries([...new Set(all)].map((one) => [one, all.filter((other) => other === one).length]));
}

describe.each(STORY_KEYS)('the story %s', (key) => {
  it('is committed as `npm run stories` makes it', async () => {
    const committed = await readFile(storyFile(key), 'utf8');
    expect(committed === (await makeStory(key, app)), 'Run `npm run stories`.').toBe(true);
    expect(committed.length).toBeLessThan(64 * 1024);
  });

  it('opens at that moment, for a person and a space or project that are there', async () => {
    const sandbox = await openStory(key, { app });
    const { who, page } = STORIES[key];
    expect(sandbox.site.account(sandbox.site.model.accountOf(who).accountId)).toMatchObject({ active: true });
    const places = [...sandbox.site.spaces(), ...sandbox.site.projects()].map((place) => place.key);
    expect([undefined, ...places]).toContain(typeof page === 'object' ? page.key : undefined);
    expect(new Date(sandbox.takeSnapshot().now).toISOString()).toMatch(/^2026-03-0[24]T09:00:/);
  });
});

describe('what stories hold', () => {
  it('forty people: most are found at once, and each other line asks for another decision', async () => {
    const sandbox = await openStory('forty-people', { app });
    const { people, problems } = readMembers(FORTY_PEOPLE);
    expect([people.length, problems.map(({ why }) => why.code)]).toEqual([39, ['repeated']]);
    const listed = people.map(({ kind, text }, line) => ({ line, kind, text }));
    const verdicts: LineVerdict[] = [];
    for (const some of [listed.slice(0, 25), listed.slice(25)]) {
      const payload: [string, object] = ['resolvePeople', { people: some }];
      const resolved = await call<ResolvedPeople>(sandbox, 'space-admin', 'space-settings', payload);
      expect(resolved.emails).toBe('lookedUp');
      verdicts.push(...resolved.people.map(({ verdict }) => verdict));
    }
    const kinds = verdicts.map((verdict) => (verdict.is === 'confirm' ? verdict.how : verdict.is));
    expect(counted(kinds)).toEqual({ found: 33, probable: 2, choose: 1, suggested: 1, cantBeAdded: 1, none: 1 });
  });

  it('forty people: the space has an empty group, a protected one and one of an identity provider', async () => {
    const sandbox = await openStory('forty-people', { app });
    expect(sandbox.site.model.group('spring-guests').members.size).toBe(0);
    const stated: Record<string, unknown> = {};
    for (const name of ['spring-agency', 'spring-guests', 'spring-finance', 'spring-leads']) {
      const groupId = sandbox.site.model.group(name).id;
      const payload: [string, object] = ['addMembers', { groupId, accountIds: [accountOf(sandbox, 'agency-09')] }];
      stated[name] = await call(sandbox, 'space-admin', 'space-settings', payload).catch(
        (error: Error) => error.message,
      );
    }
    expect(stated).toMatchObject({
      'spring-agency': { people: [{ outcome: 'added' }] },
      'spring-guests': { people: [{ outcome: 'added' }] },
      'spring-finance': expect.stringContaining('GROUP_MANAGED_OUTSIDE'),
      'spring-leads': expect.stringContaining('GROUP_GIVES_ADMIN_ACCESS'),
    });
  });

  it('three hundred groups: all but those that are managed elsewhere can be taken over, one with an acknowledgement', async () => {
    const sandbox = await openStory('take-over', { app });
    const { groups, spaces } = sandbox.site.model;
    const keys = [...spaces.values()].map(({ key }) => `${key.toLowerCase()}-`);
    expect([...groups.values()].filter(({ name }) => keys.some((key) => name.startsWith(key)))).toHaveLength(300);
    const found: FoundGroupPage['groups'] = [];
    for (let start: number | undefined = 0; start !== undefined;) {
      const payload: [string, object] = ['findGroups', { start }];
      const page: FoundGroupPage = await call<FoundGroupPage>(sandbox, 'site-admin', 'global-settings', payload);
      found.push(...page.groups.filter(({ why, isManaged }) => why === undefined && isManaged === undefined));
      start = page.nextStart;
    }
    expect([found.length, found.filter(({ givesProductAccess }) => givesProductAccess === true).length]).toEqual([
      298, 1,
    ]);
  });

  it.each([
    ['token-ended', 'legacy'],
    ['user-left', 'unusable'],
    ['take-over', 'healthy'],
  ] as const)('%s: the privileged user is %s', async (key, state) => {
    const sandbox = await openStory(key, { app });
    const payload: [string, object] = ['openGlobalSettings', {}];
    const { privilegedUser } = await call<GlobalSettingsView>(sandbox, 'site-admin', 'global-settings', payload);
    expect([privilegedUser?.state.name, privilegedUser?.tokenToRevoke]).toEqual([state, undefined]);
  });

  async function chooseOneself(sandbox: Sandbox): Promise<PrivilegedUserView | undefined> {
    const opening: [string, object] = ['openGlobalSettings', {}];
    const { privilegedUser } = await call<GlobalSettingsView>(sandbox, 'site-admin', 'global-settings', opening);
    const choice = { accountId: accountOf(sandbox, 'site-admin'), version: privilegedUser?.version };
    await call(sandbox, 'site-admin', 'global-settings', ['savePrivilegedUser', choice]);
    return (await call<GlobalSettingsView>(sandbox, 'site-admin', 'global-settings', opening)).privilegedUser;
  }

  it('the token: choosing oneself deletes it, and leaves the request to revoke it', async () => {
    const sandbox = await openStory('token-ended', { app });
    expect(await chooseOneself(sandbox)).toMatchObject({ state: { name: 'healthy' }, tokenToRevoke: true });
    expect(sandbox.forge.kvs.dump()).toMatchObject({ plain: {}, secret: {} });
  });

  it('the user left: once the site admin chooses themselves, the space works again', async () => {
    const sandbox = await openStory('user-left', { app });
    const adding: [string, object] = [
      'addMembers',
      { groupId: sandbox.site.model.group('spring-agency').id, accountIds: [accountOf(sandbox, 'agency-09')] },
    ];
    await expect(call(sandbox, 'space-admin', 'space-settings', adding)).rejects.toThrow('PRIVILEGED_USER_UNAVAILABLE');
    expect(await chooseOneself(sandbox)).toMatchObject({ state: { name: 'healthy' } });
    expect(await call(sandbox, 'space-admin', 'space-settings', adding)).toMatchObject({
      people: [{ outcome: 'added' }],
    });
  });

  it('sixty customers: one has an account, one is of another domain, the others are new', async () => {
    const sandbox = await openStory('sixty-customers', { app });
    const people = readPeople(SIXTY_CUSTOMERS).lines.flatMap((line) => line.people);
    expect(people).toHaveLength(60);
    const said: string[] = [];
    for (let at = 0; at < people.length; at += 25) {
      const some = people.slice(at, at + 25).map(({ email, name }) => ({ email, displayName: name }));
      const payload: [string, object] = ['previewCustomers', { people: some, organizationIds: [] }];
      const preview = await call<PreviewView>(sandbox, 'agent', 'customers', payload);
      said.push(...preview.people.map((one) => (one.outcome === 'notAllowed' ? one.rule : one.outcome)));
    }
    expect(counted(said)).toEqual({ willBeCreated: 58, exists: 1, DOMAIN_NOT_ALLOWED: 1 });
  });
});

describe('opening stories', () => {
  async function served() {
    async function create() {
      return createSandbox({ seed: demoSeed, app });
    }
    const sandbox = await createResettable(create);
    return { sandbox, stories: createStories({ sandbox, create, parts: { app } }) };
  }

  it('puts one in the place of the other, and a reset begins the open one anew', async () => {
    const { sandbox, stories } = await served();
    expect(stories.current()).toBeUndefined();
    await stories.open('user-left');
    expect(sandbox.site.account(sandbox.site.model.accountOf('org-admin').accountId)?.active).toBe(false);
    await stories.open('forty-people');
    const { model } = sandbox.site;
    const agency = model.group('spring-agency');
    model.addMember(agency.id, model.accountOf('agency-09').accountId);
    await sandbox.fetch(new Request('http://127.0.0.1/_sandbox/reset', { method: 'POST' }));
    expect(sandbox.site.model.group('spring-agency').members.size).toBe(3);
    expect(stories.current()).toBe('forty-people');
  });

  it('goes back to the site without a story, and to the time of the computer', async () => {
    const { sandbox, stories } = await served();
    await stories.open('token-ended');
    await stories.open(undefined);
    expect([stories.current(), sandbox.clockOffsetMs()]).toEqual([undefined, 0]);
    expect(sandbox.site.spaces().map(({ key }) => key)).not.toContain('SPRING');
  });
});

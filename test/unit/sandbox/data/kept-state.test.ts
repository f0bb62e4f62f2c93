import { expect, test } from 'vitest';

import { restoreState, stateText } from '../../../../sandbox/data/kept-state';
import { createSandbox } from '../../../../sandbox/sandbox';
import { demoSeed } from '../../../../sandbox/site/seeds/demo';

async function open() {
  return createSandbox({ seed: demoSeed, app: {} });
}

test('the site and the storage of the app come back as they were', async () => {
  const before = await open();
  const { model } = before.site;
  const groupId = model.addGroup('kept');
  model.addMember(groupId, model.accountOf('member').accountId);
  model.addToProject('SUP', 'agents', groupId);
  before.forge.kvs.set('colour', { is: 'blue' });
  const text = stateText(before, 'demo');
  const after = await open();
  restoreState(after, 'demo', text);
  expect(after.snapshot()).toEqual(before.snapshot());
  expect(stateText(after, 'demo')).toBe(text);
  expect(after.site.model.group('kept').members.size).toBe(1);
  expect(after.site.model.project('SUP').roles.agents).toContain(groupId);
});

async function keptWith(entities: Record<string, [string, object][]>): Promise<string> {
  const kept = JSON.parse(stateText(await open(), 'demo')) as { storage: { entities: unknown } };
  function table(rows: [string, object][]) {
    return {
      $map: rows.map(([key, value]) => [key, { value, createdAt: 0, updatedAt: 0 }]),
    };
  }
  kept.storage.entities = { $map: Object.entries(entities).map(([name, rows]) => [name, table(rows)]) };
  return JSON.stringify(kept);
}

test.for([
  [{ setting: [['rules', { version: 1, value: {} }]] }, 'setting rules. The manifest declares no such attribute'],
  [{ 'group-record': [['g', { groupName: 'a', position: 'x' }]] }, 'group-record g'],
  [{ 'audit-entry': [['e', { site: 'site', at: 'now' }]] }, 'audit-entry e'],
  [{ 'audit-entry': [['e', { at: 1 }]] }, 'audit-entry e. An attribute is not of its declared type'],
  [{ diary: [['d', { text: 'x' }]] }, 'rows of the entity diary'],
] as [Record<string, [string, object][]>, string][])(
  'rows of another schema are refused by name, and nothing changes: %j',
  async ([entities, name], { expect }) => {
    const sandbox = await open();
    const before = sandbox.snapshot();
    const text = await keptWith(entities);
    expect(() => {
      restoreState(sandbox, 'demo', text);
    }).toThrow(name);
    expect(sandbox.snapshot()).toEqual(before);
  },
);

test('rows that the manifest allows are taken, and an entity that is new is empty', async ({ expect }) => {
  const sandbox = await open();
  restoreState(sandbox, 'demo', await keptWith({ setting: [['rules', { version: 1, content: {} }]] }));
  expect(sandbox.forge.kvs.dump().entities).toMatchObject({ setting: { rules: { version: 1 } }, 'audit-entry': {} });
});

test.for([
  ['another version', '{"version":1,"seed":"demo"}', 'It is of version 1, not 3.'],
  ['another seed', '{"version":3,"seed":"large"}', 'It is of the seed large, not demo.'],
  ['no JSON', 'state', "It isn't JSON: "],
] as const)('%s is refused, and nothing changes', async ([, text, sentence], { expect }) => {
  const sandbox = await open();
  const before = sandbox.snapshot();
  expect(() => {
    restoreState(sandbox, 'demo', text);
  }).toThrow(sentence);
  expect(sandbox.snapshot()).toEqual(before);
});

/** A kept state in which one thing was changed by hand; `path` leads to it. */
async function oddText(path: readonly (string | number)[], odd: unknown): Promise<string> {
  const kept = JSON.parse(stateText(await open(), 'demo')) as Record<string, unknown>;
  const parent = path.slice(0, -1).reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], kept);
  (parent as Record<string, unknown>)[String(path.at(-1))] = odd;
  return JSON.stringify(kept);
}

test.for([
  ['a table that is a list', ['storage', 'plain'], [], 'storage.plain is odd'],
  [
    'a row without its times',
    ['storage', 'plain', '$map', 0, 1],
    { value: 1 },
    'storage.plain.privilegedUserEmail.createdAt is odd',
  ],
  ['a site without groups', ['site', 'groups'], null, 'site.groups is odd'],
  ['accounts that are no pairs', ['site', 'accounts', '$map'], [1, 2], 'site.accounts is odd'],
  [
    'a status that nobody has',
    ['site', 'accounts', '$map', 0, 1, 'status'],
    'asleep',
    /^site\.accounts\.712020:[^.]+\.status is odd/,
  ],
  ['a field that no account has', ['site', 'accounts', '$map', 0, 1, 'age'], 7, /"age"/],
  ['members that are text', ['site', 'groups', '$map', 0, 1, 'members'], 'all', /^site\.groups\.[^.]+\.members is odd/],
  [
    'a project without roles',
    ['site', 'jira', 'projects', '$map', 0, 1, 'roles'],
    {},
    'site.jira.projects.10010.roles',
  ],
  ['a rule that is none', ['automation', 'rules'], [{ id: 1 }], 'automation.rules.0.id is odd'],
  ['something that nobody keeps', ['diary'], {}, '"diary"'],
] as [string, (string | number)[], unknown, string | RegExp][])(
  '%s is refused by name, and nothing changes',
  async ([, path, odd, name], { expect }) => {
    const sandbox = await open();
    const before = sandbox.snapshot();
    const text = await oddText(path, odd);
    expect(() => {
      restoreState(sandbox, 'demo', text);
    }).toThrow(name);
    expect(sandbox.snapshot()).toEqual(before);
    expect(sandbox.automation.rules()).toEqual([]);
  },
);

test.for(['', 'null', '[]', '7', '"state"'])('what holds no state is refused: %s', async (text, { expect }) => {
  const sandbox = await open();
  expect(() => {
    restoreState(sandbox, 'demo', text);
  }).toThrow(text === '' ? "It isn't JSON" : /It holds no state of a sandbox|It is of version/);
});

test('values that look like the marks of maps and sets come back as they were', async ({ expect }) => {
  const before = await open();
  const odd = { $map: [['a', 1]], $set: [1], inner: { $set: ['b'], $plain: [['c', { $map: 0 }]] } };
  before.forge.kvs.set('odd', odd);
  const after = await open();
  restoreState(after, 'demo', stateText(before, 'demo'));
  expect(after.forge.kvs.dump().plain['odd']).toEqual(odd);
});

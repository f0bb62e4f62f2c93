import { expect, test } from 'vitest';

import { restoreState, stateText } from '../../../sandbox/kept-state';
import { createSandbox } from '../../../sandbox/sandbox';
import { demoSeed } from '../../../sandbox/site/seeds/demo';

const open = async () => createSandbox({ seed: demoSeed, app: {} });

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

const keptWith = async (entities: Record<string, [string, object][]>): Promise<string> => {
  const kept = JSON.parse(stateText(await open(), 'demo')) as { storage: { entities: unknown } };
  const table = (rows: [string, object][]) => ({
    $map: rows.map(([key, value]) => [key, { value, createdAt: 0, updatedAt: 0 }]),
  });
  kept.storage.entities = { $map: Object.entries(entities).map(([name, rows]) => [name, table(rows)]) };
  return JSON.stringify(kept);
};

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
  ['no JSON', 'state', 'is not valid JSON'],
] as const)('%s is refused, and nothing changes', async ([, text, sentence], { expect }) => {
  const sandbox = await open();
  const before = sandbox.snapshot();
  expect(() => {
    restoreState(sandbox, 'demo', text);
  }).toThrow(sentence);
  expect(sandbox.snapshot()).toEqual(before);
});

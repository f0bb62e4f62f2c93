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

test.for([
  ['another version', '{"version":1,"seed":"demo"}', 'It is of version 1, not 2.'],
  ['another seed', '{"version":2,"seed":"large"}', 'It is of the seed large, not demo.'],
  ['no JSON', 'state', 'is not valid JSON'],
] as const)('%s is refused, and nothing changes', async ([, text, sentence], { expect }) => {
  const sandbox = await open();
  const before = sandbox.snapshot();
  expect(() => {
    restoreState(sandbox, 'demo', text);
  }).toThrow(sentence);
  expect(sandbox.snapshot()).toEqual(before);
});

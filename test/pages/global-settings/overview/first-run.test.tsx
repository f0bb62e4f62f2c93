import { expect, test } from 'vitest';

import type { GlobalSettingsApi } from '../../../../src/shared/groups/api';
import { FirstStep, type FirstRunView } from '../../../../src/shared/groups/first-run';
import type { Rules } from '../../../../src/shared/groups/payloads';
import { no, ok } from '../../answers';
import { aPage, aRecord, healthy, someRules } from '../answers';
import { open } from '../open';

function leaving(...left: FirstStep[]): FirstRunView {
  return {
    steps: FirstStep.options.map((step) => ({ step, state: left.includes(step) ? 'open' : 'done' })),
    app: { appId: 'app-1', environmentId: 'environment-1' },
  };
}

async function openFirstRun(left: FirstStep[], api: Partial<GlobalSettingsApi> = {}) {
  return open({
    openGlobalSettings: () => ok(aPage(healthy())),
    readFirstRun: () => ok(leaving(...left)),
    ...api,
  });
}

test('leads to the tab of the first step that is left, and back', async () => {
  const { screen, user } = await openFirstRun(['where', 'takeOver', 'tell'], { readRules: () => ok(someRules()) });
  await screen.findByText('3 of 5 steps left');
  expect(screen.getAllByText('Done')).toHaveLength(2);
  expect(screen.queryByRole('button', { name: 'Take over groups' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Choose spaces' }));
  await screen.findByRole('radio', { name: 'Only these spaces' });
  await user.click(screen.getByRole('button', { name: 'Back to Overview' }));
  expect(await screen.findByRole('button', { name: 'Choose spaces' })).toBeDefined();
});

test('a step can be skipped, and the focus goes to the next one', async () => {
  const { screen, user, payloads, view } = await openFirstRun(['takeOver', 'tell'], {
    endFirstStep: () => ok(leaving('tell')),
  });
  await user.click(await screen.findByRole('button', { name: 'Skip' }));
  const next = await screen.findByRole('button', { name: 'I told them' });
  expect(document.activeElement).toBe(next);
  expect(payloads('endFirstStep')).toEqual([{ step: 'takeOver', end: 'skipped' }]);
  expect(view.flags.map(({ title }) => title)).toEqual(['Step skipped']);
});

test('space admins are told by a message and a list of their groups; then nothing of it is shown', async () => {
  const { screen, user, payloads } = await openFirstRun(['tell'], {
    listGroupRecords: ({ after }) =>
      ok(
        after === undefined ? { groups: [aRecord()], next: 'p2' } : { groups: [aRecord({ groupName: '=demo, too' })] },
      ),
    endFirstStep: () => ok(leaving()),
  });
  expect((await screen.findByLabelText('Message')).textContent).toContain('Space settings');
  screen.getByText(/an email, a page or a chat/);
  expect(screen.queryByText(/into your ticket/)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'List spaces and groups' }));
  const list = await screen.findByLabelText('Spaces and groups (CSV)');
  expect((list as HTMLTextAreaElement).value.split('\n')).toEqual([
    'space,name,groups,link',
    expect.stringMatching(
      /^DEMO,Demo space,"demo-writers; =demo, too",.*\/wiki\/spaces\/DEMO\/settings\/apps\/app-1\/environment-1\/groups$/,
    ),
  ]);
  await user.click(screen.getByRole('button', { name: 'I told them' }));
  await expect.poll(() => screen.queryByText('Set up Space Steward')).toBeNull();
  expect(payloads('endFirstStep')).toEqual([{ step: 'tell', end: 'done' }]);
});

test('coming from CSUM: texts of the export that hold SPACEKEY are offered, and one is saved as the pattern', async () => {
  const { screen, user, payloads } = await openFirstRun(['names'], {
    readRules: () => ok(someRules()),
    saveRules: ({ rules, version }) => ok({ rules: rules as Rules, spaces: [], version: version + 1 }),
  });
  await user.click(await screen.findByRole('button', { name: 'Coming from CSUM?' }));
  const field = screen.getByLabelText('JSON of the export');
  await user.click(field);
  await user.paste('nothing');
  await user.click(screen.getByRole('button', { name: 'Find patterns' }));
  await screen.findByText(/This isn’t JSON/);
  await user.clear(field);
  await user.click(field);
  await user.paste('{"a":[{"b":"wiki-SPACEKEY-"},{"c":"xSPACEKEYx"}],"token":"secret"}');
  await user.click(screen.getByRole('button', { name: 'Find patterns' }));
  await screen.findByText(/“xSPACEKEYx” can’t be used/);
  expect(screen.queryByText(/secret/, { selector: 'p, button' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Use wiki-SPACEKEY- as prefix' }));
  await expect
    .poll(() => payloads('saveRules').map((payload) => (payload as { rules: Rules }).rules.pattern))
    .toEqual([{ prefix: 'wiki-SPACEKEY-', suffix: '' }]);
});

test('what is left can’t be read: the rest of the tab still stands', async () => {
  const { screen } = await openFirstRun([], {
    readFirstRun: () => no({ code: 'STORAGE_UNAVAILABLE', changed: 'nothing' }),
  });
  expect(await screen.findByText('The app’s storage isn’t responding')).toBeDefined();
  expect(screen.getByText('Changes are made as')).toBeDefined();
});

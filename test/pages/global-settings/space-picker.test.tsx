import { expect, test } from 'vitest';

import type { GlobalSettingsApi } from '../../../src/shared/groups/api';
import { SpaceId } from '../../../src/shared/ids';
import { no, ok } from '../answers';
import { aRecord } from './answers';
import { openTab } from './open';

const engineering = { id: SpaceId.parse('20'), key: 'ENG', name: 'Engineering' };

async function openPicker(api: Partial<GlobalSettingsApi>) {
  const opened = await openTab('Groups', { listGroupRecords: () => ok({ groups: [aRecord()] }), ...api });
  const field = await opened.screen.findByRole('combobox', { name: 'Space' });
  return { ...opened, field };
}

test('looks once for what was typed, and shows the groups of the space that is picked', async () => {
  const { screen, user, field, payloads } = await openPicker({
    findSpaces: () => ok({ spaces: [engineering], more: true }),
    findGroupRecords: () => ok({ groups: [aRecord({ groupName: 'eng-writers' })] }),
  });
  await user.type(field, ' eng');
  await screen.findByText('There are more. Type more of the name.');
  await user.click(await screen.findByRole('option', { name: 'Engineering (ENG)' }));
  await screen.findByText('Groups of Engineering');
  await screen.findByRole('row', { name: /eng-writers/ });
  expect(payloads('findSpaces')).toEqual([{ text: 'eng' }]);
  expect(payloads('findGroupRecords')).toEqual([{ by: 'space', spaceId: '20' }]);
});

test('a space that is found by a former key is offered, and says by which', async () => {
  const { screen, user, field } = await openPicker({ findSpaces: () => ok({ spaces: [engineering], more: false }) });
  await user.type(field, 'TECH');
  expect(await screen.findByRole('option', { name: 'Engineering (ENG), found by TECH' })).toBeDefined();
});

test('says that none was found, and how to look', async () => {
  const { screen, user, field } = await openPicker({ findSpaces: () => ok({ spaces: [], more: false }) });
  await user.type(field, 'zzz');
  expect(await screen.findByText('No space found. Type the start of a word of its name, or its key.')).toBeDefined();
});

test('a search that fails has a way out, and what was typed stays', async () => {
  let tries = 0;
  const { screen, user, field } = await openPicker({
    findSpaces: () => {
      tries += 1;
      return tries === 1
        ? no({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' })
        : ok({ spaces: [engineering], more: false });
    },
  });
  await user.type(field, 'eng');
  expect(await screen.findByText('Confluence isn’t responding')).toBeDefined();
  await user.type(field, 'i');
  expect(await screen.findByRole('option', { name: 'Engineering (ENG)' })).toBeDefined();
});

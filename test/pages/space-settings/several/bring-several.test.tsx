// One list for several groups of a space, from its text to the results.
import { describe, expect, test } from 'vitest';

import { GroupId } from '../../../../src/shared/ids';
import { no, ok } from '../../answers';
import { choose } from '../../people';
import { aGroup, aGroupView, anotherGroup } from '../answers';
import { openGroup } from '../groups/open-group';
import { found, resolves } from '../lists/open-list';
import { ADA, BEN, bring, GROUPS, LIST, planFor, type Api } from './open-several';

const aThird = GroupId.parse('g-third');

/** Ada has two addresses. */
const adaTwice = resolves({ [ADA]: found('ada'), 'ada.b@example.com': found('ada'), [BEN]: found('ben') });

describe('a list with a column of groups', () => {
  test('is planned for each group, carried out with one press, and its results lead to the groups', async () => {
    const { screen, user, payloads } = await bring(LIST, {
      openGroup: () => ok(aGroupView(['ada'], { group: anotherGroup })),
      readChangeLines: ({ changeId }) => ok({ change: planFor(changeId.slice(2)), lines: [] }),
    });
    await screen.findByRole('heading', { name: 'Found 2' });
    screen.getByText('1 person is left out: this space doesn’t manage their group. qa (1).');
    await user.click(screen.getByRole('button', { name: 'See what will change' }));
    await screen.findByRole('heading', { name: '2 groups, 2 people' });
    expect(screen.getAllByText('This adds 1 person.')).toHaveLength(2);
    await expect.poll(() => document.activeElement?.textContent).toBe('Make 2 changes');
    expect(payloads('planPeople')).toEqual([
      { groupId: 'g-writers', source: 'list', people: [{ line: 1, accountId: 'ada', operation: 'addMember' }] },
      {
        groupId: 'g-readers',
        source: 'list',
        people: [
          { line: 2, accountId: 'ben', operation: 'removeMember' },
          { line: 1, accountId: 'ada', operation: 'addMember' },
        ],
      },
    ]);
    await user.click(screen.getByRole('button', { name: 'Make 2 changes' }));
    await screen.findByText('Finished in 2 of 2 groups.');
    expect(screen.getAllByText('Done: 1 added')).toHaveLength(2);
    await expect.poll(() => document.activeElement?.textContent).toBe('Done');
    expect(payloads('applyChange')).toEqual([
      { changeId: 'c-g-writers', version: 1 },
      { changeId: 'c-g-readers', version: 1 },
    ]);
    await user.click(screen.getByRole('button', { name: 'Open demo-readers' }));
    await screen.findByRole('heading', { name: 'demo-readers' });
    await screen.findByRole('button', { name: 'Undo' });
  });

  test('asks for the number of every group that loses many, and starts none before', async () => {
    const { screen, user, payloads } = await bring(LIST, {
      planPeople: ({ groupId }) =>
        ok(planFor(groupId, groupId === 'g-readers' ? { planned: { add: 0, remove: 30 }, needsTypedNumber: 30 } : {})),
    });
    await user.click(await screen.findByRole('button', { name: 'See what will change' }));
    await user.click(await screen.findByRole('button', { name: 'Make 31 changes' }));
    await screen.findByText('Type 30.');
    expect(payloads('applyChange')).toEqual([]);
    await user.type(screen.getByLabelText('To confirm, type the number of people to remove: 30'), '30');
    await user.click(screen.getByRole('button', { name: 'Make 31 changes' }));
    await screen.findByText(/^Finished in 2 of 2 groups/);
    expect(payloads('applyChange')).toEqual([
      { changeId: 'c-g-writers', version: 1 },
      { changeId: 'c-g-readers', version: 1, typedNumber: 30 },
    ]);
  });

  test('says that it goes on while one of the groups isn’t through', async () => {
    const { screen, user } = await bring(LIST, {
      applyChange: ({ changeId }) =>
        ok(planFor(changeId.slice(2), { state: changeId === 'c-g-readers' ? 'running' : 'done', version: 3 })),
      watchChange: ({ changeId }) => ok(planFor(changeId.slice(2), { state: 'running', version: 3 })),
    });
    await user.click(await screen.findByRole('button', { name: 'See what will change' }));
    await user.click(await screen.findByRole('button', { name: 'Make 2 changes' }));
    expect(await screen.findByText('Started in 2 of 2 groups. You can close this page: it goes on.')).toBeDefined();
  });

  test('goes on with the other groups where one can’t be planned or started, and tries that again', async () => {
    let isDown = true;
    const { screen, user, payloads } = await bring(`${LIST}\ndan@example.com,demo-third,`, {
      listGroups: ({ after }) =>
        after === undefined
          ? ok({ groups: GROUPS, next: 'more' })
          : ok({ groups: [aGroup({ groupId: aThird, groupName: 'demo-third' })] }),
      resolvePeople: resolves({ [ADA]: found('ada'), [BEN]: found('ben'), 'dan@example.com': found('dan') }),
      planPeople: ({ groupId }) =>
        groupId === 'g-third' ? no({ code: 'FORBIDDEN', reason: 'GROUP_BLOCKED' }) : ok(planFor(groupId)),
      applyChange: ({ changeId }) =>
        isDown && changeId === 'c-g-writers'
          ? no({ code: 'AUDIT_UNAVAILABLE' })
          : ok(planFor(changeId.slice(2), { state: 'done', version: 3, done: { added: 1 } })),
    });
    await user.click(await screen.findByRole('button', { name: 'See what will change' }));
    await screen.findByText('What would change here couldn’t be worked out. This group stays as it is.');
    await user.click(screen.getByRole('button', { name: 'Make 2 changes' }));
    await screen.findByText(/couldn’t write the audit entry/);
    await screen.findByText('Done: 1 added');
    isDown = false;
    await user.click(screen.getByRole('button', { name: 'Make 1 change' }));
    await expect.poll(() => screen.queryAllByText('Done: 1 added')).toHaveLength(2);
    expect(payloads('applyChange')).toMatchObject([
      { changeId: 'c-g-writers' },
      { changeId: 'c-g-readers' },
      { changeId: 'c-g-writers' },
    ]);
  });

  test('can’t be planned if each group lists everybody both ways', async () => {
    const { screen } = await bring(
      `email,group,action\n${ADA},demo-writers,\nada.b@example.com,demo-writers,remove\nada.b@example.com,demo-readers,\n${ADA},demo-readers,remove`,
      { resolvePeople: adaTwice },
    );
    await screen.findByText('demo-writers: 1 person is listed to be added and to be removed, and is left out.');
    screen.getByText('demo-readers: 1 person is listed to be added and to be removed, and is left out.');
    screen.getByText('Nobody in this list can be changed. Go back, correct the list, and try again.');
    expect(screen.queryByRole('button', { name: 'See what will change' })).toBeNull();
  });

  test('may add a person to one group and remove them from another, whatever they’re listed as', async () => {
    const { screen } = await bring(
      `email,group,action\n${ADA},demo-writers,\nada.b@example.com,demo-readers,remove\n${BEN},demo-readers,`,
      { resolvePeople: adaTwice },
    );
    await screen.findByText('2 people to change, 0 left out.');
    expect(screen.queryByText(/listed to be added and to be removed/)).toBeNull();
    expect(screen.queryByText(/is listed above/)).toBeNull();
  });

  test('names a person once for a group', async () => {
    const { screen } = await bring(
      `email,group\n${ADA},demo-writers\nada.b@example.com,demo-writers\nada.b@example.com,demo-readers`,
      { resolvePeople: adaTwice },
    );
    await screen.findByText('1 line names somebody who is listed above it.');
    expect(screen.getByText('1 person to change, 0 left out.')).toBeDefined();
  });

  test('counts nobody whom it lists both ways', async () => {
    const { screen, user } = await bring(
      `${LIST}\nada.b@example.com,demo-writers,remove\nada.b@example.com,demo-readers,remove`,
      { resolvePeople: adaTwice },
    );
    await user.click(await screen.findByRole('button', { name: 'See what will change' }));
    expect(await screen.findByRole('heading', { name: '1 group, 1 person' })).toBeDefined();
  });

  test('that is discarded cancels its plans, and leads back to the button', async () => {
    const { screen, user, payloads } = await bring(LIST, {
      cancelChange: ({ changeId }) => ok(planFor(changeId.slice(2), { state: 'cancelled' })),
    });
    await user.click(await screen.findByRole('button', { name: 'See what will change' }));
    await user.click(await screen.findByRole('button', { name: 'Discard' }));
    await screen.findByRole('heading', { name: 'Groups of Demo space' });
    await expect.poll(() => document.activeElement?.textContent).toBe('Bring a list');
    expect(payloads('cancelChange')).toEqual([{ changeId: 'c-g-writers' }, { changeId: 'c-g-readers' }]);
  });
});

describe('a list without groups', () => {
  test('asks for one group', async () => {
    const { screen, user, payloads } = await bring(`${ADA}\n${BEN}`);
    await screen.findByText('2 people are listed without a group. Choose the group that they’re listed for.');
    await user.click(screen.getByRole('button', { name: 'Find people' }));
    await screen.findAllByText('Choose a group.');
    expect(payloads('resolvePeople')).toEqual([]);
    await choose(user, 'Group of this space', 'demo-readers');
    await user.click(screen.getByRole('button', { name: 'Find people' }));
    await user.click(await screen.findByRole('button', { name: 'See what will change' }));
    await screen.findByRole('heading', { name: '1 group, 2 people' });
    expect(payloads('planPeople')).toMatchObject([{ groupId: 'g-readers', people: { length: 2 } }]);
  });

  test('leaves them out if it names groups for others and none is chosen', async () => {
    const { screen, user } = await bring(`email,group\n${ADA},demo-writers\n${BEN},`);
    await user.click(await screen.findByRole('button', { name: 'Find people' }));
    await screen.findByRole('heading', { name: 'Found 1' });
    expect(screen.getByText('1 person without a group is left out.')).toBeDefined();
  });
});

test('a list of which nothing can be taken is marked, keeps its text, and takes the focus', async () => {
  const { screen, payloads } = await bring('name,group\nCleo,qa');
  await screen.findByText('None of these groups belongs to this space: qa (1).');
  await expect.poll(() => (document.activeElement as HTMLTextAreaElement | null)?.value).toBe('name,group\nCleo,qa');
  expect(payloads('resolvePeople')).toEqual([]);
});

describe('a list that was brought to one group', () => {
  const api: Api = {
    listGroups: () => ok({ groups: GROUPS }),
    resolvePeople: resolves({ [ADA]: found('ada'), [BEN]: found('ben') }),
  };

  test('can be taken to the others that it names', async () => {
    const { screen, user, asked } = await openGroup(aGroupView(), api, { longestList: 1000 });
    await user.click(screen.getByRole('button', { name: 'Bring a list' }));
    await user.click(await screen.findByLabelText('People'));
    await user.paste(`email,group\n${ADA},demo-writers\n${BEN},demo-readers`);
    await user.click(screen.getByRole('button', { name: 'Find people' }));
    await user.click(await screen.findByRole('button', { name: 'Also change the other groups' }));
    await screen.findByRole('heading', { name: 'Bring a list for several groups' });
    await user.click(await screen.findByRole('button', { name: 'Find people' }));
    await screen.findByRole('heading', { name: 'Found 2' });
    expect(asked['planPeople']).toBeUndefined();
  });

  test('can be taken to the others if it names nobody for this one', async () => {
    const { screen, user } = await openGroup(aGroupView(), api, { longestList: 1000 });
    await user.click(screen.getByRole('button', { name: 'Bring a list' }));
    await user.click(await screen.findByLabelText('People'));
    await user.paste(`email,group\n${BEN},demo-readers`);
    await user.click(screen.getByRole('button', { name: 'Find people' }));
    await user.click(await screen.findByRole('button', { name: 'Also change the other groups' }));
    const field = await screen.findByLabelText('People');
    expect((field as HTMLTextAreaElement).value).toContain('demo-readers');
  });
});

// A list for several groups that is planned or carried out, whatever is pressed meanwhile and whichever answer is lost.
import { describe, expect, test } from 'vitest';

import { ok } from '../../answers';
import { held } from '../../queue-page/open';
import { anotherGroup } from '../answers';
import { bring, LIST, planFor } from './open-several';

/** What comes of a list in one group. */
function done({ changeId }: { changeId: string }) {
  return ok(planFor(changeId.slice(2), { state: 'done', version: 3, done: { added: 1 } }));
}

function lost(): never {
  throw new Error('The answer is lost');
}

describe('a list for several groups', () => {
  test('says which group it changes, should that have another name by now', async () => {
    const renamed = { ...anotherGroup, groupName: 'demo-readers-old' };
    const { screen, user } = await bring(LIST, {
      planPeople: ({ groupId }) => ok(planFor(groupId, groupId === 'g-readers' ? { groups: [renamed] } : {})),
    });
    await user.click(await screen.findByRole('button', { name: 'See what will change' }));
    expect(await screen.findByRole('heading', { name: 'demo-readers-old' })).toBeDefined();
  });

  test('can’t be corrected while it’s planned: what would be shown then is what it was before', async () => {
    const planning = held(({ groupId }: { groupId: string }) => ok(planFor(groupId)));
    const { screen, user, payloads } = await bring(LIST, { planPeople: planning.call });
    await user.click(await screen.findByRole('button', { name: 'See what will change' }));
    await screen.findByText(/^Working out/);
    await user.click(screen.getByRole('button', { name: 'Back to the list' }));
    screen.getByRole('heading', { name: 'Found 2' });
    for (const _group of ['writers', 'readers']) {
      await expect.poll(planning.isAsked).toBe(true);
      planning.release();
    }
    await screen.findByRole('heading', { name: '2 groups, 2 people' });
    expect(payloads('planPeople')).toHaveLength(2);
  });

  test('isn’t closed, and so canceled, while it’s carried out', async () => {
    const second = held(done);
    const { screen, user, payloads } = await bring(LIST, {
      applyChange: (request) => (request.changeId === 'c-g-readers' ? second.call(request) : done(request)),
    });
    await user.click(await screen.findByRole('button', { name: 'See what will change' }));
    await user.click(await screen.findByRole('button', { name: 'Make 2 changes' }));
    await screen.findByText('Done: 1 added');
    await user.click(screen.getByRole('button', { name: 'Done' }));
    second.release();
    await screen.findByText('Finished in 2 of 2 groups.');
    expect(payloads('cancelChange')).toEqual([]);
  });

  test.each([
    [
      'is shown as it is',
      () => ok(planFor('g-readers', { state: 'running', version: 3 })),
      'Started in 2 of 2 groups.',
    ],
    ['is left alone where nobody can look', lost, 'Finished in 1 of 2 groups.'],
  ] as const)('whose answer was lost %s, and isn’t canceled', async (_what, watchChange, status) => {
    const { screen, user, payloads } = await bring(LIST, {
      applyChange: (request) => (request.changeId === 'c-g-readers' ? lost() : done(request)),
      watchChange,
    });
    await user.click(await screen.findByRole('button', { name: 'See what will change' }));
    await user.click(await screen.findByRole('button', { name: 'Make 2 changes' }));
    await screen.findByText((text) => text.startsWith(status));
    await user.click(screen.getByRole('button', { name: 'Done' }));
    await screen.findByRole('heading', { name: 'Groups of Demo space' });
    expect(payloads('cancelChange')).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';

import { no, ok } from '../../answers';
import { aChange } from './a-change';
import { openPlan } from './open-change';

describe('a plan', () => {
  test('says what it does, how long it takes and until when it holds, and takes the focus', async () => {
    const plan = aChange({
      planned: { add: 36, nothingToDo: 3, notAllowed: 1 },
      aboutMinutes: 2,
      lapsesAt: '2026-02-03T05:05:00.000Z',
      membersNotKnown: true,
    });
    const { screen, asked } = await openPlan(plan);
    await screen.findByText('This adds 36 people.');
    screen.getByText('3 were members already, 1 not allowed.');
    screen.getByText('It takes about 2 minutes. You can close this page meanwhile.');
    screen.getByText(/You can do it until Feb 3, 2026, 05:05 AM UTC/);
    screen.getByText(/doesn’t list all members/);
    await expect.poll(() => document.activeElement?.textContent).toBe('Add 36 people');
    expect(asked['planPeople']).toEqual([{ groupId: 'g-writers', source: 'everybody', people: [] }]);
  });

  test('that removes many people is carried out once their number is typed', async () => {
    const plan = aChange({ source: 'everybody', planned: { add: 0, remove: 31 }, needsTypedNumber: 31 });
    const { screen, user, asked } = await openPlan(plan, {
      applyChange: () => ok({ ...plan, state: 'queued', version: 2 }),
    });
    const field = await screen.findByLabelText('To confirm, type the number of people to remove: 31');
    await expect.poll(() => document.activeElement).toBe(field);
    await user.type(field, '13');
    await user.click(screen.getByRole('button', { name: 'Remove 31 people' }));
    await screen.findByText('Type 31.');
    expect(asked['applyChange']).toBeUndefined();
    await user.clear(field);
    await user.type(field, '31');
    await user.click(screen.getByRole('button', { name: 'Remove 31 people' }));
    await screen.findByText('Starting. You can close this page: it goes on.');
    expect(asked['applyChange']).toEqual([{ changeId: 'c-1', version: 1, typedNumber: 31 }]);
  });

  test('that removes its author asks them first', async () => {
    const plan = aChange({ planned: { add: 0, remove: 1 }, removesAuthor: true });
    const { screen, user, asked } = await openPlan(plan, { applyChange: () => ok({ ...plan, state: 'queued' }) });
    await user.click(await screen.findByRole('button', { name: 'Remove 1 person' }));
    await screen.findByText('Confirm that you lose this group too.');
    await user.click(screen.getByRole('checkbox', { name: /I’m in this group myself/ }));
    await user.click(screen.getByRole('button', { name: 'Remove 1 person' }));
    await screen.findByText(/^Starting/);
    expect(asked['applyChange']).toEqual([{ changeId: 'c-1', version: 1, confirmSelf: true }]);
  });

  test('that changes nobody says so and can only be closed', async () => {
    const { screen, user, asked } = await openPlan(aChange({ planned: { add: 0, nothingToDo: 2 } }));
    await screen.findByText(/^Nothing changes/);
    await user.click(screen.getByRole('button', { name: 'Done' }));
    await screen.findByRole('combobox', { name: /People to add/ });
    expect(asked['cancelChange']).toEqual([{ changeId: 'c-1' }]);
  });

  test('that is discarded is canceled, and the picker comes back', async () => {
    const { screen, user, asked } = await openPlan(aChange());
    await user.click(await screen.findByRole('button', { name: 'Discard' }));
    await screen.findByRole('combobox', { name: /People to add/ });
    expect(asked['cancelChange']).toEqual([{ changeId: 'c-1' }]);
  });

  test('that has lapsed says so, and nothing was changed', async () => {
    const { screen, user } = await openPlan(aChange(), { applyChange: () => no({ code: 'CONFLICT', what: 'run' }) });
    await user.click(await screen.findByRole('button', { name: 'Add 2 people' }));
    await screen.findByText('It waited too long, or it was changed meanwhile. Nothing was changed. Start it again.');
    await user.click(screen.getByRole('button', { name: 'Done' }));
    expect(await screen.findByRole('combobox', { name: /People to add/ })).toBeDefined();
  });

  test('that could not be made says why', async () => {
    const { screen } = await openPlan(aChange(), {
      planPeople: () => no({ code: 'FORBIDDEN', reason: 'CHANGES_PAUSED' }),
    });
    expect(await screen.findByText(/paused all changes that this app makes/)).toBeDefined();
  });
});

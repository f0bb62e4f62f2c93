import { describe, expect, test } from 'vitest';

import { account, no, ok } from '../../answers';
import { held } from '../../queue-page/open';
import { aChange } from '../changes/a-change';
import { bringList, found, resolves, suggested } from './open-list';

const ADA = 'ada@example.com';
const BEN = 'ben@example.com';

describe('a list in which nothing has to be decided', () => {
  test('is added at once: found, planned and carried out with one press', async () => {
    const { screen, user, asked } = await bringList(`${ADA}\n${BEN}`, {
      resolvePeople: resolves({ [ADA]: found('ada'), [BEN]: found('ben') }, { emails: 'lookedUp' }),
      planPeople: () => ok(aChange()),
      applyChange: () => ok(aChange({ state: 'done', version: 3, done: { added: 2 } })),
      listMembers: () => ok({ accountIds: [account('ada'), account('ben')], start: 0, total: 2 }),
    });
    await screen.findByRole('heading', { name: 'Found 2' });
    await user.click(screen.getByRole('button', { name: 'Add 2 people' }));
    await screen.findByRole('heading', { name: 'Done: 2 added' });
    await screen.findByRole('row', { name: /Ben Builder/ });
    expect(asked['resolvePeople']).toEqual([
      {
        people: [
          { line: 1, text: ADA, kind: 'email' },
          { line: 2, text: BEN, kind: 'email' },
        ],
      },
    ]);
    expect(asked['planPeople']).toEqual([
      {
        groupId: 'g-writers',
        source: 'list',
        people: [
          { line: 1, accountId: 'ada', operation: 'addMember' },
          { line: 2, accountId: 'ben', operation: 'addMember' },
        ],
      },
    ]);
    expect(asked['applyChange']).toEqual([{ changeId: 'c-1', version: 1 }]);
  });

  test('can’t be corrected once its button is pressed: it’s added as it was', async () => {
    const planning = held(() => ok(aChange()));
    const { screen, user } = await bringList(ADA, {
      resolvePeople: resolves({ [ADA]: found('ada') }),
      planPeople: planning.call,
      applyChange: () => ok(aChange({ state: 'done', version: 3, done: { added: 1 } })),
    });
    await user.click(await screen.findByRole('button', { name: 'Add 1 person' }));
    await user.click(screen.getByRole('button', { name: 'Back to the list' }));
    screen.getByRole('heading', { name: 'Found 1' });
    planning.release();
    expect(await screen.findByRole('heading', { name: 'Done: 1 added' })).toBeDefined();
  });

  test('shows its plan if it could not be carried out', async () => {
    const { screen, user, asked } = await bringList(ADA, {
      resolvePeople: resolves({ [ADA]: found('ada') }),
      planPeople: () => ok(aChange({ planned: { add: 1 } })),
      applyChange: () => no({ code: 'AUDIT_UNAVAILABLE' }),
    });
    await user.click(await screen.findByRole('button', { name: 'Add 1 person' }));
    await screen.findByText('This adds 1 person.');
    await user.click(screen.getByRole('button', { name: 'Add 1 person' }));
    await screen.findByText(/couldn’t write the audit entry/);
    expect(asked['applyChange']).toHaveLength(2);
  });
});

describe('people who are not certain', () => {
  test('are shown before they can be confirmed, 25 a page, and left out otherwise', async () => {
    const names = Array.from({ length: 31 }, (_none, index) => `Writer ${String(index)}`);
    const { screen, user, asked } = await bringList(names.join('\n'), {
      resolvePeople: resolves(Object.fromEntries(names.map((name, at) => [name, suggested(`p-${String(at)}`)]))),
      planPeople: () => ok(aChange({ planned: { add: 25 } })),
    });
    await screen.findByRole('heading', { name: 'Confirm 31' });
    await screen.findByText('Nobody in this list can be changed. Go back, correct the list, and try again.');
    expect(screen.getAllByRole('checkbox')).toHaveLength(25);
    await user.click(screen.getByRole('button', { name: 'Confirm these 25' }));
    await user.click(screen.getByRole('button', { name: 'Next people' }));
    await user.click(await screen.findByRole('checkbox', { name: '“Writer 30” is this person' }));
    await user.click(screen.getByRole('button', { name: 'See what will change' }));
    await screen.findByText('This adds 25 people.');
    expect(asked['planPeople']).toMatchObject([{ people: { length: 26, 25: { accountId: 'p-30' } } }]);
    expect(asked['applyChange']).toBeUndefined();
  });

  test('are chosen among several accounts, one at most', async () => {
    const accountIds = [account('ada'), account('ben')];
    const { screen, user, asked } = await bringList('Alex\nCleo', {
      resolvePeople: resolves({ Alex: { is: 'choose', accountIds, more: true }, Cleo: found('cleo') }),
      planPeople: () => ok(aChange()),
    });
    await user.click(await screen.findByRole('checkbox', { name: 'Account 1 for “Alex”' }));
    await user.click(screen.getByRole('checkbox', { name: 'Account 2 for “Alex”' }));
    screen.getByText(/There are more accounts/);
    await user.click(screen.getByRole('button', { name: 'See what will change' }));
    await screen.findByText('This adds 2 people.');
    expect(asked['planPeople']).toMatchObject([{ people: [{ accountId: 'ben' }, { accountId: 'cleo' }] }]);
  });
});

test('who is left out is told, by why', async () => {
  const { screen, user } = await bringList(`${ADA}\n${BEN}\nnobody@example.com\nbroken@\n${ADA}`, {
    resolvePeople: resolves({
      [ADA]: found('ada'),
      [BEN]: { is: 'cantBeAdded', accountId: account('ben'), why: 'ACCOUNT_NOT_ELIGIBLE' },
    }),
  });
  await user.click(await screen.findByRole('button', { name: 'Show: Can’t be added: 1' }));
  await screen.findByText(/This account can’t be a member here/);
  await user.click(screen.getByRole('button', { name: 'Show: No account found for 1' }));
  await screen.findByText('Line 3: nobody@example.com');
  await user.click(screen.getByRole('button', { name: 'Show: Not understood: 1' }));
  await screen.findByText(/^Line 4: “broken@” isn’t/);
  screen.getByText('1 line names somebody who is listed above it.');
  screen.getByText('1 person to change, 3 left out.');
  await user.click(screen.getByRole('button', { name: 'Hide: Not understood: 1' }));
  await expect.poll(() => screen.queryByText(/^Line 4: /)).toBeNull();
});

test.each([
  ['jiraNotConnected', 'Emails can’t be looked up: Jira isn’t connected. Names work.'],
  ['mayNotSearch', 'Emails can’t be looked up: you may not search for people in Jira. Names work.'],
] as const)('says why emails are not looked up: %s', async (emails, text) => {
  const { screen } = await bringList(ADA, {
    resolvePeople: resolves({ [ADA]: { is: 'notLookedUp' } }, { emails }),
  });
  await screen.findByText(text);
  expect(screen.getByRole('heading', { name: 'Not looked up: 1' })).toBeDefined();
});

describe('finding people', () => {
  const names = Array.from({ length: 60 }, (_none, index) => `Writer ${String(index)}`);
  const everybody = resolves(Object.fromEntries(names.map((name, at) => [name, found(`p-${String(at)}`)])));

  test('goes 25 a call, says how far it is, and nothing is kept when it is canceled but the text', async () => {
    const answers = held(everybody);
    const { screen, user, asked } = await bringList(names.join('\n'), { resolvePeople: answers.call });
    await screen.findByText('Finding people: 0 of 60. Keep this page open; nothing is stored yet.');
    await expect.poll(() => document.activeElement?.textContent).toBe('Cancel');
    await expect.poll(answers.isAsked).toBe(true);
    answers.release();
    await screen.findByText('Finding people: 25 of 60. Keep this page open; nothing is stored yet.');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    const field = await screen.findByLabelText('People');
    expect((field as HTMLTextAreaElement).value).toBe(names.join('\n'));
    expect(asked['planPeople']).toBeUndefined();
  });

  test('goes on where it failed', async () => {
    let calls = 0;
    const { screen, user, asked } = await bringList(names.join('\n'), {
      resolvePeople: (payload) => {
        calls += 1;
        return calls === 2 ? no({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' }) : everybody(payload);
      },
    });
    await screen.findByText('Stopped: 35 of 60 people not looked up');
    await screen.findByText(/can’t be reached or is too slow/);
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await screen.findByRole('heading', { name: 'Found 60' });
    expect(asked['resolvePeople']).toHaveLength(4);
  });

  test('stops when Atlassian asks it to slow down, and sends those who are left again', async () => {
    let isSlow = true;
    const { screen, user } = await bringList('Ada\nBen', {
      resolvePeople: (payload) =>
        isSlow
          ? resolves(
              { Ada: { is: 'notLookedUp' }, Ben: { is: 'notLookedUp' } },
              { stoppedBy: { code: 'RATE_LIMITED' } },
            )(payload)
          : resolves({ Ada: found('ada'), Ben: found('ben') })(payload),
    });
    await screen.findByText('Atlassian asked this app to slow down.');
    isSlow = false;
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(await screen.findByRole('heading', { name: 'Found 2' })).toBeDefined();
  });
});

describe('a list that becomes the whole group', () => {
  const WHOLE = 'Make this list the whole group: everybody else is removed';

  test('waits until every line names one person', async () => {
    const { screen, user, asked } = await bringList(
      'Ada\nBen',
      {
        resolvePeople: resolves({ Ada: found('ada'), Ben: suggested('ben') }),
        planPeople: () => ok(aChange({ source: 'wholeGroup', planned: { add: 2, remove: 1 } })),
      },
      { effect: WHOLE },
    );
    await screen.findByText(/^1 line isn’t settled/);
    expect(screen.queryByRole('button', { name: 'See what will change' })).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: '“Ben” is this person' }));
    await user.click(await screen.findByRole('button', { name: 'See what will change' }));
    await screen.findByText('This adds 2 people, removes 1 person.');
    expect(asked['planPeople']).toMatchObject([{ source: 'wholeGroup', people: { length: 2 } }]);
  });

  test('leaves whom it lists for other groups to those', async () => {
    const { screen, user, asked } = await bringList(
      `email,group\n${ADA},demo-writers\n${BEN},demo-readers`,
      {
        resolvePeople: resolves({ [ADA]: found('ada') }),
        planPeople: () => ok(aChange({ source: 'wholeGroup', planned: { add: 1, remove: 1 } })),
      },
      { effect: WHOLE },
    );
    await screen.findByText(/^1 person is listed for another group: demo-readers \(1\)\./);
    await user.click(screen.getByRole('button', { name: 'See what will change' }));
    await expect
      .poll(() => asked['planPeople'])
      .toMatchObject([{ source: 'wholeGroup', people: [{ accountId: 'ada' }] }]);
  });
});

test('a list that names nobody is marked, keeps its text, and takes the focus', async () => {
  const { screen, asked } = await bringList('broken@', {});
  await screen.findByText(/^Line 1: “broken@” isn’t/);
  await expect.poll(() => (document.activeElement as HTMLTextAreaElement | null)?.value).toBe('broken@');
  expect(asked['resolvePeople']).toBeUndefined();
});

test('whoever goes back finds the text again, and may leave the list for the picker', async () => {
  const { screen, user } = await bringList(ADA, { resolvePeople: resolves({ [ADA]: found('ada') }) });
  await screen.findByRole('heading', { name: 'Found 1' });
  await expect.poll(() => document.activeElement?.textContent).toBe('Back to the list');
  await user.click(screen.getByRole('button', { name: 'Back to the list' }));
  const field = await screen.findByLabelText('People');
  expect((field as HTMLTextAreaElement).value).toBe(ADA);
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await screen.findByRole('combobox', { name: /People to add/ });
  await expect.poll(() => document.activeElement?.textContent).toBe('Bring a list');
});

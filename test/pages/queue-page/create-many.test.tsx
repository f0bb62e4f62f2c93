// More people than one request takes.
import { describe, expect, test } from 'vitest';

import { ok } from '../answers';
import { aQuota, aResult, NEW } from './answers';
import { create, held } from './open';

const quota = aQuota({ usedToday: 5, left: 15 });
function checksAll(payload: { people: unknown[] }) {
  return ok({ people: payload.people.map(() => NEW), quota: aQuota({ left: 99 }) });
}
function emails(count: number) {
  return Array.from({ length: count }, (_none, index) => `p${String(index)}@example.com`);
}
function sizes(asked: unknown[]) {
  return asked.map((payload) => (payload as { people: unknown[] }).people.length);
}

describe('51 people', () => {
  function createsAll(payload: { people: unknown[] }) {
    return ok({ people: payload.people.map(() => aResult()), quota: aQuota({ left: 60 }) });
  }

  test('are created 25 at a time, and results are shown as they come', async () => {
    const answers = held(createsAll);
    const { screen, payloads } = await create(emails(51).join(', '), 'Create 51 customers', {
      previewCustomers: checksAll,
      createCustomers: answers.call,
    });
    await screen.findByText('Creating: 0 of 51. Keep this page open until it’s finished.');
    for (const done of ['25', '50']) {
      await expect.poll(answers.isAsked).toBe(true);
      answers.release();
      await screen.findByText(`${done} of 51 customers added`);
      screen.getByText(`Creating: ${done} of 51. Keep this page open until it’s finished.`);
    }
    await expect.poll(answers.isAsked).toBe(true);
    answers.release();
    await screen.findByText('Finished: 51 of 51 customers added. New accounts: 51.');
    expect(sizes(payloads('createCustomers'))).toEqual([25, 25, 1]);
  });

  test('can be stopped and continued: nobody is sent twice', async () => {
    const answers = held(createsAll);
    const { screen, user, payloads } = await create(emails(51).join(', '), 'Create 51 customers', {
      previewCustomers: checksAll,
      createCustomers: answers.call,
    });
    await user.click(await screen.findByRole('button', { name: 'Stop' }));
    answers.release();
    await screen.findByText('Stopped: 26 people not sent');
    await expect.poll(() => document.activeElement).toBe(screen.getByRole('button', { name: 'Continue' }));
    screen.getByText('25 of 51 customers added');
    screen.getByRole('button', { name: 'Back to the list: 26 left' });
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    for (const _batch of [2, 3]) {
      await expect.poll(answers.isAsked).toBe(true);
      answers.release();
    }
    await screen.findByText('51 of 51 customers added');
    await expect.poll(() => document.activeElement).toBe(screen.getByRole('button', { name: 'Create more customers' }));
    const sent = (payloads('createCustomers') as { people: { email: string }[] }[]).flatMap(
      (payload) => payload.people,
    );
    expect(sent.map(({ email }) => email)).toEqual(emails(51));
  });

  test('stop with the reason when the quota ends, and the rest goes back into the list', async () => {
    const usedUp = aResult({ account: { outcome: 'notAllowed', rule: 'AGENT_QUOTA_REACHED' }, project: 'notTried' });
    const { screen, user, payloads } = await create(emails(51).join('\n'), 'Create 51 customers', {
      previewCustomers: checksAll,
      createCustomers: ({ people }) => ok({ people: people.map((_one, at) => (at < 20 ? aResult() : usedUp)), quota }),
    });
    await screen.findByText('Stopped: 26 people not sent');
    screen.getByText('20 of 51 customers added');
    expect(screen.getAllByText(/You’ve used up your daily quota of new accounts/).length).toBeGreaterThan(0);
    expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull();
    expect(payloads('createCustomers')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Back to the list: 31 left' }));
    await expect.poll(() => screen.getByLabelText('People')).toHaveProperty('value', emails(51).slice(20).join('\n'));
  });

  test('stop when Atlassian asks to wait, and go on from there', async () => {
    let isBusy = true;
    const slow = aResult({
      account: { outcome: 'failed', code: 'RATE_LIMITED', retryAfterSeconds: 9 },
      project: 'notTried',
    });
    const { screen, user, payloads } = await create(emails(51).join('\n'), 'Create 51 customers', {
      previewCustomers: checksAll,
      createCustomers: (payload) =>
        isBusy ? ok({ people: payload.people.map(() => slow), quota }) : createsAll(payload),
    });
    await screen.findByText('Stopped: 26 people not sent');
    expect(screen.getAllByText(/Try again in 9 seconds/).length).toBeGreaterThan(0);
    isBusy = false;
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await screen.findByText('26 of 51 customers added');
    expect(sizes(payloads('createCustomers'))).toEqual([25, 25, 1]);
  });

  test('who was not tried for want of time goes with the next batch', async () => {
    const notTried = aResult({ account: { outcome: 'notTried' }, project: 'notTried' });
    const { screen, payloads } = await create(emails(30).join('\n'), 'Create 30 customers', {
      previewCustomers: checksAll,
      createCustomers: ({ people }) =>
        ok({ people: people.map((_one, at) => (at < 20 ? aResult() : notTried)), quota }),
    });
    await screen.findByText('30 of 30 customers added');
    expect(sizes(payloads('createCustomers'))).toEqual([25, 10]);
  });

  test('end if nobody of a batch was tried', async () => {
    const notTried = aResult({ account: { outcome: 'notTried' }, project: 'notTried' });
    const { screen } = await create(emails(30).join('\n'), 'Create 30 customers', {
      previewCustomers: checksAll,
      createCustomers: ({ people }) => ok({ people: people.map(() => notTried), quota }),
    });
    await screen.findByText('Stopped: 30 people not sent');
    expect(screen.getByText('Not tried. Try again.')).toBeDefined();
  });
});

// More people than one request takes.
import { describe, expect, test } from 'vitest';

import { no, ok } from '../answers';
import { aQuota, NEW } from './answers';
import { check, held } from './open';

function emails(count: number) {
  return Array.from({ length: count }, (_none, index) => `p${String(index)}@example.com`);
}

describe('51 people in one line', () => {
  function ofAll(payload: { people: unknown[] }) {
    return ok({ people: payload.people.map(() => NEW), quota: aQuota({ left: 99 }) });
  }
  function sizes(asked: unknown[]) {
    return asked.map((payload) => (payload as { people: unknown[] }).people.length);
  }

  test('are checked 25 at a time, and the page tells how far it is', async () => {
    const answers = held(ofAll);
    const { screen, payloads } = await check(emails(51).join('; '), { previewCustomers: answers.call });
    await screen.findByText('Checking: 0 of 51.');
    await expect.poll(answers.isAsked).toBe(true);
    answers.release();
    await screen.findByText('Checking: 25 of 51.');
    await expect.poll(answers.isAsked).toBe(true);
    answers.release();
    await screen.findByText('Checking: 50 of 51.');
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
    await expect.poll(answers.isAsked).toBe(true);
    answers.release();
    await screen.findByText('Checked 51: 51 new.');
    expect(sizes(payloads('previewCustomers'))).toEqual([25, 25, 1]);
    await screen.findByRole('button', { name: 'Create 51 customers' });
  });

  test('can be stopped: what was checked stays, and the rest is checked on request', async () => {
    const answers = held(ofAll);
    const { screen, user, payloads } = await check(emails(51).join('; '), { previewCustomers: answers.call });
    await user.click(await screen.findByRole('button', { name: 'Stop' }));
    await screen.findByText(/What’s in progress is finished first/);
    answers.release();
    await screen.findByText('Stopped: 26 people not checked');
    await expect.poll(() => document.activeElement).toBe(screen.getByRole('button', { name: 'Continue' }));
    screen.getByText('Checked 25 of 51: 25 new.');
    expect(payloads('previewCustomers')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await expect.poll(answers.isAsked).toBe(true);
    answers.release();
    await expect.poll(answers.isAsked).toBe(true);
    answers.release();
    await screen.findByText('Checked 51: 51 new.');
    await expect.poll(() => document.activeElement).toBe(screen.getByRole('button', { name: 'Create 51 customers' }));
    expect(sizes(payloads('previewCustomers'))).toEqual([25, 25, 1]);
  });

  test('that fail in the middle keep what was checked, and go on from there', async () => {
    let calls = 0;
    const { screen, user, payloads } = await check(emails(51).join('; '), {
      previewCustomers: (payload) => {
        calls += 1;
        return calls === 2 ? no({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' }) : ofAll(payload);
      },
    });
    await screen.findByText('26 people not checked.');
    screen.getByText('Checked 25 of 51: 25 new.');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText('Checked 51: 51 new.');
    expect(sizes(payloads('previewCustomers'))).toEqual([25, 25, 25, 1]);
  });

  test('are dropped when something else is typed meanwhile', async () => {
    const answers = held(ofAll);
    const { screen, user, payloads } = await check(emails(51).join('; '), { previewCustomers: answers.call });
    await expect.poll(answers.isAsked).toBe(true);
    await user.type(screen.getByLabelText('People'), 'x');
    await expect.poll(() => screen.queryByText(/^Checking:/)).toBeNull();
    answers.release();
    await user.type(screen.getByLabelText('People'), 'y');
    expect(screen.queryByText('What will happen')).toBeNull();
    expect(payloads('previewCustomers')).toHaveLength(1);
  });

  test('are shown 25 at first, and all on request', async () => {
    const { screen, user } = await check(emails(51).join('; '), { previewCustomers: ofAll });
    await screen.findByText('Checked 51: 51 new.');
    expect(screen.getAllByText('Will be created')).toHaveLength(25);
    await user.click(screen.getByRole('button', { name: 'Show all 51' }));
    await expect.poll(() => screen.getAllByText('Will be created').length).toBe(51);
    await user.click(screen.getByRole('button', { name: 'Show the first 25' }));
    await expect.poll(() => screen.getAllByText('Will be created').length).toBe(25);
  });
});

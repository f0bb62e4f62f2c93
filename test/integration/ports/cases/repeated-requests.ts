// Requests that carry an idempotency key, and the answers to give again.
import { expect } from 'vitest';

import { failing, type Call, type Case } from '../case';
import { STORAGE_FAILURES } from '../failures';

const DAY = 86_400_000;

const CALLS: Record<string, Call> = {
  begin: { as: 'agent', call: 'begin request', use: ({ repeatedRequests }) => repeatedRequests.begin('one', 'a') },
  finish: {
    as: 'agent',
    call: 'finish request',
    use: ({ repeatedRequests }) => repeatedRequests.finish('one', 'a', { status: 201, body: 'x' }),
  },
  forget: { as: 'agent', call: 'forget request', use: ({ repeatedRequests }) => repeatedRequests.forget('one') },
};

export const repeatedRequestCases: Case[] = [
  {
    name: 'begin: new, running, another body; then the answer as it was given; new again once forgotten',
    play: async ({ run }) => {
      function begin(body: string) {
        return run('agent', ({ repeatedRequests }) => repeatedRequests.begin('key', body));
      }
      expect([await begin('a'), await begin('a'), await begin('b')]).toEqual(['new', 'running', 'otherBody']);
      const answer = { status: 201, body: '{"accountId":"1"}' };
      await run('agent', ({ repeatedRequests }) => repeatedRequests.finish('key', 'a', answer));
      expect([await begin('a'), await begin('b')]).toEqual([answer, 'otherBody']);
      await run('agent', ({ repeatedRequests }) => repeatedRequests.forget('key'));
      await run('agent', ({ repeatedRequests }) => repeatedRequests.forget('key'));
      expect(await begin('b')).toBe('new');
    },
  },
  {
    name: 'begin: new for one of those who come at one moment, first and after a request that never ended',
    play: async ({ run, advance }) => {
      function begin() {
        return run('agent', ({ repeatedRequests }) => repeatedRequests.begin('key', 'a'));
      }
      for (const _time of ['first', 'after']) {
        const answers = await Promise.all([begin(), begin(), begin()]);
        expect(answers.toSorted()).toEqual(['new', 'running', 'running']);
        advance(60_001);
      }
    },
  },
  {
    name: 'begin: a request that never ended bars its key for a minute, an answer for 24 hours',
    play: async ({ run, advance }) => {
      function begin() {
        return run('agent', ({ repeatedRequests }) => repeatedRequests.begin('key', 'a'));
      }
      await begin();
      advance(60_001);
      expect([await begin(), await begin()]).toEqual(['new', 'running']);
      const answer = { status: 204, body: '' };
      await run('agent', ({ repeatedRequests }) => repeatedRequests.finish('key', 'a', answer));
      advance(DAY - 1_000);
      expect(await begin()).toEqual(answer);
      advance(2_000);
      expect(await begin()).toBe('new');
    },
  },
  ...failing(CALLS, { STORAGE_UNAVAILABLE: STORAGE_FAILURES.write }),
];

import { describe, expect, it } from 'vitest';

import { say } from '../../../../src/shared/words/format';

const WORDS = {
  space: 'Space {key}',
  moved: 'Moved {group} from {from} to {to}',
  added: { one: 'Added {n} person to {group}', other: 'Added {n} people to {group}' },
  some: { other: '{n} of them' },
} as const;

describe('say', () => {
  it('fills in values by name, wherever they stand', () => {
    expect(say(WORDS.space, { key: 'DEMO' })).toBe('Space DEMO');
    expect(say(WORDS.moved, { to: 'B', from: 'A', group: 'writers' })).toBe('Moved writers from A to B');
  });

  it('chooses the form by the count', () => {
    expect(say(WORDS.added, { n: 1, group: 'writers' })).toBe('Added 1 person to writers');
    expect(say(WORDS.added, { n: 0, group: 'writers' })).toBe('Added 0 people to writers');
    expect(say(WORDS.added, { n: 21, group: 'writers' })).toBe('Added 21 people to writers');
    expect(say(WORDS.some, { n: 1 })).toBe('1 of them');
  });

  it('takes a value as it is, braces and dollar signs too', () => {
    expect(say(WORDS.moved, { group: '{from}', from: '$&', to: '$1' })).toBe('Moved {from} from $& to $1');
  });

  it('does not compile without its values', () => {
    // @ts-expect-error -- a value is missing
    say(WORDS.moved, { group: 'writers', from: 'A' });
    // @ts-expect-error -- a count must be a number
    say(WORDS.added, { n: '3', group: 'writers' });
    // @ts-expect-error -- a name that no brace names
    say(WORDS.space, { key: 'DEMO', name: 'Demo' });
    expect.assertions(0);
  });
});

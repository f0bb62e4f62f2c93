import fc from 'fast-check';
import { describe, it } from 'vitest';

import { domainOf, parseEmail, parseName } from '../../../src/customers/email';

describe('an email address', () => {
  it.for([
    ['ada@example.com', 'ada@example.com', 'example.com'],
    ['  Ada.Lovelace+x@EXAMPLE.com ', 'Ada.Lovelace+x@example.com', 'example.com'],
    ['ada@müller.example', 'ada@xn--mller-kva.example', 'xn--mller-kva.example'],
    ['ada@xn--mller-kva.example', 'ada@xn--mller-kva.example', 'xn--mller-kva.example'],
    ['ada@例え.jp', 'ada@xn--r8jz45g.jp', 'xn--r8jz45g.jp'],
    // Full-width letters are the same name to DNS.
    ['ada@ｅｘａｍｐｌｅ.com', 'ada@example.com', 'example.com'],
  ] as const)('is read with its domain as DNS knows it: %s', ([text, address, domain], { expect }) => {
    expect(parseEmail(text)).toEqual({ address, domain });
  });

  it.for(['аcme.com', 'раypal.com', 'exаmple.com'])(
    'with a look-alike domain has another domain: %s',
    (text, { expect }) => {
      expect(domainOf(text)).toMatch(/^xn--/);
    },
  );

  it.for([
    '',
    'ada',
    '@example.com',
    'ada@',
    'ada@example',
    'ada@@example.com',
    'ada@example..com',
    'ada@example.c-',
    'ada@example.-c',
    'ada@-example.com',
    'a b@example.com',
    'Ada <ada@example.com>',
    'ada@example.com, bob@example.com',
    'ada@example.com;bob@example.com',
    'ada@example.com\r\nBcc: bob@example.com',
    'ada\r\n@example.com',
    'ada@example.com\u0000',
    'ada@exam\u200bple.com',
    'ada\u202e@example.com',
    '"ada"@example.com',
    'ada(comment)@example.com',
    'ada@[127.0.0.1]',
    'ada@127.0.0.1',
    'ada@１２７.1',
    'ada@0x7f.1',
    'ada@example.com:25',
    'ada@example.com/path',
    'ada@ex%61mple.com',
    'ada@example.com?x=1',
    'ada@example.com#x',
    'ada@user:pass@example.com',
    '.ada@example.com',
    'ada.@example.com',
    'a..da@example.com',
    `${'a'.repeat(65)}@example.com`,
    `ada@${'a'.repeat(64)}.com`,
    `ada@${'abcd.'.repeat(60)}com`,
    'дда@example.com',
  ])('is not: %j', (text, { expect }) => {
    expect(parseEmail(text)).toBeUndefined();
  });

  it('never holds what could end a header, whatever is typed', ({ expect }) => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress()), (text) => {
        const read = parseEmail(text);
        return read === undefined || /^[\x21-\x7e]+@[a-z0-9.-]+$/.test(read.address);
      }),
      { seed: 20261122, numRuns: 2_000 },
    );
    expect.assertions(0);
  });

  it('is read the same when it is read again', ({ expect }) => {
    fc.assert(
      fc.property(fc.emailAddress(), (text) => {
        const once = parseEmail(text);
        return once === undefined || parseEmail(once.address)?.address === once.address;
      }),
      { seed: 20261122 },
    );
    expect.assertions(0);
  });
});

describe('a name', () => {
  const email = { address: 'ada.l@example.com', domain: 'example.com' };

  it.for([
    [' Ada Lovelace ', 'Ada Lovelace'],
    ['Zoë O’Neill-Ünal', 'Zoë O’Neill-Ünal'],
    ['山田 太郎', '山田 太郎'],
    ['', 'ada.l'],
    [undefined, 'ada.l'],
    ['ada.l@example.com', 'ada.l'],
    ['Boss (ADA.L@example.com)', 'ada.l'],
  ] as const)('%j is %j', ([text, name], { expect }) => {
    expect(parseName(text, email)).toBe(name);
  });

  it.for([
    ['Persian, with a joiner that keeps two letters apart', 'علی\u200cرضا'],
    ['Bengali, with a joiner before a vowel killer', 'র\u200d\u09cdয'],
    ['Sinhala, with a joiner after a vowel killer', 'ශ\u0dca\u200dරී'],
    ['an emoji of two', '👩\u200d💻'],
    ['an emoji with a skin tone', 'Ada 👩🏽\u200d💻'],
    ['an emoji with a variation selector', '❤\ufe0f\u200d🔥'],
    ['a Japanese name with a variant of a letter', '葛\u{e0100}城'],
  ] as const)('holds %s, unchanged', ([, name], { expect }) => {
    expect(parseName(name, email)).toBe(name);
  });

  it.for(['Ada\nBcc: x', 'Ada\r\nX', 'Ada\u0000', 'Ada\u202eevil', 'Ada\u200b', 'a'.repeat(256)])(
    'is none: %j',
    (text, { expect }) => {
      expect(parseName(text, email)).toBeUndefined();
    },
  );

  it.for([
    ['a joiner at the start', '\u200cAda'],
    ['a joiner at the end', 'Ada\u200d'],
    ['a joiner beside a blank', 'Ada \u200dLovelace'],
    ['a joiner before a digit', 'Ada\u200d7'],
    ['two joiners', 'Ada\u200d\u200cLovelace'],
    ['a mark of direction between joined letters', 'علی\u200c\u200fرضا'],
    ['a word joiner', 'Ada\u2060Lovelace'],
    ['a soft hyphen', 'Ada\u00adLovelace'],
    ['a letter that shows nothing', 'Ada\u3164'],
    ['a grapheme joiner', 'Ada\u034fLovelace'],
    ['a variation selector after a Latin letter', 'Ada\ufe0f'],
  ] as const)('with %s is none', ([, name], { expect }) => {
    expect(parseName(name, email)).toBeUndefined();
  });

  const letter = fc.constantFrom('a', 'Z', 'é', 'ع', 'ی', 'র', '太', 'ß');
  const emoji = fc.constantFrom('👩', '💻', '👩🏽', '🔥', '🏳\ufe0f');
  const joiner = fc.constantFrom('\u200c', '\u200d');
  const seen = fc.oneof(letter, emoji);

  it('may hold a joiner between any two letters or emoji', ({ expect }) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(seen, joiner), { maxLength: 20 }), seen, (pairs, last) => {
        const name = pairs.flat().join('') + last;
        expect(parseName(name, email)).toBe(name);
      }),
      { seed: 20261128 },
    );
  });

  it('never holds a hidden character, but joiners and variants where they show', ({ expect }) => {
    const hidden = fc.constantFrom(
      '\u200b',
      '\u200c',
      '\u200d',
      '\u200e',
      '\u202e',
      '\u2066',
      '\ufeff',
      '\u3164',
      '\ufe0f',
    );
    const unit = fc.oneof(letter, emoji, hidden, fc.constantFrom(' ', '7', '-', '.'));
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
        const name = parseName(units.join(''), email) ?? '';
        for (const [character] of name.matchAll(/[\p{C}\p{DI}]/gu)) expect(character).toMatch(/[\u200c\u200d]|\p{VS}/u);
        expect(name).not.toMatch(/(^|[\s\d.-])[\u200c\u200d]|[\u200c\u200d]($|[\s\d.-])/u);
      }),
      { seed: 20261128, numRuns: 2_000 },
    );
  });
});

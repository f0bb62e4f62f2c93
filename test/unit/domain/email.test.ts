import fc from 'fast-check';
import { describe, it } from 'vitest';

import { domainOf, parseEmail, parseName } from '../../../src/domain/email';

describe('an e-mail address', () => {
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

  it.for(['Ada\nBcc: x', 'Ada\r\nX', 'Ada\u0000', 'Ada\u202eevil', 'Ada\u200b', 'a'.repeat(256)])(
    'is none: %j',
    (text, { expect }) => {
      expect(parseName(text, email)).toBeUndefined();
    },
  );
});

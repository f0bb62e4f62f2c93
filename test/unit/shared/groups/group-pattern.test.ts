import fc from 'fast-check';
import { describe, it } from 'vitest';

import {
  DEFAULT_PATTERN,
  formGroupName,
  freePartProblem,
  patternProblems,
  spaceKeyOf,
  type GroupPattern,
} from '../../../../src/shared/groups/group-pattern';

function letters(alphabet: string, max: number, min = 0) {
  return fc.string({ unit: fc.constantFrom(...alphabet.split('')), minLength: min, maxLength: max });
}
const keys = letters('ABab01Zz9', 6, 1);
const halves = letters('ab0-_. ', 5);
const separators = fc.constantFrom('-', '_', '.', ' ');

/** Patterns that are accepted, with SPACEKEY in the prefix or in the suffix. */
const patterns = fc
  .tuple(halves, separators, halves, halves, fc.boolean())
  .map(([before, separator, after, other, inPrefix]): GroupPattern =>
    inPrefix
      ? { prefix: `${before}SPACEKEY${separator}${after}`, suffix: other }
      : { prefix: other, suffix: `${before}${separator}SPACEKEY${after}` },
  )
  .filter((pattern) => patternProblems(pattern).length === 0);

/** What people may type: names that are accepted, among them some that look like a key. */
const freeParts = letters('abAB01-_. ', 8, 1).filter((text) => freePartProblem(text) === undefined);

describe('an accepted pattern', () => {
  it('never lets two space keys form one name, whatever is typed', ({ expect }) => {
    const property = fc.property(
      patterns,
      keys,
      keys,
      freeParts,
      freeParts,
      (pattern, one, other, typed, alsoTyped) => {
        fc.pre(one.toLowerCase() !== other.toLowerCase());
        return formGroupName(pattern, one, typed) !== formGroupName(pattern, other, alsoTyped);
      },
    );
    expect(() => fc.assert(property, { numRuns: 3000 })).not.toThrow();
  });

  it('never lets a key and its continuation form one name', ({ expect }) => {
    const property = fc.property(patterns, keys, keys, freeParts, freeParts, (pattern, key, more, typed, alsoTyped) => {
      return formGroupName(pattern, key, typed) !== formGroupName(pattern, key + more, alsoTyped);
    });
    expect(() => fc.assert(property, { numRuns: 3000 })).not.toThrow();
  });

  it('gives the key back from each name that it forms', ({ expect }) => {
    const property = fc.property(patterns, keys, freeParts, (pattern, key, typed) => {
      const name = formGroupName(pattern, key, typed);
      return name !== undefined && spaceKeyOf(pattern, name) === key.toLowerCase();
    });
    expect(() => fc.assert(property, { numRuns: 3000 })).not.toThrow();
  });
});

describe('a pattern', () => {
  it.for([
    DEFAULT_PATTERN,
    { prefix: '', suffix: '-SPACEKEY' },
    { prefix: 'wiki-SPACEKEY-', suffix: '-group' },
    { prefix: 'SPACEKEY.x', suffix: '' },
    { prefix: 'team ', suffix: ' SPACEKEY2' },
    { prefix: `SPACEKEY-${'a'.repeat(51)}`, suffix: 'a'.repeat(60) },
  ])('is accepted: "$prefix…$suffix"', (pattern, { expect }) => {
    expect(patternProblems(pattern)).toEqual([]);
  });

  it.for([
    ['prefix', { prefix: 'dev-', suffix: '' }, /exactly once/],
    ['prefix', { prefix: '', suffix: '' }, /exactly once/],
    ['prefix', { prefix: 'SPACEKEY-', suffix: '-SPACEKEY' }, /exactly once/],
    ['prefix', { prefix: 'SPACEKEY-SPACEKEY-', suffix: '' }, /exactly once/],
    ['prefix', { prefix: 'SPACESPACEKEYKEY-', suffix: '' }, /lower-case/],
    ['prefix', { prefix: 'spacekey-', suffix: '' }, /exactly once/],
    ['prefix', { prefix: 'SPACEKEY', suffix: '' }, /right after SPACEKEY/],
    ['prefix', { prefix: 'SPACEKEYx-', suffix: '' }, /right after SPACEKEY/],
    ['suffix', { prefix: '', suffix: 'SPACEKEY' }, /right before SPACEKEY/],
    ['suffix', { prefix: 'x-', suffix: '-xSPACEKEY' }, /right before SPACEKEY/],
    ['prefix', { prefix: 'Dev-SPACEKEY-', suffix: '' }, /lower-case/],
    ['prefix', { prefix: 'dév-SPACEKEY-', suffix: '' }, /lower-case/],
    ['prefix', { prefix: 'a*SPACEKEY-', suffix: '' }, /lower-case/],
    ['suffix', { prefix: 'SPACEKEY-', suffix: '\u202e' }, /lower-case/],
    ['suffix', { prefix: 'SPACEKEY-', suffix: '-x\n' }, /lower-case/],
    ['prefix', { prefix: ' SPACEKEY-', suffix: '' }, /than a space/],
    ['suffix', { prefix: 'SPACEKEY-', suffix: '-x ' }, /than a space/],
    ['prefix', { prefix: `SPACEKEY-${'a'.repeat(52)}`, suffix: '' }, /at most 60/],
    ['suffix', { prefix: 'SPACEKEY-', suffix: 'a'.repeat(61) }, /at most 60/],
  ] as const)('is refused at its %s: %j', ([field, pattern, message], { expect }) => {
    expect(patternProblems(pattern)).toEqual([{ field, message: expect.stringMatching(message) }]);
  });
});

describe('the part that a person types', () => {
  it.for(['writers', 'Writers', 'w', '2026', 'web team', 'web_team.eu-2', 'a'.repeat(100), 'ends-'])(
    'is accepted: %s',
    (text, { expect }) => {
      expect(freePartProblem(text)).toBeUndefined();
    },
  );

  it.for([
    ['empty', ''],
    ['longer than 100 characters', 'a'.repeat(101)],
    ['holding a control character', 'wri\u0000ters'],
    ['holding a line break', 'writers\n'],
    ['holding a tab', 'wri\tters'],
    ['turned round by a right-to-left mark', 'wri\u202eters'],
    ['holding a zero-width space', 'wri\u200bters'],
    ['holding a Cyrillic letter that looks like a', 'writers-\u0430'],
    ['holding a Kelvin sign that looks like K', '\u212Aey'],
    ['holding a full-width letter', '\uFF41bc'],
    ['holding a combining accent', 'e\u0301quipe'],
    ['holding an emoji', 'writers🎉'],
    ['beginning with a space', ' writers'],
    ['ending with a space', 'writers '],
    ['only a space', ' '],
    ['holding a no-break space', 'web\u00a0team'],
    ['beginning with a hyphen', '-writers'],
    ['holding a slash', 'a/b'],
    ['markup', '<b>'],
  ])('is refused if it is %s', ([, text = ''], { expect }) => {
    expect(freePartProblem(text)).toMatch(/^(Enter|Use) /);
  });
});

describe('the name of a new group', () => {
  it('is of lower case', ({ expect }) => {
    expect(formGroupName({ prefix: 'wiki-SPACEKEY-', suffix: '-x' }, 'DEV', 'Web Team')).toBe('wiki-dev-web team-x');
  });

  it.for(['~ann', '', 'A-B', 'A B', 'DEV$&', 'DÉV'])('is not formed with the key %j', (key, { expect }) => {
    expect(formGroupName(DEFAULT_PATTERN, key, 'writers')).toBeUndefined();
  });

  it('is none while nothing is typed', ({ expect }) => {
    expect(formGroupName(DEFAULT_PATTERN, 'DEV', '')).toBeUndefined();
  });
});

describe('the key in a name', () => {
  it('ends where the separator stands, so that DEV and DEVOPS are told apart', ({ expect }) => {
    expect(['dev-ops', 'devops-x', 'DEV-ops-x'].map((name) => spaceKeyOf(DEFAULT_PATTERN, name))).toEqual([
      'dev',
      'devops',
      'dev',
    ]);
  });

  it('stands at the end if the pattern has it there', ({ expect }) => {
    const pattern = { prefix: 'team-', suffix: '-SPACEKEY' };
    expect(spaceKeyOf(pattern, 'team-web-eu-dev')).toBe('dev');
    expect(spaceKeyOf(pattern, 'web-dev')).toBeUndefined();
  });

  it('is not read from a name that the pattern could not have formed', ({ expect }) => {
    const names = ['dev', 'dev-', '-dev', '~ann-x', 'dev- x', 'dev-x ', 'dev-x\n', 'dev-é', 'dévé-x', ''];
    expect(names.map((name) => spaceKeyOf(DEFAULT_PATTERN, name))).toEqual(names.map(() => undefined));
  });

  it('takes a dot of the pattern for a dot and nothing else', ({ expect }) => {
    expect(spaceKeyOf({ prefix: 'SPACEKEY.', suffix: '' }, 'dev-x')).toBeUndefined();
  });
});

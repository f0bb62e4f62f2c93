import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { ListedPerson } from '../../../static/people-list/mailbox';
import { keyOf, mergePeople } from '../../../static/people-list/merge';
import { readPeople } from '../../../static/people-list/read-people';
import { withoutPeople, written } from '../../../static/people-list/write-people';

const SEED = 20_261_128;
function peopleOf(text: string): ListedPerson[] {
  return readPeople(text).lines.flatMap(({ people }) => people);
}

const word = fc.stringMatching(/^[a-z0-9]{1,12}$/);
const email = fc.tuple(word, word).map(([local, domain]) => `${local}@${domain}.example`);
const namePart = fc.stringMatching(/^[A-Zé山ع][a-z"'\\,;.<>-]{0,10}[a-z]$/u);
const name = fc.array(namePart, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
const listed: fc.Arbitrary<ListedPerson> = fc.oneof(
  email.map((address) => ({ email: address })),
  fc.record({ email, name }),
);
/** Whatever such lists are made of, in any order. */
const MARKS = [
  '"',
  "'",
  '<',
  '>',
  ',',
  ';',
  '\t',
  '\n',
  '\r\n',
  '\\',
  '@',
  ' ',
  'mailto:',
  '\u200b',
  '\u202e',
  '\ufeff',
];
const WORDS = ['Email', 'Name', 'Jane', '+49 170', '17', 'a@a.example', 'b@b.example', 'c@c.example', '%', 'Doe, J'];
const piece = fc.constantFrom(...MARKS, ...WORDS);
const soup = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
const anyText = fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme' }));

describe('a list of people that is written', () => {
  it.each(['\n', '; ', ', ', ';\n'])('is read the same with %j between them', (separator) => {
    fc.assert(
      fc.property(fc.array(listed, { minLength: 1, maxLength: 30 }), (people) => {
        expect(peopleOf(people.map(written).join(separator))).toEqual(people);
      }),
      { seed: SEED },
    );
  });

  it('is read the same as a table, with the columns in any order', () => {
    function quoted(cell: string) {
      return `"${cell.replaceAll('"', '""')}"`;
    }
    const columns = fc.shuffledSubarray(['email', 'name', 'note'] as const, { minLength: 3 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ email, name, note: fc.string() }), { minLength: 1 }),
        columns,
        (people, order) => {
          const rows = people.map((person) => order.map((column) => quoted(person[column])).join(','));
          expect(peopleOf([order.join(','), ...rows].join('\n'))).toEqual(
            people.map(({ note: _note, ...person }) => person),
          );
        },
      ),
      { seed: SEED },
    );
  });
});

describe('any text', () => {
  it('is read without an error, gives no name that holds an address, and no line with both people and a fault', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { people, fault } of readPeople(text).lines) {
          expect(people.length === 0 || fault === undefined).toBe(true);
          for (const person of people) expect(person.name ?? '').not.toContain('@');
        }
      }),
      { seed: SEED, numRuns: 3_000 },
    );
  });

  it('names nobody whose address is not in it', () => {
    fc.assert(
      fc.property(soup, (text) => {
        for (const person of peopleOf(text)) expect(text).toContain(person.email);
      }),
      { seed: SEED, numRuns: 2_000 },
    );
  });

  it('loses no address without a word: whoever is not read is in a line with a fault, or beside a name', () => {
    const line = fc.array(fc.oneof(listed.map(written), fc.constantFrom('Jane', '17', 'x y', '')), { maxLength: 5 });
    const text = fc
      .array(fc.tuple(line, fc.constantFrom(', ', '; ')), { maxLength: 8 })
      .map((lines) => lines.map(([parts, separator]) => parts.join(separator)).join('\n'));
    fc.assert(
      fc.property(text, (list) => {
        const read = readPeople(list).lines.filter(({ fault }) => fault === undefined);
        const inText = read.map(({ text: raw }) => raw.match(/[a-z0-9]+@[a-z0-9]+\.example/g) ?? []);
        expect(read.map(({ people }) => people.map((person) => person.email))).toEqual(inText);
      }),
      { seed: SEED, numRuns: 1_000 },
    );
  });

  it('without some of its people, names the others and keeps what could not be read', () => {
    fc.assert(
      fc.property(soup, fc.infiniteStream(fc.boolean()), (text, flips) => {
        const list = readPeople(text);
        const gone = new Set(
          mergePeople(list)
            .filter(() => flips.next().value === true)
            .map(keyOf),
        );
        const rest = readPeople(withoutPeople(list, gone));
        // What comes to stand first can be a header.
        fc.pre(rest.header === list.header);
        function keys(read: typeof list) {
          return mergePeople(read).map(keyOf);
        }
        expect(keys(rest)).toEqual(keys(list).filter((key) => !gone.has(key)));
        expect(rest.lines.filter(({ fault }) => fault !== undefined)).toHaveLength(
          list.lines.filter(({ fault }) => fault !== undefined).length,
        );
      }),
      { seed: SEED, numRuns: 2_000 },
    );
  });
});

describe('300 lines of 2,000 characters', () => {
  it.each([
    ['quotation marks', '"'],
    ['quotation marks in cells', '",'],
    ['escaped quotation marks', '"\\",'],
    ['hidden characters', '\u200b'],
    ['brackets', '<'],
    ['both brackets', '<>'],
    ['dots', 'a.'],
    ['at signs', 'a@'],
    ['commas', ','],
    ['addresses', 'a@a.example,'],
    ['figures', '1 '],
    ['tabs and quotation marks', '\t"'],
    ['letters and hidden characters', 'a\u200b'],
  ])('are read in a moment: %s', (_what, unit) => {
    const line = `x@x.example ${unit.repeat(Math.ceil(2_000 / unit.length))} y`;
    const rest = `${unit.repeat(Math.ceil(2_000 / unit.length))}x`;
    for (const header of ['', 'Email,Name\n', 'Email\tName\n']) {
      const started = performance.now();
      readPeople(header + Array.from({ length: 150 }, () => `${line}\n${rest}`).join('\n'));
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });
});

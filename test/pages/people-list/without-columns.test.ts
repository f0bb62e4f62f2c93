// A table of people that is too long for a field, without the columns that nobody reads.
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { readPeople } from '../../../static/people-list/read-people';
import { withoutOtherColumns } from '../../../static/people-list/without-columns';

/** The people and faults of a text, by line. What a row says that names nobody may stand in other cells. */
function meaningOf(text: string) {
  return readPeople(text).lines.map(({ line, people, fault }) => ({
    line,
    people,
    fault: fault?.code === 'noAddress' ? fault.code : fault,
  }));
}

test('keeps emails and names, each row in its line', () => {
  const text = [
    'Note;Last name;Email;First name',
    '"first\nsecond";"Doe; ""JD""";jane@example.com;Jane',
    'x;Builder;ben@example.com;Ben',
  ].join('\n');
  expect(withoutOtherColumns(text)).toBe(
    ['Email;First name;Last name;', 'jane@example.com;Jane;"Doe; ""JD""";', '', 'ben@example.com;Ben;Builder;'].join(
      '\n',
    ),
  );
});

test('keeps what a row without an address says', () => {
  expect(withoutOtherColumns('Email,Phone\n,"Total, 2"')).toBe('Email,\n,"Total, 2"');
});

test.for([
  ['emails alone beside a note', 'Email,Note\nada@example.com,a\nben@example.com cia@example.com,b'],
  ['a row with more cells than the header', 'Email,Name\nada@example.com,Ada,more\n,Ben'],
  ['two columns of emails', 'Email,E-mail\nada@example.com,ben@example.com'],
  ['a quotation mark that isn’t closed', 'Note,Email\n"open,ada@example.com\nx,ben@example.com'],
  ['lines without a header', 'Ada <ada@example.com>\nben@example.com, cia@example.com'],
] as const)('reads the same: %s', ([, text]) => {
  expect(meaningOf(withoutOtherColumns(text))).toEqual(meaningOf(text));
});

test('reads the same, whatever its cells hold', () => {
  const cell = fc.constantFrom(
    '',
    'ada@example.com',
    'Doe, J',
    '"',
    'a\nb',
    ';',
    '\t',
    'x@y',
    'b@b.example',
    "'=1",
    ' c ',
  );
  const title = fc.constantFrom('Email', 'Name', 'First name', 'Last name', 'Note', '');
  const row = fc.array(cell, { minLength: 1, maxLength: 5 });
  function quoted(cells: readonly string[]) {
    return cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(';');
  }
  fc.assert(
    fc.property(fc.array(title, { minLength: 2, maxLength: 5 }), fc.array(row, { maxLength: 6 }), (titles, rows) => {
      const text = [titles.join(';'), ...rows.map(quoted)].join('\n');
      expect(meaningOf(withoutOtherColumns(text))).toEqual(meaningOf(text));
    }),
    { seed: 20_261_129, numRuns: 2_000 },
  );
});

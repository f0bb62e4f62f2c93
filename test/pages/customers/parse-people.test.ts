import { expect, test } from 'vitest';

import { MAX_CUSTOMERS } from '../../../src/shared/limits';
import { parsePeople, peopleProblem, sentPerson, textOf } from '../../../static/customers/parse-people';

const read = (text: string) => parsePeople(text).map(sentPerson);
const jane = { email: 'jane@example.com', displayName: 'Jane Doe' };

test.each([
  ['an address', 'jane@example.com', { email: 'jane@example.com' }],
  ['blanks around it', '  jane@example.com\t', { email: 'jane@example.com' }],
  ['address, name', 'jane@example.com, Jane Doe', jane],
  ['a comma in the name', 'jane@example.com, Doe, Jane', { ...jane, displayName: 'Doe, Jane' }],
  ['a quoted name', 'jane@example.com, "Doe, Jane"', { ...jane, displayName: 'Doe, Jane' }],
  ['a comma and no name', 'jane@example.com,', { email: 'jane@example.com' }],
  ['name, address', 'Doe, Jane, jane@example.com', { ...jane, displayName: 'Doe, Jane' }],
  ['name <address>', 'Jane Doe <jane@example.com>', jane],
  ['"name" <address>;', '"Doe, Jane" <jane@example.com>;', { ...jane, displayName: 'Doe, Jane' }],
  ['<address> alone', '<jane@example.com>', { email: 'jane@example.com' }],
  ['blanks in the brackets', 'Jane Doe < jane@example.com >', jane],
  ['cells with tabs', 'jane@example.com\tJane Doe', jane],
  ['cells with semicolons', 'jane@example.com;Jane Doe', jane],
  ['the name first', 'Jane Doe\tjane@example.com', jane],
  ['first and last name in cells', 'jane@example.com;Jane;Doe', jane],
  ['empty cells', ';jane@example.com;;Jane Doe;', jane],
  ['quoted cells', '"jane@example.com";"Jane ""JD"" Doe"', { ...jane, displayName: 'Jane "JD" Doe' }],
])('reads %s', (_what, line, person) => {
  expect(read(line)).toEqual([person]);
});

test('reads one person a line, whatever ends the lines, and drops lines that name nobody', () => {
  const text = 'ada@example.com\r\n\r\n  \t\n;;\nben@example.com\rcleo@example.com\n';
  expect(read(text).map(({ email }) => email)).toEqual(['ada@example.com', 'ben@example.com', 'cleo@example.com']);
});

test.each(['nonsense', 'jane@', '@example.com', 'Jane Doe <>', 'jane@exa mple.com'])(
  'leaves it to the back end to say what is wrong with "%s"',
  (line) => {
    const people = parsePeople(line);
    expect(people).toHaveLength(1);
    expect(peopleProblem(people)).toBeUndefined();
  },
);

test('gives back the lines as they were typed', () => {
  expect(textOf(parsePeople('Jane Doe <jane@example.com>\n\n ben@example.com , Ben'))).toBe(
    'Jane Doe <jane@example.com>\nben@example.com , Ben',
  );
});

test('nothing, too many and too long are problems of the whole field', () => {
  const many = Array.from({ length: MAX_CUSTOMERS + 1 }, (_none, index) => `p${String(index)}@example.com`);
  expect(peopleProblem(parsePeople(' \n;'))).toBe('Enter at least one e-mail address.');
  expect(peopleProblem(parsePeople(many.join('\n')))).toBe('Enter at most 25 people at a time; these are 26.');
  expect(peopleProblem(parsePeople(many.slice(1).join('\n')))).toBeUndefined();
  expect(peopleProblem(parsePeople(`a@example.com\nb@example.com,${'x'.repeat(1000)}`))).toBe(
    'Line 2: Use at most 1000 characters.',
  );
});

test('who is named twice is named with both lines, in whatever case', () => {
  expect(peopleProblem(parsePeople('ada@example.com\nben@example.com\nADA@example.com, Ada'))).toBe(
    'Line 3: ADA@example.com is in line 1 already. Name each person once.',
  );
});

import { describe, expect, it } from 'vitest';

import { faultText } from '../../../static/people-list/fault';
import { readPeople } from '../../../static/people-list/read-people';

function people(text: string) {
  return readPeople(text).lines.flatMap((line) => line.people);
}
function faults(text: string) {
  return readPeople(text).lines.flatMap(({ line, fault }) => (fault === undefined ? [] : [{ line, code: fault.code }]));
}
const jane = { email: 'jane@example.com', name: 'Jane Doe' };
const unnamed = { email: 'jane@example.com' };
const notTaken = { ...unnamed, nameNotTaken: true };

describe('one person in a line', () => {
  it.each([
    ['an address', 'jane@example.com', unnamed],
    ['blanks around it', '  jane@example.com ', unnamed],
    ['an address in quotation marks', '"jane@example.com"', unnamed],
    ['an address in brackets', '<jane@example.com>', unnamed],
    ['an address with a separator behind it', 'jane@example.com,;', unnamed],
    ['a link', 'mailto:jane@example.com', unnamed],
    ['a link with a subject', 'MAILTO:jane@example.com?subject=Hello%20you', unnamed],
    ['a link with an escaped character', 'mailto:jane%2Btest@example.com', { email: 'jane+test@example.com' }],
    ['an address that is a link, as Outlook copies it', 'jane@example.com<mailto:jane@example.com>', unnamed],
    ['name <address>', 'Jane Doe <jane@example.com>', jane],
    ['name <link>', 'Jane Doe <mailto:jane@example.com>', jane],
    ['"last, first" <address>;', '"Doe, Jane" <jane@example.com>;', { ...jane, name: 'Doe, Jane' }],
    ['last, first <address>', 'Doe, Jane <jane@example.com>', { ...jane, name: 'Doe, Jane' }],
    ["a name in Outlook's two pairs of marks", `"'Jane Doe'" <jane@example.com>`, jane],
    [
      'a quotation mark in a name',
      String.raw`"Jane \"JD\" Doe" <jane@example.com>`,
      { ...jane, name: 'Jane "JD" Doe' },
    ],
    ['an apostrophe', "Jane O'Neill <jane@example.com>", { ...jane, name: "Jane O'Neill" }],
    ['figures in a name that is written as one', 'Agent 47 <jane@example.com>', { ...jane, name: 'Agent 47' }],
    ['the address for a name', '"jane@example.com" <Jane@example.com>', { email: 'Jane@example.com' }],
    ['an international domain', 'jane@müller.example', { email: 'jane@müller.example' }],
  ])('reads %s', (_what, line, person) => {
    expect(people(line)).toEqual([person]);
  });

  it.each([
    ['a mark of direction', '\u202a', '\u202c'],
    ['an isolate', '\u2068', '\u2069'],
    ['a byte order mark', '\ufeff', ''],
    ['a blank of no width', '\u200b', '\u200b'],
    ['a blank that does not break', '\u00a0', '\u00a0'],
    ['a left-to-right mark', '\u200e', '\u200e'],
  ])('drops %s around an address and around a name', (_what, before, behind) => {
    expect(people(`${before}jane@example.com${behind}`)).toEqual([unnamed]);
    expect(people(`${before}Jane Doe${behind} <${before}jane@example.com${behind}>${behind}`)).toEqual([jane]);
    expect(people(`${before}jane@example.com${behind}\t${before}Jane Doe${behind}`)).toEqual([jane]);
  });
});

describe('a name beside one address, without a header', () => {
  it.each([
    ['one other cell, tabs', 'jane@example.com\tJane Doe', jane],
    ['one other cell, semicolons', 'jane@example.com;Jane Doe', jane],
    ['the name first', 'Jane Doe\tjane@example.com', jane],
    ['empty cells', ';jane@example.com;;Jane Doe;', jane],
    ['quoted cells', '"jane@example.com";"Jane ""JD"" Doe"', { ...jane, name: 'Jane "JD" Doe' }],
    ['a comma in a cell', 'Doe, Jane; jane@example.com', { ...jane, name: 'Doe, Jane' }],
    ['commas, the address first', 'jane@example.com, Jane Doe', jane],
    ['commas, the address last', 'Doe, Jane, jane@example.com', { ...jane, name: 'Doe, Jane' }],
    ['a quoted name behind a comma', 'jane@example.com, "Doe, Jane"', { ...jane, name: 'Doe, Jane' }],
    ['a comma and nothing', 'jane@example.com,', unnamed],
    ['a cell that is written as a person', 'Support\tJane Doe <jane@example.com>\t12', jane],
  ])('is taken: %s', (_what, line, person) => {
    expect(people(line)).toEqual([person]);
  });

  it.each([
    ['a phone number, tabs', 'jane@example.com\t+49 170 1234567'],
    ['a phone number, commas', 'jane@example.com, +49 170 1234567'],
    ['a phone number with a word', 'Tel. 0170 1234567;jane@example.com'],
    ['a row number', '17\tjane@example.com'],
    ['a note with a date', 'jane@example.com, since 3 May'],
    ['more cells, tabs', 'jane@example.com\tJane\tDoe'],
    ['more cells, semicolons', 'jane@example.com;Jane Doe;call before noon'],
    ['an address in the middle of commas', 'Doe, jane@example.com, Jane'],
    ['nothing but marks', 'jane@example.com\t***'],
  ])('is not taken, and the line says so: %s', (_what, line) => {
    expect(people(line)).toEqual([notTaken]);
    expect(faults(line)).toEqual([]);
  });

  it.each([
    ["somebody else's address", '"bob@b.example" <jane@example.com>'],
    ['a phone number', '+49 170 1234567 <jane@example.com>'],
    ['a phone number with a word', 'Tel. (0170) 123-4567 <jane@example.com>'],
  ])('is not taken from brackets either if it is %s', (_what, line) => {
    expect(people(line)).toEqual([notTaken]);
  });
});

describe('several people in a line', () => {
  const alice = { email: 'alice@a.example', name: 'Smith, Alice' };
  const bob = { email: 'bob@b.example', name: 'Jones, Bob' };
  it.each([
    ['commas', 'alice@a.example, bob@b.example', [{ email: alice.email }, { email: bob.email }]],
    ['semicolons', 'alice@a.example;bob@b.example;', [{ email: alice.email }, { email: bob.email }]],
    [
      'both',
      'x@x.example, alice@a.example; bob@b.example',
      [{ email: 'x@x.example' }, { email: alice.email }, { email: bob.email }],
    ],
    ['tabs', 'alice@a.example\tbob@b.example', [{ email: alice.email }, { email: bob.email }]],
    ['links', 'mailto:alice@a.example,mailto:bob@b.example', [{ email: alice.email }, { email: bob.email }]],
    ['quoted names', '"Smith, Alice" <alice@a.example>; "Jones, Bob" <bob@b.example>', [alice, bob]],
    ['quoted names and commas', '"Smith, Alice" <alice@a.example>, "Jones, Bob" <bob@b.example>', [alice, bob]],
    [
      'names with commas, as Outlook copies them',
      'Smith, Alice <alice@a.example>; Jones, Bob <bob@b.example>',
      [alice, bob],
    ],
    ['some with a name', 'bob@b.example, Alice <alice@a.example>', [{ email: bob.email }, { ...alice, name: 'Alice' }]],
  ])('are all read: %s', (_what, line, expected) => {
    expect(people(line)).toEqual(expected);
  });

  it.each(['; ', ', ', ';', ','])('are 51 if there are 51 addresses, with "%s" between them', (separator) => {
    const emails = Array.from({ length: 51 }, (_none, index) => `p${String(index)}@example.com`);
    expect(people(emails.join(separator))).toEqual(emails.map((email) => ({ email })));
  });

  it.each([
    ['a word', 'alice@a.example, Bob, carl@c.example'],
    ['a note', 'alice@a.example; bob@b.example; please hurry'],
    ['half an address', 'alice@a.example, bob@'],
    ['a name with a comma that commas split', 'Smith, Alice <alice@a.example>, Jones, Bob <bob@b.example>'],
    ['a word behind a bracket', 'Alice <alice@a.example>, Acme'],
    ['blanks for separators', 'alice@a.example bob@b.example'],
    ['cells beside two addresses', 'Alice\talice@a.example\tboss@a.example'],
  ])('are refused with the number of the line if one piece is %s', (_what, line) => {
    expect(people(`ok@example.com\n${line}`)).toEqual([{ email: 'ok@example.com' }]);
    expect(faults(`ok@example.com\n${line}`)).toMatchObject([{ line: 2 }]);
  });
});

describe('a table with a header', () => {
  it.each([
    ['tabs', 'Email\tName\njane@example.com\tJane Doe'],
    ['semicolons', 'Email;Name\njane@example.com;Jane Doe'],
    ['commas', 'Email,Name\njane@example.com,Jane Doe'],
    ['another order', 'Name,Phone,E-mail address\nJane Doe,+49 170 1234567,jane@example.com'],
    ['first and last name', 'Last name;First name;Note;EMAIL\nDoe;Jane;call at 5;jane@example.com'],
    ['blank lines', '\n\nEmail,Name\n\njane@example.com,Jane Doe\n\n'],
    ['a byte order mark', '\ufeffEmail,Name\r\njane@example.com,Jane Doe\r\n'],
    ["a person's own brackets", 'Email,Team\nJane Doe <jane@example.com>,Blue'],
  ])('is read by it: %s', (_what, text) => {
    expect(people(text)).toEqual([jane]);
    expect(faults(text)).toEqual([]);
  });

  it('takes no other column for the name, and does not say that it took none', () => {
    expect(people('Email,Manager,Phone\njane@example.com,bob@b.example,123')).toEqual([unnamed]);
  });

  it.each([
    ["somebody else's address", 'bob@b.example'],
    ['a phone number', '0170 1234567'],
    ['a number', '12'],
  ])('takes %s in the name column for no name, and says so', (_what, cell) => {
    expect(people(`Email,Name\njane@example.com,${cell}`)).toEqual([notTaken]);
  });

  it('takes a name with figures that the column says is one', () => {
    expect(people('Name,Email\nAgent 47,jane@example.com')).toEqual([{ ...jane, name: 'Agent 47' }]);
  });

  it('holds cells over several lines, and counts lines as they are', () => {
    const text = 'Email,Note,Name\njane@example.com,"one\ntwo, ""three""",Jane Doe\nnobody,x,y';
    expect(people(text)).toEqual([jane]);
    expect(faults(text)).toEqual([{ line: 4, code: 'noAddress' }]);
  });

  it.each([
    ['noAddress', ',Jane Doe'],
    ['noAddress', 'Jane Doe,jane@example.com'],
    ['notAnAddress', 'jane@,Jane Doe'],
    ['severalInCell', '"jane@example.com, bob@b.example",Jane Doe'],
    ['moreCellsThanHeader', 'jane@example.com,Doe,Jane'],
  ])('refuses a row with its number, and reads the others: %s', (code, row) => {
    const text = `Email,Name\nada@example.com,Ada\n${row}\nben@example.com,Ben`;
    expect(faults(text)).toEqual([{ line: 3, code }]);
    expect(people(text).map(({ email }) => email)).toEqual(['ada@example.com', 'ben@example.com']);
  });

  it.each(['jane@example.com,"Jane Doe', 'jane@example.com,"Jane" Doe'])(
    'loses nobody to a quotation mark that is out of place: %s',
    (row) => {
      const text = `Email,Name\nada@example.com,Ada\n${row}\nben@example.com,"Ben"`;
      expect(faults(text)).toEqual([{ line: 3, code: 'openQuote' }]);
      expect(people(text).map(({ email }) => email)).toEqual(['ada@example.com', 'ben@example.com']);
    },
  );

  it('is refused whole if two columns are named as the address', () => {
    expect(faults('Email,Email,Name\na@a.example,b@b.example,Jane')).toEqual([{ line: 1, code: 'twoEmailColumns' }]);
    expect(people('Email,Email,Name\na@a.example,b@b.example,Jane')).toEqual([]);
  });

  it('may be a heading above plain lines', () => {
    const text = 'E-mail\njane@example.com\nBen <ben@example.com>';
    expect(readPeople(text).header).toBe('E-mail');
    expect(people(text)).toEqual([unnamed, { email: 'ben@example.com', name: 'Ben' }]);
  });
});

describe('a line that can’t be read', () => {
  it('is told with its number in the text, all of them at once', () => {
    const text =
      'ada@example.com\n\nnonsense\r\nben@example.com\rjane@\nja\u200bne@example.com\n"Jane\tjane@example.com';
    expect(faults(text)).toEqual([
      { line: 3, code: 'noAddress' },
      { line: 5, code: 'notAnAddress' },
      { line: 6, code: 'hiddenCharacter' },
      { line: 7, code: 'openQuote' },
    ]);
    expect(people(text).map(({ email }) => email)).toEqual(['ada@example.com', 'ben@example.com']);
  });

  it.each([
    'jane@',
    '@example.com',
    'Jane <>',
    'jane@example',
    'jane@@example.com',
    'a b@example.com',
    'jane@[127.0.0.1]',
  ])('is one with what is no address: %s', (line) => {
    expect(people(line)).toEqual([]);
    expect(faults(line)).toHaveLength(1);
  });

  it('says what is wrong in a sentence that shows a long piece shortened', () => {
    expect(faultText({ code: 'noAddress', piece: 'x'.repeat(500) }).length).toBeLessThan(120);
    expect(faultText({ code: 'notAnAddress', piece: 'jane@' })).toBe(
      '“jane@” isn’t an email address, or a name and an address such as “Jane Doe <jane@example.com>”.',
    );
  });
});

it('drops lines that hold no letter or digit', () => {
  expect(readPeople(' \n;;\n---\n\t\n').lines).toEqual([]);
});

import { describe, expect, it } from 'vitest';

import type { MemberLine } from '../../../static/people-list/member-list';
import { readMembers } from '../../../static/people-list/read-members';

const UUID_ID = '712020:f3a1c0de-1111-4222-8333-444455556666';
const OLD_ID = '557058:f3a1c0de-9999-4222-8333-444455556666';
const HEX_ID = '5b10ac8d82e05b22cc7d4ef5';

/** Returns people without their lines. */
function people(text: string): Omit<MemberLine, 'line'>[] {
  return readMembers(text).people.map(({ line: _line, ...person }) => person);
}
function problems(text: string) {
  return readMembers(text).problems.map(({ line, why }) => ({ line, code: why.code }));
}
function byEmail(text: string, name?: string) {
  return { kind: 'email', text, ...(name !== undefined && { name }) };
}
function byId(text: string, name?: string) {
  return { kind: 'accountId', text, ...(name !== undefined && { name }) };
}
function byName(text: string) {
  return { kind: 'name', text };
}

const jane = byEmail('jane@example.com');
const janeDoe = byEmail('jane@example.com', 'Jane Doe');
const bob = byEmail('bob@b.example');

describe('one person', () => {
  it.each([
    ['an address', 'jane@example.com', jane],
    ['a link', 'mailto:jane@example.com', jane],
    ['a link with a subject, in capitals', 'MAILTO:jane@example.com?subject=Hello%20you', jane],
    ['name <address>', 'Jane Doe <jane@example.com>', janeDoe],
    ['"last, first" <address>;', '"Doe, Jane" <jane@example.com>;', byEmail('jane@example.com', 'Doe, Jane')],
    ['last, first <address>', 'Doe, Jane <jane@example.com>', byEmail('jane@example.com', 'Doe, Jane')],
    ['an address in marks of direction', '\u202ajane@example.com\u202c', jane],
    ['an address behind a byte order mark', '\ufeffjane@example.com', jane],
    ['an accountId with a UUID', UUID_ID, byId(UUID_ID)],
    ['an accountId of older accounts', OLD_ID, byId(OLD_ID)],
    ['an accountId of 24 hex digits', HEX_ID, byId(HEX_ID)],
    ['an accountId with hex behind the colon', '557058:f3a1c0de', byId('557058:f3a1c0de')],
    ['an accountId in quotation marks', `"${UUID_ID}"`, byId(UUID_ID)],
    ['an accountId with a hidden character in it', `${UUID_ID.slice(0, 9)}\u200b${UUID_ID.slice(9)}`, byId(UUID_ID)],
    ['a name', 'Jane Doe', byName('Jane Doe')],
    ['a name of one word', 'Jonathan', byName('Jonathan')],
    ['a name that is written like an opaque id', 'jane_doe-contractor', byName('jane_doe-contractor')],
    ['a name of 24 letters', 'Wolfeschlegelsteinhausen', byName('Wolfeschlegelsteinhausen')],
    ['a name of hex digits', 'Ada Beebe', byName('Ada Beebe')],
    ['a name with figures', 'Agent 47', byName('Agent 47')],
    ['a name with an apostrophe', "Jane O'Neill", byName("Jane O'Neill")],
    ['a name in quotation marks, with a comma', '"Doe, Jane"', byName('Doe, Jane')],
    ['a name in curly marks', '“Jane Doe”', byName('Jane Doe')],
    ['a name with wide blanks', 'Jane\u00a0 Doe\u200f', byName('Jane Doe')],
    ['a name in another script', '山田 太郎', byName('山田 太郎')],
    ['an accountId and a name, as cells of a sheet', `${HEX_ID}\tJane Doe`, byId(HEX_ID, 'Jane Doe')],
    ['a name and an address, as cells of a sheet', 'Jane Doe\tjane@example.com', janeDoe],
    ['an address among several cells of a sheet', 'Jane\tDoe\tjane@example.com\tSales', jane],
    ['an address with a phone number beside it', 'jane@example.com\t+49 170 1234567', jane],
  ])('is read from %s', (_what, text, person) => {
    expect(readMembers(text)).toEqual({ people: [{ line: 1, ...person }], problems: [] });
  });
});

describe('several people', () => {
  const smith = byEmail('alice@a.example', 'Smith, Alice');
  const jones = byEmail('bob@b.example', 'Jones, Bob');
  it.each([
    ['lines', 'jane@example.com\nbob@b.example', [jane, bob]],
    ['lines of Windows', 'jane@example.com\r\nbob@b.example\r\n', [jane, bob]],
    ['lines of old Macs', 'jane@example.com\rbob@b.example', [jane, bob]],
    ['commas', 'jane@example.com, bob@b.example,', [jane, bob]],
    ['semicolons', 'jane@example.com;bob@b.example;', [jane, bob]],
    ['tabs', 'jane@example.com\tbob@b.example', [jane, bob]],
    ['quoted names', '"Smith, Alice" <alice@a.example>; "Jones, Bob" <bob@b.example>;', [smith, jones]],
    ['quoted names and commas', '"Smith, Alice" <alice@a.example>, "Jones, Bob" <bob@b.example>', [smith, jones]],
    ['names with commas', 'Smith, Alice <alice@a.example>; Jones, Bob <bob@b.example>', [smith, jones]],
    ['names, commas', 'Jane Doe, Bob Ray', [byName('Jane Doe'), byName('Bob Ray')]],
    ['names with commas, semicolons', 'Doe, Jane; Ray, Bob', [byName('Doe, Jane'), byName('Ray, Bob')]],
    ['names, tabs', 'Jane Doe\tBob Ray', [byName('Jane Doe'), byName('Bob Ray')]],
    [
      'an address, a name, an accountId',
      `jane@example.com, Bob Ray, ${HEX_ID}`,
      [jane, byName('Bob Ray'), byId(HEX_ID)],
    ],
    ['an address and a name', 'jane@example.com, Bob Ray', [jane, byName('Bob Ray')]],
    ['accountIds', `${HEX_ID};${UUID_ID}`, [byId(HEX_ID), byId(UUID_ID)]],
    ['both commas and semicolons', 'x@x.example, jane@example.com; bob@b.example', [byEmail('x@x.example'), jane, bob]],
    ['cells that hold several', 'jane@example.com; bob@b.example\tBlue', [jane, bob, byName('Blue')]],
  ])('are read, each from a cell of its own: %s', (_what, text, expected) => {
    expect(people(text)).toEqual(expected);
    expect(problems(text)).toEqual([]);
  });

  it('have the numbers of their lines', () => {
    const text = '\n\njane@example.com\r\n---\r\nBob; Ada\r';
    expect(readMembers(text).people.map(({ line, text: person }) => [line, person])).toEqual([
      [3, 'jane@example.com'],
      [5, 'Bob'],
      [5, 'Ada'],
    ]);
  });

  it('are none in a text without letters and digits', () => {
    expect(readMembers(' \ufeff\n;;\n---\n\t\n')).toEqual({ people: [], problems: [] });
  });
});

describe('a header', () => {
  it('is no name with a number in it', () => {
    expect(people('Person 0\nPerson 1').map(({ text }) => text)).toEqual(['Person 0', 'Person 1']);
  });

  const full = { ...byId(HEX_ID, 'Jane Doe'), group: 'team-a', action: 'add' };
  it.each([
    ['commas', `account id,name,group,action\n${HEX_ID},Jane Doe,team-a,add`, full],
    ['tabs', `Account ID\tName\tGroup\tAction\n${HEX_ID}\tJane Doe\tteam-a\tAdd`, full],
    ['semicolons', `accountId;Display name;Group name;ACTION\n${HEX_ID};Jane Doe;team-a;ADD `, full],
    ['another order', `Action,Group,Name,account_id\nadd,team-a,Jane Doe,${HEX_ID}`, full],
    [
      'a byte order mark and lines of Windows',
      `\ufeffaccount id,name,group,action\r\n${HEX_ID},Jane Doe,team-a,add\r\n`,
      full,
    ],
    ['lines of old Macs', `account id,name,group,action\r${HEX_ID},Jane Doe,team-a,add`, full],
    ['quotes', `"account id","name","group","action"\n"${HEX_ID}","Jane Doe","team-a","add"`, full],
    ['other columns', `Note,Account id,Name,Group,Action\n"a, b",${HEX_ID},Jane Doe,team-a,add`, full],
    [
      'a person',
      'Person,Action,Group\nJane Doe,remove,team-a',
      { ...byName('Jane Doe'), action: 'remove', group: 'team-a' },
    ],
    ['a person with an address', 'Group,Person\nteam-a,Jane Doe <jane@example.com>', { ...janeDoe, group: 'team-a' }],
    ['an address and a name', 'Name,Email\nJane Doe,mailto:jane@example.com', janeDoe],
    ['a name', 'Name,Group\n"Doe, Jane",team-a', { ...byName('Doe, Jane'), group: 'team-a' }],
    ['first and last name', 'Last name,First name\nDoe,Jane', byName('Jane Doe')],
    ['no group and no action in the row', 'Email,Group,Action\njane@example.com,,', jane],
    ['an opaque id in its column', 'accountId,Group\nunknown-form_1,', byId('unknown-form_1')],
    [
      'what Atlassian Administration exports',
      `User id,User name,email,User status\n${UUID_ID},Jane Doe,jane@example.com,Active`,
      byId(UUID_ID, 'Jane Doe'),
    ],
    ['user ids of somebody else', 'User id,Name,Email\njdoe1234,Jane Doe,jane@example.com', janeDoe],
    ['a row that falls back to its address', 'Account id,Email,Name\n,jane@example.com,Jane Doe', janeDoe],
    ['names alone, one a line', 'Name\nDoe, Jane', byName('Doe, Jane')],
    ['opaque ids alone', 'Account ID\nunknown-form_1', byId('unknown-form_1')],
    ['addresses alone', 'E-mail\nJane Doe <jane@example.com>', janeDoe],
    ['people alone', 'People\njane@example.com', jane],
    ['people alone, below empty lines of all kinds', '\r\r\n\rPeople\r\njane@example.com', jane],
    ['a cell over several lines', 'Name,Note,Email\nJane Doe,"one\ntwo",jane@example.com', janeDoe],
    [
      'apostrophes that hold formulas',
      `account id,name,group\n${HEX_ID},'=Jane,'+team`,
      { ...byId(HEX_ID, '=Jane'), group: '+team' },
    ],
    ['apostrophes that a name begins with', `account id,name\n${HEX_ID},'s Gravesande`, byId(HEX_ID, "'s Gravesande")],
  ])('is read in any order: %s', (_what, text, person) => {
    expect(people(text)).toEqual([person]);
    expect(problems(text)).toEqual([]);
  });

  it('counts lines as they are, behind cells over several lines too', () => {
    const { people: read } = readMembers('\nEmail,Note\r\nada@a.example,"x\r\ny"\r\nben@b.example,z\r\n');
    expect(read.map(({ line, text }) => [line, text])).toEqual([
      [3, 'ada@a.example'],
      [5, 'ben@b.example'],
    ]);
  });

  it('lets a person be in several groups', () => {
    expect(problems('Email,Group\njane@example.com,a\njane@example.com,b')).toEqual([]);
  });
});

describe('a problem', () => {
  it.each([
    ['half an address', 'notAnAddress', 'jane@'],
    ['an address with a hidden character', 'hiddenCharacter', 'ja\u200bne@example.com'],
    ['a mention', 'notAnAddress', '@jane'],
    ['addresses with blanks between them', 'severalInCell', 'alice@a.example bob@b.example'],
    ['a number', 'notAPerson', '12345'],
    ['a phone number', 'notAPerson', '+49 170 1234567'],
    ['a web address', 'notAPerson', 'https://example.com/people/jane'],
    ['a link to nobody', 'notAPerson', 'mailto:jane'],
    ['empty brackets', 'notAPerson', 'Jane <>'],
    ['a name that is too long', 'notAPerson', 'Jane '.repeat(60)],
    [
      'names and brackets between commas',
      'unclearCommas',
      'Smith, Alice <alice@a.example>, Jones, Bob <bob@b.example>',
    ],
    ['a word behind brackets', 'unclearCommas', 'Alice <alice@a.example>, Acme'],
    ['an open quotation mark', 'openQuote', '"Jane\tbob'],
  ])('is told with its line, and the others are read: %s', (_what, code, line) => {
    const text = `ada@a.example\n${line}\nben@b.example`;
    expect(problems(text)).toEqual([{ line: 2, code }]);
    expect(people(text)).toEqual([byEmail('ada@a.example'), byEmail('ben@b.example')]);
  });

  it.each([
    ['an unknown action', 'unknownAction', 'jane@example.com,Jane,,delete'],
    ['a row with nobody', 'nobody', ',,team-a,add'],
    ['an address that is none', 'notAnAddress', 'jane@,Jane,,'],
    ['a name in the place of the address', 'noAddress', 'Jane Doe,,,'],
    ['two people in a cell', 'severalInCell', '"jane@example.com, bob@b.example",,,'],
    ['too many cells', 'moreCellsThanHeader', 'jane@example.com,Doe,Jane,,add'],
    ['a quotation mark out of place', 'openQuote', 'jane@example.com,"Jane" Doe,,'],
    ['a quotation mark that stays open', 'openQuote', 'jane@example.com,"Jane Doe,,'],
  ])('is told of a row with its line, and the others are read: %s', (_what, code, row) => {
    const text = `Email,Name,Group,Action\nada@a.example,Ada,,\n${row}\nben@b.example,"Ben",,`;
    expect(problems(text)).toEqual([{ line: 3, code }]);
    expect(people(text)).toEqual([byEmail('ada@a.example', 'Ada'), byEmail('ben@b.example', 'Ben')]);
  });

  it.each(['short', 'with blank', 'jane@example.com', 'x'.repeat(129)])(
    'is what no accountId can be, in its column: %s',
    (cell) => {
      expect(problems(`Account ID,Name\n${cell},Jane`)).toEqual([{ line: 2, code: 'notAnAccountId' }]);
    },
  );

  it.each(['Email,Mail address', 'Email,Group,Group name', 'Name,Action,action', 'accountId,Account ID'])(
    'is a column that is there twice, and nothing is taken: %s',
    (header) => {
      expect(problems(`\n${header}\njane@example.com,bob@b.example,x`)).toEqual([{ line: 2, code: 'twoColumns' }]);
      expect(people(`${header}\njane@example.com,bob@b.example,x`)).toEqual([]);
    },
  );

  it('holds what was written', () => {
    expect(readMembers('ada@a.example; jane@').problems).toEqual([
      { line: 1, text: 'jane@', why: { code: 'notAnAddress', piece: 'jane@' } },
    ]);
    expect(readMembers('Email,Action\njane@example.com,Delete').problems).toEqual([
      { line: 2, text: 'jane@example.com,Delete', why: { code: 'unknownAction', piece: 'Delete' } },
    ]);
  });
});

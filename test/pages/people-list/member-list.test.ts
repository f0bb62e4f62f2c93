import { describe, expect, it } from 'vitest';

import { memberFaultText } from '../../../static/people-list/member-fault';
import type { MemberProblem } from '../../../static/people-list/member-list';
import { readMembers } from '../../../static/people-list/read-members';

const HEX_ID = '5b10ac8d82e05b22cc7d4ef5';

function codes(problems: readonly MemberProblem[]) {
  return problems.map(({ line, why }) => ({ line, code: why.code }));
}

describe('a person twice', () => {
  it.each([
    ['an address in another case', 'jane@example.com\nbob@b.example\nJane <JANE@example.com>'],
    ['an accountId', `${HEX_ID}\nbob@b.example\n${HEX_ID}`],
    ['a name in another case', 'Jane Doe\nbob@b.example\njane  doe'],
    ['a name with a hidden character', 'Jane Doe\nbob@b.example\nJane\u200b Doe'],
    ['a name that is composed otherwise', 'Zo\u00eb\nbob@b.example\nZoe\u0308'],
  ])('is taken once, and told with the line of the first: %s', (_what, text) => {
    const { people: read, problems: told } = readMembers(text);
    expect(read).toHaveLength(2);
    expect(told).toMatchObject([{ line: 3, why: { code: 'repeated', first: 1 } }]);
  });

  it('is told whatever the actions are, within a group', () => {
    const text = 'Email,Group,Action\njane@example.com,Team,add\njane@example.com,team,remove';
    expect(readMembers(text).problems).toMatchObject([{ line: 3, why: { code: 'repeated', first: 2 } }]);
  });
});

describe('a cell', () => {
  it.each([
    ['that begins as a formula and was not written by the app', `account id,name\n${HEX_ID},=Jane`, '=Jane'],
    ['at the end of a line of Windows', `account id,name\r\n${HEX_ID},Jane Doe\r\n`, 'Jane Doe'],
  ])('keeps its name: %s', (_what, text, name) => {
    expect(readMembers(text).people).toEqual([{ line: 2, kind: 'accountId', text: HEX_ID, name }]);
  });

  it('with a broken address makes its row a problem, whoever else the row names', () => {
    const { people, problems } = readMembers('Person,Email,Name\nJane,jane@,Jane Doe');
    expect([people, codes(problems)]).toEqual([[], [{ line: 2, code: 'notAnAddress' }]]);
  });
});

describe('a long list', () => {
  function lines(count: number, line: (index: number) => string) {
    return Array.from({ length: count }, (_none, index) => line(index)).join('\n');
  }
  function email(index: number) {
    return `p${String(index)}@example.com`;
  }
  function accountId(index: number) {
    return index.toString(16).padStart(24, '0');
  }

  it('holds 300 people by email or name, repeated ones and accountIds apart', () => {
    const text = `${lines(150, email)}\n${lines(150, (index) => `Jane ${String(index)}`)}\n${email(0)}\n${lines(1_700, accountId)}`;
    expect(readMembers(text).people).toHaveLength(2_000);
    expect(codes(readMembers(text).problems)).toEqual([{ line: 301, code: 'repeated' }]);
  });

  it('is refused whole with 301 people by email or name', () => {
    expect(readMembers(`jane@\n${lines(300, email)}\nJane Doe`)).toEqual({
      people: [],
      problems: [{ line: 302, text: 'Jane Doe', why: { code: 'tooManyToLookUp', n: 301, limit: 300 } }],
    });
  });

  it('holds 2,000 people by accountId, and is refused whole with 2,001', () => {
    expect(readMembers(lines(2_000, accountId)).people).toHaveLength(2_000);
    expect(readMembers(lines(2_001, accountId))).toEqual({
      people: [],
      problems: [{ line: 2_001, text: accountId(2_000), why: { code: 'tooMany', n: 2_001, limit: 2_000 } }],
    });
  });
});

describe('a sentence', () => {
  it.each([
    [{ code: 'repeated', first: 3 } as const, 'This person is already on line 3.'],
    [
      { code: 'unknownAction', piece: 'delete' } as const,
      '“delete” isn’t an action. Use “add” or “remove”, or leave the cell empty.',
    ],
    [{ code: 'openQuote' } as const, 'A quotation mark opens in this line and isn’t closed at the end of a cell.'],
    [
      { code: 'tooManyToLookUp', n: 1_301, limit: 300 } as const,
      'This list names 1301 people by email or name. At most 300 can be looked up at a time. Split the list, or use account IDs.',
    ],
  ])('says what is wrong, and what to do: %j', (why, sentence) => {
    expect(memberFaultText(why)).toBe(sentence);
  });

  it('shows a long piece shortened', () => {
    expect(memberFaultText({ code: 'notAPerson', piece: 'x'.repeat(500) }).length).toBeLessThan(140);
  });
});

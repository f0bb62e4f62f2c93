// The part of Confluence Query Language that finds people: `type`, `user`, `user.accountid` and `user.fullname`, joined by AND.
// https://developer.atlassian.com/cloud/confluence/cql-fields/
import { Refusal, unmodelled } from '../core/refusal';
import type { Account } from '../people/model';

type Matches = (account: Account) => boolean;

const QUOTED = /"(?:[^"\\]|\\.)*"/;
const VALUE = new RegExp(`(?:${QUOTED.source}|[^\\s"(),=~!]+)`);
const LIST = new RegExp(`\\(\\s*${VALUE.source}(?:\\s*,\\s*${VALUE.source})*\\s*\\)`);
const CLAUSE = new RegExp(
  `\\s*([\\w.]+)\\s*(!=|=|~|\\bnot\\s+in\\b|\\bin\\b)\\s*(${LIST.source}|${VALUE.source})\\s*`,
  'iy',
);

/** Reads a query. Refuses other recognizable parts of the language with 501, and anything else with 400. */
export function parseUserQuery(cql: string): Matches {
  const clauses: Matches[] = [];
  let from = 0;
  for (;;) {
    CLAUSE.lastIndex = from;
    const found = CLAUSE.exec(cql);
    const [all = '', field = '', operator = '', value = ''] = found ?? [];
    const clause = found === null ? undefined : readClause(field, operator, value);
    if (clause === undefined) {
      throw unparsable(cql);
    }
    clauses.push(clause);
    from += all.length;
    if (from >= cql.length) {
      return (account) => clauses.every((matches) => matches(account));
    }
    const and = /^and\s/i.exec(cql.slice(from));
    if (and === null) {
      throw unparsable(cql);
    }
    from += and[0].length;
  }
}

function readClause(field: string, operator: string, text: string): Matches | undefined {
  const values = [...text.matchAll(new RegExp(VALUE.source, 'g'))].map(([value]) => unquote(value));
  const [first = ''] = values;
  const isList = text.startsWith('(');
  const kind = operator.toLowerCase().replace(/\s+/, ' ');
  if (isList !== (kind === 'in' || kind === 'not in')) {
    return undefined;
  }
  switch (field.toLowerCase()) {
    case 'type':
      return kind === '=' && first === 'user' ? () => true : undefined;
    case 'user':
    case 'user.accountid':
      return kind === '~'
        ? undefined
        : ({ accountId }) => values.includes(accountId) === (kind === '=' || kind === 'in');
    case 'user.fullname':
      return kind === '~' && first.trim() !== '' ? ({ name }) => nameStartsWith(name, first) : undefined;
    default:
      return undefined;
  }
}

function unquote(value: string): string {
  return value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value;
}

/** Tells whether each word of the search begins a word of the name. */
function nameStartsWith(name: string, search: string): boolean {
  const words = name.toLowerCase().split(/\s+/);
  const wanted = search.toLowerCase().replace(/\*/g, '').trim().split(/\s+/);
  return wanted.every((start) => words.some((word) => word.startsWith(start)));
}

/** Matches parts of the language, outside of quotes, that the sandbox doesn't model. */
const UNMODELLED = /\b(or|order\s+by|user\.userkey)\b|^\s*(\(|not\b)/i;

function unparsable(cql: string): Refusal {
  return UNMODELLED.test(cql.replace(new RegExp(QUOTED.source, 'g'), '""'))
    ? unmodelled(`the CQL ${cql}`)
    : new Refusal(400, `Could not parse cql : ${cql}`);
}

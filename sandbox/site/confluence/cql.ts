// The parts of Confluence Query Language that find people (`type`, `user`, `user.accountid` and `user.fullname`) and spaces (`type`, `title`), joined by AND.
// https://developer.atlassian.com/cloud/confluence/cql-fields/
import { Refusal, unmodelled } from '../core/refusal';
import type { Account } from '../people/model';
import type { Space } from './model';

type Matches<T> = (one: T) => boolean;
type ReadClause<T> = (field: string, operator: string, values: string[]) => Matches<T> | undefined;

const QUOTED = /"(?:[^"\\]|\\.)*"/;
const VALUE = new RegExp(`(?:${QUOTED.source}|[^\\s"(),=~!]+)`);
const LIST = new RegExp(`\\(\\s*${VALUE.source}(?:\\s*,\\s*${VALUE.source})*\\s*\\)`);
const CLAUSE = new RegExp(
  `\\s*([\\w.]+)\\s*(!=|=|~|\\bnot\\s+in\\b|\\bin\\b)\\s*(${LIST.source}|${VALUE.source})\\s*`,
  'iy',
);

/** Reads a query for people. Refuses other recognizable parts of the language with 501, and anything else with 400. */
export function parseUserQuery(cql: string): Matches<Account> {
  return parse(cql, readUserClause);
}

/** Reads a query for spaces, and for nothing else. Refuses fields of users with 400, other fields and kinds with 501. */
export function parseSpaceQuery(cql: string): Matches<Space> {
  const matches = parse(cql, readSpaceClause);
  if (!/(^|\s)type\s*=/i.test(cql)) throw unmodelled(`the CQL ${cql}`);
  return matches;
}

function parse<T>(cql: string, readClause: ReadClause<T>): Matches<T> {
  const clauses: Matches<T>[] = [];
  let from = 0;
  for (;;) {
    CLAUSE.lastIndex = from;
    const found = CLAUSE.exec(cql);
    const [all = '', field = '', operator = '', value = ''] = found ?? [];
    const clause = found === null ? undefined : clauseOf(readClause, field, operator, value);
    if (clause === undefined) {
      throw unparsable(cql);
    }
    clauses.push(clause);
    from += all.length;
    if (from >= cql.length) {
      return (one) => clauses.every((matches) => matches(one));
    }
    const and = /^and\s/i.exec(cql.slice(from));
    if (and === null) {
      throw unparsable(cql);
    }
    from += and[0].length;
  }
}

function clauseOf<T>(readClause: ReadClause<T>, ...[field, operator, text]: [string, string, string]) {
  const values = [...text.matchAll(new RegExp(VALUE.source, 'g'))].map(([value]) => unquote(value));
  const isList = text.startsWith('(');
  const kind = operator.toLowerCase().replace(/\s+/, ' ');
  return isList === (kind === 'in' || kind === 'not in') ? readClause(field.toLowerCase(), kind, values) : undefined;
}

function readUserClause(field: string, kind: string, values: string[]): Matches<Account> | undefined {
  const [first = ''] = values;
  switch (field) {
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

function readSpaceClause(field: string, kind: string, values: string[]): Matches<Space> | undefined {
  const [first = ''] = values;
  if (field === 'type' && kind === '=' && first === 'space') return () => true;
  if (field === 'title' && kind === '~') return first.trim() === '' ? undefined : ({ name }) => titleHas(name, first);
  if (/^user(\.|$)/.test(field)) return undefined;
  throw unmodelled(`the CQL ${field} ${kind}`);
}

/** Tells whether each word of the search is a word of the title, or begins one if an asterisk ends it. */
function titleHas(title: string, search: string): boolean {
  const words = title.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return search
    .toLowerCase()
    .trim()
    .split(/\s+/)
    .every((wanted) =>
      wanted.endsWith('*') ? words.some((word) => word.startsWith(wanted.slice(0, -1))) : words.includes(wanted),
    );
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
  return UNMODELLED.test(withoutQuoted(cql))
    ? unmodelled(`the CQL ${cql}`)
    : new Refusal(400, `Could not parse cql : ${cql}`);
}

function withoutQuoted(cql: string): string {
  return cql.replace(new RegExp(QUOTED.source, 'g'), '""');
}

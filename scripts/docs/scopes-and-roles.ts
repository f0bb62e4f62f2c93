// Prints the tables of scopes and roles in docs/security.md from the tables of operations.
import { operations as actions } from '../../src/entry/call/operations';
import type { ActsAs } from '../../src/platform/rest/operation';
import { operations } from '../../src/platform/rest/operations';
import { reservedOperations } from '../../src/platform/rest/reserved';
import { ROLES, WHAT } from './roles';
import { WHY_CALLED, WHY_FORGE } from './why-calls';

const SCOPES = `### Each scope, and what it's for

A scope allows impersonation in the manifest exactly where one of its calls is made as the _privileged user_ or the _requester_, who aren't present.

| scope | impersonation | call | as | why |
| --- | --- | --- | --- | --- |
`;

const MAY = `### Who may do what

**As** says who makes the call to Atlassian. Where nobody is named, only the app's storage changes. **Grant** is what one permission of the policy is for.

| who | may | as | grant |
| --- | --- | --- | --- |
`;

const BEGIN = '<!-- printed by npm run docs -->\n';
const END = '<!-- end of what is printed -->';

/** Puts both tables between their marks in the document. Throws if it has no marks. */
export function withScopesAndRoles(document: string): string {
  const [before, rest] = document.split(BEGIN);
  const [, after] = rest?.split(END) ?? [];
  if (before === undefined || after === undefined) throw new Error('The document has no place for the printed tables');
  return `${before}${BEGIN}\n${SCOPES}${scopeLines()}\n${MAY}${roleLines()}\n${END}${after}`;
}

const CALLED = Object.entries({ ...operations, ...reservedOperations } as const).map(([name, row]) => ({
  ...row,
  why: WHY_CALLED[name as keyof typeof WHY_CALLED],
}));

function scopeLines(): string {
  const scopes = [...new Set(CALLED.flatMap((row) => row.scopes))].toSorted();
  const ofForge = Object.entries(WHY_FORGE).map(([scope, why]) => lineOf([code(scope), 'no', '', '', why]));
  return [...scopes.flatMap(linesOf), ...ofForge].join('');
}

/** Prints a line for each call that needs the scope; the first one names it. */
function linesOf(scope: string): string[] {
  const rows = CALLED.filter(({ scopes }) => (scopes as readonly string[]).includes(scope));
  const impersonates = rows.some(({ actsAs }) => actsAs.some((one) => one === 'privilegedUser' || one === 'requester'));
  return rows.map(({ method, path, actsAs, why }, at) => {
    const named = at === 0 ? [code(scope), impersonates ? 'yes' : 'no'] : ['', ''];
    return lineOf([...named, code(`${method} ${path}`), actsAs.map(actor).join(', '), why]);
  });
}

function roleLines(): string {
  return Object.entries(ROLES)
    .flatMap(([needs, who]) => rowsOf(needs).map((cells, at) => lineOf([at === 0 ? who : '', ...cells])))
    .join('');
}

/** Lists what somebody with this role may do: words, as whom Atlassian is called, what a grant names. */
function rowsOf(needs: string): string[][] {
  const rows = Object.entries(actions).filter(([, row]) => row.needs === needs);
  return rows.map(([name, row]) => {
    const as = 'actsAs' in row ? actor(row.actsAs) : '';
    const grant: readonly string[] = 'grant' in row ? row.grant : [];
    return [WHAT[name as keyof typeof WHAT], as, grant.map(code).join(', ')];
  });
}

function actor(actsAs: ActsAs): string {
  return {
    caller: 'the caller',
    privilegedUser: 'the _privileged user_',
    requester: 'the _requester_',
    app: 'the app',
  }[actsAs];
}

function code(text: string): string {
  return `\`${text}\``;
}

function lineOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

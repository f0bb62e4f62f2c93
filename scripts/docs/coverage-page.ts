// Prints docs/sandbox-coverage.md from the sandbox's coverage.
import type { CoverageRow, CoverageTable } from '../../sandbox/coverage/coverage';
import { SOURCES } from '../../sandbox/coverage/sources';
import { COVERAGE } from '../../sandbox/coverage/tables';
import { products } from '../../sandbox/site/products';

const HEAD = `# What the sandbox models

Printed by \`npm run docs\` from the tables in \`sandbox/\`; what they mean is said in [sandbox.md](sandbox.md). Change a table, not this page.

How sure: **D** documented by Atlassian · **R** reported by people who tried it on a real site · **S** nobody says; the stricter answer was
chosen, except where the row says _lenient_ · **P** read or measured in the published packages · **ours** nothing of Atlassian's ·
**differs** otherwise than on Atlassian.
`;

const NAMES: Readonly<Record<string, string>> = {
  confluence: 'Confluence',
  jira: 'Jira',
  jsm: 'Jira Service Management',
};

export function coveragePage(): string {
  return [HEAD, operations(), ...COVERAGE.map(section), sources()].join('\n');
}

function operations(): string {
  const lists = products.map(({ name, rows }) => {
    const ids = [...new Set(rows.map(({ operationId }) => `\`${operationId}\``))];
    return `Of ${NAMES[name] ?? name}: ${ids.join(', ')}.\n`;
  });
  return ['## The operations\n', ...lists].join('\n');
}

function section({ title, kept, rows }: CoverageTable): string {
  const head = ['| what | behavior | source | how sure | test |', '| --- | --- | --- | --- | --- |'];
  return [`## ${title}\n`, `In \`sandbox/${kept}\`.\n`, ...head, ...rows.map(line), ''].join('\n');
}

function line({ what, behavior, source = '', sure, but, testedBy }: CoverageRow): string {
  const mark = but === undefined ? sure : `${sure}; ${but}`;
  const files = [...new Set(testedBy.map(([file]) => file.replace(/^.*\/(?=[^/]+\/[^/]+$)/, '')))];
  return `| ${[what, behavior, source, mark, files.join(', ')].join(' | ')} |`;
}

/** Lists the links that `[name]` in a cell refers to. */
function sources(): string {
  return Object.entries(SOURCES)
    .map(([name, url]) => `[${name}]: ${url}\n`)
    .join('');
}

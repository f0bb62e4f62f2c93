// The coverage as a page of the documents.
import { ENDINGS } from '../oracle/ending';
import { cellsOf } from './cells';
import type { Cell } from './cells';
import { IMPOSSIBLE } from './impossible';
import { OPERATIONS } from './operations';
import type { OperationId } from './operations';

const SIGNS = { ok: 'o', error: 'e', killed: 'k', timedOut: 't' } as const;

/** Writes the page from the counts of so many worlds and steps. */
export function coveragePage(
  counts: Readonly<Record<string, number>>,
  { worlds, steps }: { worlds: number; steps: number },
): string {
  const cells = cellsOf(counts);
  const hit = cells.filter(({ hits }) => hits > 0).length;
  const ruledOut = cells.filter(({ hits, impossible }) => hits === 0 && impossible !== undefined).length;
  const open = cells.length - hit - ruledOut;
  const kinds = [...new Set(cells.map(({ kind }) => kind))];
  return [
    '# Coverage of the simulation',
    '',
    '`npm run simulate -- --seeds 1000 --steps 1000 --coverage docs/simulation-coverage.md` printed this page.',
    '',
    `${String(worlds)} worlds, ${String(steps)} steps. ${String(cells.length)} cells of operation × what befell a call × how its function ended: ` +
      `**${String(hit)} hit, ${String(ruledOut)} impossible, ${String(open)} open**.`,
    '',
    'A cell says how functions ended: `o` answered well, `e` answered an error, `k` killed, `t` timed out; `·` can be, and was not seen; what cannot be is left out.',
    '',
    ...kinds.flatMap((kind) =>
      tableOf(
        kind,
        cells.filter((cell) => cell.kind === kind),
      ),
    ),
    '## Codes',
    '',
    'What befell a call, and the codes that its function answered:',
    '',
    ...codesOf(counts).map(([stroke, codes]) => `- ${stroke}: ${codes.join(', ')}`),
    '',
    '## Impossible',
    '',
    ...IMPOSSIBLE.map(
      ({ operations, strokes, endings, why }) =>
        `- ${namesOf(operations)}, \`${strokes.source}\`, ${endings.join(' or ')}: ${why}`,
    ),
    '',
  ].join('\n');
}

/** Names operations; where all of a kind are meant, the kind. */
function namesOf(operations: readonly OperationId[]): string {
  const kinds = Object.entries(OPERATIONS).filter(([, all]) => all.every((one) => operations.includes(one)));
  const others = operations.filter((one) => !kinds.some(([, all]) => all.some((other) => other === one)));
  return [...kinds.map(([kind]) => `everything of ${kind}`), ...others].join(', ');
}

function tableOf(kind: string, cells: readonly Cell[]): string[] {
  const strokes = [...new Set(cells.map(({ stroke }) => stroke))];
  const operations = [...new Set(cells.map(({ operationId }) => operationId))];
  const rows = strokes.map((stroke) => {
    const signs = operations.map((operationId) =>
      signsOf(cells.filter((cell) => cell.operationId === operationId && cell.stroke === stroke)),
    );
    return `| ${[stroke, ...signs].join(' | ')} |`;
  });
  return [
    `## ${kind}`,
    '',
    `| | ${operations.join(' | ')} |`,
    `| --- |${' --- |'.repeat(operations.length)}`,
    ...rows,
    '',
  ];
}

function signsOf(cells: readonly Cell[]): string {
  const signs = ENDINGS.map((ending) => {
    const cell = cells.find((one) => one.ending === ending);
    if (cell === undefined || (cell.hits === 0 && cell.impossible !== undefined)) return '';
    return cell.hits > 0 ? SIGNS[ending] : '·';
  });
  return signs.join('');
}

/** Lists the codes that were answered, by what befell a call. */
function codesOf(counts: Readonly<Record<string, number>>): [stroke: string, codes: string[]][] {
  const found = new Map<string, Set<string>>();
  for (const name of Object.keys(counts)) {
    const [, , stroke = '', ending = ''] = name.split('|');
    if (!/^[A-Z_]+$/.test(ending)) continue;
    found.set(stroke, (found.get(stroke) ?? new Set()).add(ending));
  }
  return [...found].map(([stroke, codes]) => [stroke, [...codes].toSorted()]);
}

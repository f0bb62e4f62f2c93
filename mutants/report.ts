// What came of mutants, as a table and line by line.
import { KINDS } from './generate/kinds';
import type { Mutant } from './generate/mutant';
import type { Killer } from './running/messages';

/** The end of a mutant. */
type Fate = 'tests' | 'time' | 'simulation' | 'equivalent' | 'guard' | 'alive';

export interface Verdict {
  mutant: Mutant;
  fate: Fate;
  /** Test files that cover it. */
  covering: number;
  seconds: number;
  killer?: Killer;
  /** Says what the simulation found, or why nothing had to be. */
  why?: string;
}

const COLUMNS: readonly [string, readonly Fate[]][] = [
  ['caught by tests', ['tests', 'time']],
  ['caught by simulation', ['simulation']],
  ['equivalent', ['equivalent']],
  ['second guard', ['guard']],
  ['alive', ['alive']],
];

/** Tells one verdict in a line. */
export function lineOf({ mutant, fate, covering, seconds, killer, why }: Verdict): string {
  const { id, file, line, from, to } = mutant;
  const place = `src/${file}:${String(line)}`;
  if (fate === 'alive') {
    const tests = covering === 0 ? 'no test covers it' : `${String(covering)} test files cover it`;
    return `ALIVE ${id}\n  ${place}: ${oneLine(from)}  →  ${oneLine(to)}\n  ${tests}`;
  }
  const by = killer === undefined ? (why ?? '') : `${killer.file}: ${killer.test}`;
  return `${fate} ${id} (${seconds.toFixed(1)} s) ${by}`;
}

/** Returns the table by kinds. */
export function tableOf(verdicts: readonly Verdict[]): string {
  const head = ['kind', 'made', ...COLUMNS.map(([name]) => name)];
  const rows = [...KINDS, undefined].map((kind) => {
    const own = verdicts.filter(({ mutant }) => kind === undefined || mutant.kind === kind);
    const counts = COLUMNS.map(([, fates]) => own.filter(({ fate }) => fates.includes(fate)).length);
    return [kind ?? 'all', ...[own.length, ...counts].map(String)];
  });
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line === '') return 'nothing';
  return line.length > 160 ? `${line.slice(0, 160)}…` : line;
}

// The results as tables of Markdown, for a terminal and for docs/performance.md alike.
import type { Beside } from './beside/beside';
import { floorOf, type JourneyResult, type SiteResults } from './results';

const HOUR_MS = 3_600_000;

/** A table: the heads of its columns, and its rows. */
export interface Table {
  heads: readonly string[];
  rows: readonly (readonly string[])[];
}

/** Tells what each journey costs, and how that compares with its floor. */
export function costTable(results: SiteResults): Table {
  return {
    heads: ['journey', 'invocations', 'calls', 'floor', 'ratio', 'chain', 'floor', 'ratio', 'points', 'floor', 'ratio'],
    rows: Object.entries(results).map(([name, { counted, floor, ratio }]) => [
      name,
      number(counted.invocations),
      ...(['calls', 'chain', 'points'] as const).flatMap((cost) => [
        number(counted[cost]),
        number(floor[cost]),
        `${ratio[cost].toFixed(2)}${floorOf(name).above?.[cost] === undefined ? '' : ' *'}`,
      ]),
    ]),
  };
}

/** Tells how long each journey takes, and what it uses. */
export function useTable(results: SiteResults): Table {
  return {
    heads: [
      'journey',
      'p50 at 100 ms',
      'p95',
      'p50 at 400 ms',
      'p95',
      'reads',
      'writes',
      'KB read',
      'KB written',
      'GB-s calls',
      'GB-s background',
      'CPU ms',
      'KB answers',
      'KB page',
    ],
    rows: Object.entries(results).map(([name, result]) => [name, ...used(result)]),
  };
}

/** Tells what came of the same work by each contender. */
export function besideTable(beside: Beside): Table {
  return {
    heads: ['work', 'by', 'time', 'calls', 'missing', 'told wrongly', 'sent again'],
    rows: Object.entries(beside).flatMap(([work, outcomes]) =>
      outcomes.map(({ name, ms, calls, missing, toldWrongly, repeated }) => [
        work,
        name,
        time(ms),
        ...[calls, missing, toldWrongly, repeated].map(number),
      ]),
    ),
  };
}

/** Tells why some journeys are above their floors on purpose. */
export function reasons(results: SiteResults): string[] {
  return Object.keys(results).flatMap((name) =>
    Object.entries(floorOf(name).above ?? {}).map(([cost, why]) => `- ${name}, ${cost}: ${why}`),
  );
}

/** Lays a table out; numbers stand at the right. */
export function markdown({ heads, rows }: Table): string {
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  function line(cells: readonly string[]): string {
    return `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  }
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(heads), rule, ...rows.map(line)].join('\n');
}

function used({ times, typical, pageBytes }: JourneyResult): string[] {
  return [
    ...Object.values(times).flatMap(({ p50, p95 }) => [time(p50), time(p95)]),
    number(typical.reads),
    number(typical.writes),
    kilobytes(typical.bytesRead),
    kilobytes(typical.bytesWritten),
    typical.callGbSeconds.toFixed(2),
    typical.backgroundGbSeconds.toFixed(2),
    typical.cpuMs.toFixed(1),
    kilobytes(typical.answerBytes),
    kilobytes(pageBytes),
  ];
}

function time(ms: number): string {
  return ms < HOUR_MS
    ? `${(ms / 1000).toFixed(1)} s`
    : `${String(Math.floor(ms / HOUR_MS))} h ${String(Math.round((ms % HOUR_MS) / 60_000))} min`;
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}

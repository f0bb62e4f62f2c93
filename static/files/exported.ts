import type { ExportedRow } from '../../src/shared/broker/site-export';

/** Holds the lines that were read so far, a text a page: of a large site, there are very many. */
export interface Exported {
  pages: readonly string[];
  /** Lines without those about the export itself. */
  rows: number;
}

export const NOTHING_EXPORTED: Exported = { pages: [], rows: 0 };

/** Adds a page. The app can't tell the site's address: its first line gets it here. */
export function withRows({ pages, rows }: Exported, page: readonly ExportedRow<string>[], site: string): Exported {
  const text = page
    .map((one) => (one.entity === 'export' ? { ...one, row: { site, ...one.row } } : one))
    .map(lineOf)
    .join('');
  return { pages: [...pages, text], rows: rows + page.filter(({ entity }) => entity !== 'export').length };
}

/** Pages in a piece of the file that somebody copies. */
const PAGES_A_PIECE = 10;

/** Returns the file in pieces. Its last line tells whether it's complete. */
export function piecesOf({ pages, rows }: Exported, complete: boolean): string[] {
  const all = [...pages, lineOf({ entity: 'export', key: 'end', row: { complete, rows } })];
  return Array.from({ length: Math.ceil(all.length / PAGES_A_PIECE) }, (_, n) =>
    all.slice(n * PAGES_A_PIECE, (n + 1) * PAGES_A_PIECE).join(''),
  );
}

function lineOf(row: ExportedRow<string>): string {
  return `${JSON.stringify(row)}\n`;
}

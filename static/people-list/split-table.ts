/**
 * Splits a table with `\n` between rows into its cells. A cell in quotation marks can hold delimiters and line breaks, and blanks may follow it.
 * Undefined: a quotation mark isn't where one can be. https://www.rfc-editor.org/rfc/rfc4180
 */
export function splitTable(text: string, delimiter: string): string[][] | undefined {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at <= text.length && text !== '';) {
    const cell = text.charAt(at) === '"' ? quotedCell(text, at, delimiter) : plainCell(text, at, delimiter);
    if (cell === undefined) return undefined;
    row.push(cell.value);
    if (text.charAt(cell.end) !== delimiter) {
      rows.push(row);
      row = [];
    }
    at = cell.end + 1;
  }
  return rows;
}

/** A cell, and the position of the delimiter or line break after it: the text's length, if there is none. */
interface Cell {
  value: string;
  end: number;
}

function plainCell(text: string, start: number, delimiter: string): Cell {
  const end = endOfCell(text, start, delimiter);
  return { value: text.slice(start, end), end };
}

function quotedCell(text: string, open: number, delimiter: string): Cell | undefined {
  let close = text.indexOf('"', open + 1);
  while (close !== -1 && text.charAt(close + 1) === '"') close = text.indexOf('"', close + 2);
  if (close === -1) return undefined;
  const end = endOfCell(text, close, delimiter);
  const after = text.slice(close + 1, end);
  // At the text's end, blanks may be what is left of a cell that was cut off.
  if (after.trim() !== '' || (after !== '' && end === text.length)) return undefined;
  return { value: text.slice(open + 1, close).replaceAll('""', '"'), end };
}

function endOfCell(text: string, start: number, delimiter: string): number {
  for (let at = start; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === delimiter || character === '\n') return at;
  }
  return text.length;
}

import type { FILE_PROBLEMS } from '../../src/shared/words/file-frame';

/** Names why a file can't be read. */
export type FileProblem = keyof typeof FILE_PROBLEMS;

/** Holds the text of a file. `isGuessed`: the file doesn't say how its letters are written. */
export type FileText = { text: string; isGuessed: boolean } | { problem: FileProblem };

/** Largest file in bytes: 2,000 people with all columns of a spreadsheet. */
export const MOST_BYTES = 2 * 1024 * 1024;

/** First bytes of Excel's workbooks: those of today, which are ZIP files, and those before 2007. */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/**
 * Reads a file as text, whatever its name says: UTF-8, UTF-16 with a byte order mark, else the letters of Western Europe that Excel writes.
 *
 * Excel's line `sep=;` becomes empty, so that lines keep their numbers.
 */
export async function readFile(file: Blob): Promise<FileText> {
  if (file.size > MOST_BYTES) return { problem: 'tooLarge' };
  const bytes = await bytesOf(file);
  if (bytes === undefined) return { problem: 'unreadable' };
  if (WORKBOOKS.some((first) => startsWith(bytes, first))) return { problem: 'workbook' };
  const { text, isGuessed } = decoded(bytes);
  if (text.includes('\0')) return { problem: 'notText' };
  return text.trim() === '' ? { problem: 'empty' } : { text: text.replace(/^sep=.(?=[\r\n])/i, ''), isGuessed };
}

async function bytesOf(file: Blob): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}

function decoded(bytes: Uint8Array): { text: string; isGuessed: boolean } {
  if (startsWith(bytes, [0xff, 0xfe])) return { text: new TextDecoder('utf-16le').decode(bytes), isGuessed: false };
  if (startsWith(bytes, [0xfe, 0xff])) return { text: new TextDecoder('utf-16be').decode(bytes), isGuessed: false };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isGuessed: false };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), isGuessed: true };
  }
}

function startsWith(bytes: Uint8Array, first: readonly number[]): boolean {
  return first.every((byte, index) => bytes[index] === byte);
}

// @vitest-environment node
// What is read from a file: by its bytes, whatever its name says.
import { describe, expect, test } from 'vitest';

import { MOST_BYTES, readFile } from '../../../static/file-frame/read-file';

const TEXT = 'Name;Account ID\r\nZoë Müller;712020:aa\r\n';

async function read(...bytes: (string | Uint8Array<ArrayBuffer>)[]) {
  return readFile(new Blob(bytes));
}

function utf16(text: string, order: 'LE' | 'BE'): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(Buffer.from(`\u{FEFF}${text}`, 'utf16le'));
  return order === 'LE' ? bytes : Uint8Array.from(Buffer.from(bytes).swap16());
}

describe('a text', () => {
  test.for([
    ['UTF-8', TEXT],
    ['UTF-8 with a byte order mark, as Excel writes it', `\u{FEFF}${TEXT}`],
    ['UTF-16 with a byte order mark, as Excel’s "Unicode Text" is', utf16(TEXT, 'LE')],
    ['UTF-16 in the other order', utf16(TEXT, 'BE')],
  ] as const)('is read from %s', async ([, bytes]) => {
    expect(await read(bytes)).toEqual({ text: TEXT, isGuessed: false });
  });

  test('that is not UTF-8 is taken for what Excel writes in Western Europe, and says so', async () => {
    expect(await read(Uint8Array.from(Buffer.from('Zoë “M”', 'latin1')))).toEqual({
      text: expect.stringMatching(/^Zoë/),
      isGuessed: true,
    });
  });

  test('keeps the numbers of its lines without Excel’s line about the separator', async () => {
    expect(await read(`sep=;\r\n${TEXT}`)).toEqual({ text: `\r\n${TEXT}`, isGuessed: false });
  });

  test('is read up to the limit', async () => {
    expect(await read('a'.repeat(MOST_BYTES))).toMatchObject({ isGuessed: false });
    expect(await read('a'.repeat(MOST_BYTES + 1))).toEqual({ problem: 'tooLarge' });
  });
});

describe('what is not a list', () => {
  test.for([
    ['a workbook of Excel', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14), 'workbook'],
    ['a workbook of an old Excel', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'workbook'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0), 'notText'],
    ['UTF-16 that does not say so', Uint8Array.from(Buffer.from('Zoe', 'utf16le')), 'notText'],
    ['an empty file', '', 'empty'],
    ['blank lines', '\u{FEFF}\r\n \r\n', 'empty'],
  ] as const)('is refused: %s', async ([, bytes, problem]) => {
    expect(await read(bytes)).toEqual({ problem });
  });

  test('is refused if the browser can’t read it', async () => {
    const gone = Object.assign(new Blob(['text']), { arrayBuffer: async () => Promise.reject(new Error('gone')) });
    expect(await readFile(gone)).toEqual({ problem: 'unreadable' });
  });
});

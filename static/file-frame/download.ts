import { FILE_FRAME } from '../../src/shared/words/file-frame';
import { say } from '../../src/shared/words/format';
import { element } from './element';

/** Excel takes a file for UTF-8 only if it begins with this mark; JSON must not have it. */
const BYTE_ORDER_MARK = '\u{FEFF}';

/** Draws a button that saves a text, or its pieces, as a file. Returns a function that frees the file. */
export function drawDownload(root: HTMLElement, name: string, text: string | readonly string[]): () => void {
  const isTable = name.endsWith('.csv');
  const pieces = typeof text === 'string' ? [text] : text;
  const type = `${isTable ? 'text/csv' : 'application/x-ndjson'};charset=utf-8`;
  const url = URL.createObjectURL(new Blob([...(isTable ? [BYTE_ORDER_MARK] : []), ...pieces], { type }));
  const link = element('a', {
    className: 'button',
    href: url,
    download: name,
    textContent: say(FILE_FRAME.download, { name }),
  });
  root.replaceChildren(element('div', { className: 'field' }, [link]));
  return () => URL.revokeObjectURL(url);
}

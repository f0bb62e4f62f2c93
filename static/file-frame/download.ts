import { FILE_FRAME } from '../../src/shared/words/file-frame';
import { say } from '../../src/shared/words/format';
import { element } from './element';

/** Excel takes a file for UTF-8 only if it begins with this mark. */
const BYTE_ORDER_MARK = '\u{FEFF}';

/** Draws a button that saves a text as a CSV file. Returns a function that frees the file. */
export function drawDownload(root: HTMLElement, name: string, text: string): () => void {
  const url = URL.createObjectURL(new Blob([BYTE_ORDER_MARK, text], { type: 'text/csv;charset=utf-8' }));
  const link = element('a', {
    className: 'button',
    href: url,
    download: name,
    textContent: say(FILE_FRAME.download, { name }),
  });
  root.replaceChildren(element('div', { className: 'field' }, [link]));
  return () => URL.revokeObjectURL(url);
}

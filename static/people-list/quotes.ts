import { visible } from './visible';

const PAIRS: Readonly<Record<string, string>> = { '"': '"', "'": "'", '“': '”', '‘': '’' };

/** Returns a text without the quotation marks around it. Two pairs at most: Outlook writes `"'Jane Doe'"`. */
export function unquoted(text: string): string {
  return withoutPair(withoutPair(text));
}

/** Splits a text at a separator, but not inside quotation marks that open after a comma or semicolon. Empty pieces are dropped. */
export function splitUnquoted(text: string, separator: ',' | ';'): string[] {
  const pieces: string[] = [];
  let start = 0;
  let isOpen = false;
  let quotesClose = true;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === ',' || character === ';') {
      isOpen = false;
      if (character !== separator) continue;
      pieces.push(visible(text.slice(start, at)));
      start = at + 1;
    } else if (character === '"' && !isOpen && quotesClose) {
      const close = closingQuote(text, at);
      quotesClose = close !== undefined;
      at = close ?? at;
      isOpen = true;
    } else isOpen ||= visible(character) !== '';
  }
  return [...pieces, visible(text.slice(start))].filter((piece) => piece !== '');
}

function withoutPair(text: string): string {
  const shown = visible(text);
  const open = shown.charAt(0);
  if (shown.length < 2 || PAIRS[open] === undefined || !shown.endsWith(PAIRS[open])) return shown;
  const inner = shown.slice(1, -1);
  return visible(open === '"' ? inner.replaceAll(/\\(.)|"(")/gu, '$1$2') : inner);
}

/** Returns where a quotation mark closes: not at an escaped or doubled one. */
function closingQuote(text: string, open: number): number | undefined {
  for (let at = open + 1; at < text.length; at += 1) {
    if (text.charAt(at) === '\\') at += 1;
    else if (text.charAt(at) === '"') {
      if (text.charAt(at + 1) !== '"') return at;
      at += 1;
    }
  }
  return undefined;
}

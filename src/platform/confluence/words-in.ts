/** Matches signs that mean something in a query or in the text that it searches for. https://developer.atlassian.com/cloud/confluence/performing-text-searches-using-cql/ */
const SIGNS = /["\\*?~+!(){}[\]:^/&|<>=,;%]|(?<!\p{L})-/gu;

/** Returns the words of a text for a query, in lower case, without anything that could be more than a word. Empty: there is none. */
export function wordsIn(text: string): string {
  const words = text.replace(SIGNS, ' ').replace(/\s+/g, ' ').trim().toLowerCase();
  return /[\p{L}\p{N}]/u.test(words) ? words : '';
}

import { FIELD_PROBLEMS } from '../field-problems';
import { MAX_AFFIX, MAX_FREE_PART } from '../limits';

/**
 * Forms the names of a space's new groups: `prefix` + the part that a space admin types + `suffix`.
 *
 * Exactly one of the two contains the word SPACEKEY, which the space's key replaces, in lower case. Next to SPACEKEY, on the side of the
 * typed part, is a character that a space key can't contain. So two keys never form the same name.
 */
export interface GroupPattern {
  prefix: string;
  suffix: string;
}

const SPACE_KEY_WORD = 'SPACEKEY';
export const DEFAULT_PATTERN: GroupPattern = { prefix: 'SPACEKEY-', suffix: '' };

/** Longest name that the app forms. Atlassian doesn't document a limit; older products allow 255. */
export const MAX_GROUP_NAME = 255;

/** Says what is wrong with a pattern, by field. Empty: it's accepted. */
export function patternProblems({ prefix, suffix }: GroupPattern): { field: 'prefix' | 'suffix'; message: string }[] {
  const prefixProblem = affixProblem(prefix);
  if (prefixProblem !== undefined) return [{ field: 'prefix', message: prefixProblem }];
  const suffixProblem = affixProblem(suffix);
  if (suffixProblem !== undefined) return [{ field: 'suffix', message: suffixProblem }];
  if (words(prefix) + words(suffix) !== 1) {
    return [{ field: 'prefix', message: FIELD_PROBLEMS.pattern }];
  }
  if (prefix.startsWith(' ')) return [{ field: 'prefix', message: FIELD_PROBLEMS.patternStart }];
  if (suffix.endsWith(' ')) return [{ field: 'suffix', message: FIELD_PROBLEMS.patternEnd }];
  const [before = '', after = ''] = (words(prefix) === 1 ? prefix : suffix).split(SPACE_KEY_WORD);
  if (words(prefix) === 1 && !/^[-._ ]/.test(after)) {
    return [{ field: 'prefix', message: FIELD_PROBLEMS.patternAfter }];
  }
  if (words(suffix) === 1 && !/[-._ ]$/.test(before)) {
    return [{ field: 'suffix', message: FIELD_PROBLEMS.patternBefore }];
  }
  return [];
}

const FREE_PART = /^[A-Za-z0-9]([A-Za-z0-9._ -]*[A-Za-z0-9._-])?$/;

/** Says what is wrong with the part of a name that a person types; undefined if nothing. */
export function freePartProblem(text: string): string | undefined {
  if (text === '') return FIELD_PROBLEMS.name;
  if (text.length > MAX_FREE_PART) return FIELD_PROBLEMS.nameLength;
  if (!FREE_PART.test(text)) {
    return FIELD_PROBLEMS.nameCharacters;
  }
  return undefined;
}

const KEY = /^[A-Za-z0-9]+$/;

declare const formed: unique symbol;

/** A name that a pattern has formed, and so never an empty one. */
export type FormedName = string & { readonly [formed]: true };

/** Forms the name of a new group. Undefined if nothing was typed, or if the key can't be part of a name, such as a personal space's. */
export function formGroupName(pattern: GroupPattern, spaceKey: string, freePart: string): FormedName | undefined {
  if (freePart === '' || !KEY.test(spaceKey)) return undefined;
  function fill(text: string) {
    return text.replace(SPACE_KEY_WORD, spaceKey.toLowerCase());
  }
  // The brand exists in types only; only this forms a name.
  return (fill(pattern.prefix) + freePart.toLowerCase() + fill(pattern.suffix)) as FormedName;
}

/** Returns the lower-case space key in a group's name; undefined if the name doesn't match the pattern. */
export function spaceKeyOf(pattern: GroupPattern, groupName: string): string | undefined {
  // Lower-casing turns some other letters into ASCII ones, such as the Kelvin sign into k.
  if (!/^[\x20-\x7e]*$/.test(groupName)) return undefined;
  function escape(text: string) {
    return text.replaceAll('.', '\\.');
  }
  function source(text: string) {
    return text.split(SPACE_KEY_WORD).map(escape).join('([a-z0-9]+)');
  }
  const match = new RegExp(`^${source(pattern.prefix)}(.+)${source(pattern.suffix)}$`).exec(groupName.toLowerCase());
  if (match === null) return undefined;
  const [key, freePart] = words(pattern.prefix) === 1 ? [match[1], match[2]] : [match[2], match[1]];
  return freePart !== undefined && freePartProblem(freePart) === undefined ? key : undefined;
}

const LITERAL = /^[a-z0-9._ -]*$/;

/** Says what is wrong with one half of a pattern; undefined if nothing. */
function affixProblem(text: string): string | undefined {
  if (text.length > MAX_AFFIX) return FIELD_PROBLEMS.patternLength;
  if (!LITERAL.test(text.replaceAll(SPACE_KEY_WORD, ''))) {
    return FIELD_PROBLEMS.patternCharacters;
  }
  return undefined;
}

function words(text: string): number {
  return text.split(SPACE_KEY_WORD).length - 1;
}

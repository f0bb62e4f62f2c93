import { patternProblems, type GroupPattern } from '../../../src/shared/groups/group-pattern';

/** A text that holds SPACEKEY, with the pattern that it can be a part of, or what is wrong with it as one. */
export interface FoundText {
  text: string;
  pattern?: GroupPattern;
  problem?: string;
}

/** Most texts that are offered. */
const MOST = 10;

/** Finds the texts in some JSON that hold the word SPACEKEY, whatever else is in it. Undefined: it isn't JSON. */
export function patternsIn(json: string): FoundText[] | undefined {
  const texts = new Set<string>();
  try {
    JSON.parse(json, (_key, value: unknown) => {
      if (typeof value === 'string' && value.includes('SPACEKEY')) texts.add(value);
      return value;
    });
  } catch {
    return undefined;
  }
  return [...texts].slice(0, MOST).map(foundText);
}

function foundText(text: string): FoundText {
  const asPrefix = { prefix: text, suffix: '' };
  const asSuffix = { prefix: '', suffix: text };
  const [problem] = patternProblems(asPrefix);
  if (problem === undefined) return { text, pattern: asPrefix };
  return patternProblems(asSuffix).length === 0 ? { text, pattern: asSuffix } : { text, problem: problem.message };
}

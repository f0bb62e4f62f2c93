import { MAX_CUSTOMERS } from '../../src/shared/limits';
import { linesOf } from '../lines';

/** One line of the field. */
export interface TypedPerson {
  /** As it was typed. */
  line: string;
  email: string;
  displayName?: string;
}

/** `Name <email>`, as mail programs write it, also with a separator behind it. */
const IN_BRACKETS = /^([^<>]*)<([^<>]*)>[\s,;]*$/;
/** Longer than any address and name: nobody means that as one person. */
const MAX_LINE = 1_000;

const withoutQuotes = (text: string): string => {
  const trimmed = text.trim();
  return /^".*"$/.test(trimmed) ? trimmed.slice(1, -1).replaceAll('""', '"').trim() : trimmed;
};

const person = (line: string, email: string, name: string): TypedPerson => {
  const displayName = withoutQuotes(name);
  return { line, email: withoutQuotes(email), ...(displayName === '' ? {} : { displayName }) };
};

/** Cells of a spreadsheet: the address may stand in any of them, the others make up the name. */
const fromCells = (line: string, cells: readonly string[]): TypedPerson => {
  const filled = cells.map(withoutQuotes).filter((cell) => cell !== '');
  const found = filled.findIndex((cell) => cell.includes('@'));
  const place = Math.max(0, found);
  return person(line, filled[place] ?? '', filled.filter((_cell, index) => index !== place).join(' '));
};

/** A name may hold commas, so what counts is whether the address stands first or last. */
const fromCommas = (line: string): TypedPerson => {
  const first = line.indexOf(',');
  if (first === -1) return person(line, line, '');
  const last = line.lastIndexOf(',');
  return !line.slice(0, first).includes('@') && line.slice(last + 1).includes('@')
    ? person(line, line.slice(last + 1), line.slice(0, last))
    : person(line, line.slice(0, first), line.slice(first + 1));
};

const readLine = (line: string): TypedPerson => {
  const brackets = IN_BRACKETS.exec(line);
  if (brackets !== null) return person(line, brackets[2] ?? '', brackets[1] ?? '');
  if (/[\t;]/.test(line)) return fromCells(line, line.split(/[\t;]/));
  return fromCommas(line);
};

/**
 * Reads people, one a line: `email`, `email, Name`, `Name <email>`, or cells of a spreadsheet separated by tabs or semicolons.
 *
 * Lines without a letter or digit name nobody. Whether an address is one is for the back end to say.
 */
export const parsePeople = (text: string): TypedPerson[] =>
  linesOf(text)
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
    .map(readLine);

const duplicates = (people: readonly TypedPerson[]): string[] =>
  people.flatMap(({ email }, index) => {
    const first = people.findIndex((other) => other.email.toLowerCase() === email.toLowerCase());
    return first === index
      ? []
      : [`Line ${String(index + 1)}: ${email} is in line ${String(first + 1)} already. Name each person once.`];
  });

/** What is wrong with the whole of what was typed, before anything is sent. */
export const peopleProblem = (people: readonly TypedPerson[]): string | undefined => {
  if (people.length === 0) return 'Enter at least one e-mail address.';
  if (people.length > MAX_CUSTOMERS) {
    return `Enter at most ${String(MAX_CUSTOMERS)} people at a time; these are ${String(people.length)}.`;
  }
  const long = people.findIndex(({ line }) => line.length > MAX_LINE);
  if (long !== -1) return `Line ${String(long + 1)}: Use at most ${String(MAX_LINE)} characters.`;
  const repeated = duplicates(people);
  return repeated.length === 0 ? undefined : repeated.join(' ');
};

/** What is sent of each person. */
export const sentPerson = ({ email, displayName }: TypedPerson): { email: string; displayName?: string } => ({
  email,
  ...(displayName === undefined ? {} : { displayName }),
});

/** The lines as they were typed. */
export const textOf = (people: readonly TypedPerson[]): string => people.map(({ line }) => line).join('\n');

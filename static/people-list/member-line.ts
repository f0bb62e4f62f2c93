import { accountIdOf } from './account-id';
import { cellsOf } from './cells';
import { mailboxOf, person } from './mailbox';
import { nameOf, readMember, type MemberContent, type NamedMember } from './member';
import { takenName } from './name';
import { splitUnquoted } from './quotes';

/** Holds a piece of a line as it was written, and who is in it. */
export interface MemberPiece {
  text: string;
  content: MemberContent;
}

/** Reads a line of a list without a header: each cell is one person. */
export function readMemberLine(line: string): MemberPiece[] {
  if (!line.includes('\t')) return readSemicolons(line);
  const cells = cellsOf(line, '\t')?.filter((cell) => cell !== '');
  if (cells === undefined) return [{ text: line, content: { fault: { code: 'openQuote' } } }];
  const content = readSheetRow(cells);
  return content === undefined ? cells.flatMap(readSemicolons) : [{ text: line, content }];
}

/** Reads cells of a spreadsheet of which one alone is an address or accountId: the others are about this person. */
function readSheetRow(cells: readonly string[]): NamedMember | undefined {
  const [certain = '', ...more] = cells.filter(isCertain);
  const member = readMember(certain);
  if (more.length > 0 || 'fault' in member || member.kind === 'name') return undefined;
  const [other = '', ...others] = cells.filter((cell) => cell !== certain);
  return others.length > 0 || member.name !== undefined ? member : { ...member, ...nameBeside(member, other) };
}

function nameBeside({ kind, text }: NamedMember, cell: string): { name?: string } {
  return nameOf(kind === 'email' ? person(text, cell, 'guessed') : takenName(cell, '', 'guessed'));
}

function isCertain(piece: string): boolean {
  return piece.includes('@') || accountIdOf(piece) !== undefined;
}

function readSemicolons(text: string): MemberPiece[] {
  const parts = splitUnquoted(text, ';');
  const separates = parts.length > 1 || text.endsWith(';');
  return parts.flatMap((part) => readCommas(part, separates));
}

/** Reads people between commas, which stand in names, too. `isOneOfMany`: semicolons separate people in this line. */
function readCommas(text: string, isOneOfMany: boolean): MemberPiece[] {
  const pieces = splitUnquoted(text, ',');
  const certain = pieces.filter(isCertain);
  const isMailbox = mailboxOf(text) !== undefined && certain.length < 2;
  const isName = isOneOfMany && certain.length === 0 && pieces.length === 2;
  if (isMailbox || isName) return [{ text, content: readMember(text) }];
  return pieces.length > 1 && text.includes('<') && certain.length < pieces.length
    ? [{ text, content: { fault: { code: 'unclearCommas', piece: text } } }]
    : pieces.map((piece) => ({ text: piece, content: readMember(piece) }));
}

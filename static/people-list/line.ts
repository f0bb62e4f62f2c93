import { cellsOf } from './cells';
import type { Fault } from './fault';
import { hidesCharacters, mailboxOf, person, type ListedPerson } from './mailbox';
import { splitUnquoted, unquoted } from './quotes';

/** Holds the people on a line, or the fault that makes it unreadable. */
export type LineContent = { people: ListedPerson[] } | { fault: Fault };

/** Reads a line of a list without a header: an address, a name with one, cells of a spreadsheet, or several people. */
export function readLine(text: string): LineContent {
  if (text.includes('\t')) {
    const cells = cellsOf(text, '\t');
    return cells === undefined ? { fault: { code: 'openQuote' } } : readCells(cells.filter((cell) => cell !== ''));
  }
  const pieces = splitUnquoted(text, ';');
  return pieces.filter(holdsAddress).length > 1 ? readAll(pieces, readCommas) : readCells(pieces);
}

export function faultOf(piece: string): Fault {
  if (hidesCharacters(piece)) return { code: 'hiddenCharacter', piece };
  return { code: holdsAddress(piece) ? 'notAnAddress' : 'noAddress', piece };
}

/** Reads cells of one person, or of several if each is one. */
function readCells(cells: readonly string[]): LineContent {
  const [only = '', ...more] = cells;
  if (more.length === 0) return readCommas(only);
  const withAddress = cells.filter(holdsAddress);
  if (withAddress.length > 1) return readAll(cells, readMailbox);
  return beside(withAddress[0], cells, cells.length === 2 ? cells : undefined);
}

function holdsAddress(piece: string): boolean {
  return piece.includes('@');
}

/** Reads everybody, unless one piece can't be read: then nobody. */
function readAll(pieces: readonly string[], read: (piece: string) => LineContent): LineContent {
  const contents = pieces.map(read);
  const bad = contents.find((content) => 'fault' in content);
  return bad ?? { people: contents.flatMap((content) => ('people' in content ? content.people : [])) };
}

/** Reads a line with commas. They separate people, but occur in names too: the places of the addresses decide. */
function readCommas(text: string): LineContent {
  const mailbox = mailboxOf(text);
  const pieces = splitUnquoted(text, ',');
  const withAddress = pieces.filter(holdsAddress);
  if (mailbox !== undefined && withAddress.length < 2) return { people: [mailbox] };
  if (pieces.length < 2 || text.includes('<') || withAddress.length > 1) return readAll(pieces, readMailbox);
  const isAtAnEnd = [pieces[0], pieces.at(-1)].includes(withAddress[0]);
  return beside(withAddress[0], pieces, isAtAnEnd ? pieces : undefined);
}

function readMailbox(piece: string): LineContent {
  const mailbox = mailboxOf(piece);
  return mailbox === undefined ? { fault: faultOf(piece) } : { people: [mailbox] };
}

/** Reads one address among other pieces, which may make up the name. */
function beside(
  piece: string | undefined,
  pieces: readonly string[],
  named: readonly string[] | undefined,
): LineContent {
  if (piece === undefined) return { fault: { code: 'noAddress', piece: pieces.join(' ') } };
  const mailbox = mailboxOf(piece);
  if (mailbox === undefined) return { fault: faultOf(piece) };
  if (mailbox.name !== undefined) return { people: [mailbox] };
  if (named === undefined) return { people: [{ email: mailbox.email, nameNotTaken: true }] };
  const rest = named.filter((other) => other !== piece).map(unquoted);
  return { people: [person(mailbox.email, rest.join(', '), 'guessed')] };
}

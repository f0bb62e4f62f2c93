import { accountIdOf } from './account-id';
import { faultOf } from './line';
import { mailboxOf } from './mailbox';
import type { MemberFault } from './member-fault';
import { takenName } from './name';
import { spelled } from './visible';

/** Holds how a list names a person. */
export interface NamedMember {
  kind: 'accountId' | 'email' | 'name';
  /** The accountId, the address or the name. */
  text: string;
  /** The name beside an accountId or an address. */
  name?: string;
}

/** Holds the person in a piece of a list, or why there is none. */
export type MemberContent = NamedMember | { fault: MemberFault };

const LINK = /:\/\/|^mailto:/i;

/** Reads one person: an accountId, an address, `Name <address>`, or a name. */
export function readMember(piece: string): MemberContent {
  const id = accountIdOf(piece);
  if (id !== undefined) return { kind: 'accountId', text: id };
  const mailbox = mailboxOf(piece);
  if (mailbox !== undefined) return { kind: 'email', text: mailbox.email, ...nameOf(mailbox) };
  if (piece.includes('@')) return { fault: addressFaultOf(piece) };
  const { name } = nameOf(takenName(piece, '', 'written'));
  return name === undefined || /[<>]/.test(name) || LINK.test(name)
    ? { fault: { code: 'notAPerson', piece } }
    : { kind: 'name', text: spelled(name) };
}

/** Tells why a text isn't an address. */
export function addressFaultOf(piece: string): MemberFault {
  return piece.split('@').length > 2 ? { code: 'severalInCell' } : faultOf(piece);
}

/** Returns the name of a person, if they have one. */
export function nameOf(named: { name?: string }): { name?: string } {
  return named.name === undefined ? {} : { name: named.name };
}

import { takenName, type NameRule } from './name';
import { unquoted } from './quotes';
import { visible, withoutHidden } from './visible';

/** A person in a list. */
export interface ListedPerson {
  email: string;
  name?: string;
  /** The text in the place of a name can't be trusted to be one. */
  nameNotTaken?: true;
}

const MAX_ADDRESS = 254;
const ATOM = String.raw`[A-Za-z0-9!#$%&'*+/=?^_\x60{|}~-]+`;
const LABEL = String.raw`[\p{L}\p{M}\p{N}-]+`;
/** Matches an address as the back end does, which also checks the domain for DNS. */
const ADDRESS = new RegExp(String.raw`^${ATOM}(?:\.${ATOM})*@${LABEL}(?:\.${LABEL})+$`, 'u');

/** Reads an address, or `Name <address>`. Undefined: it is neither. */
export function mailboxOf(text: string): ListedPerson | undefined {
  const shown = visible(text);
  if (!shown.endsWith('>')) {
    const email = addressOf(shown);
    return email === undefined ? undefined : { email };
  }
  const open = shown.lastIndexOf('<');
  const email = addressOf(shown.slice(open + 1, -1));
  const name = visible(shown.slice(0, Math.max(0, open)));
  const isOne = /^".*"$/s.test(name) || !/[<>]/.test(name);
  return open === -1 || email === undefined || !isOne ? undefined : person(email, name, 'written');
}

/** Returns a person with a name, if the text can be one. */
export function person(email: string, name: string, rule: NameRule): ListedPerson {
  return { email, ...takenName(name, email, rule) };
}

/** Tells whether a text would be an address without its hidden characters. */
export function hidesCharacters(text: string): boolean {
  return mailboxOf(text) === undefined && mailboxOf(withoutHidden(text)) !== undefined;
}

/** Reads one email address: bare, in quotation marks, or as a `mailto:` link. Undefined: it isn't one. */
function addressOf(text: string): string | undefined {
  const shown = unquoted(text);
  const address = /^mailto:/i.test(shown) ? linked(shown) : shown;
  return address.length <= MAX_ADDRESS && ADDRESS.test(address) ? address : undefined;
}

/** https://datatracker.ietf.org/doc/html/rfc6068#section-2 */
function linked(link: string): string {
  const [address = ''] = link.slice('mailto:'.length).split('?');
  try {
    return visible(decodeURIComponent(address));
  } catch {
    return address;
  }
}

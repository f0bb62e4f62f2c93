import { unquoted } from './quotes';

/** `written`: the list says that this is a name. `guessed`: it only stands beside an address. */
export type NameRule = 'written' | 'guessed';

const MAX_NAME = 255;
const PHONE_NUMBER = /\p{Nd}(?:[\s()./-]*\p{Nd}){6}/u;

/** Tells whether a text can be the name of an address's owner: never an address, a phone number or a note with figures. */
export function takenName(text: string, email: string, rule: NameRule): { name?: string; nameNotTaken?: true } {
  const name = unquoted(text).replaceAll(/\s+/gu, ' ');
  if (name === '' || isAddress(name, email)) return {};
  return isName(name, rule) ? { name } : { nameNotTaken: true };
}

/** Tells whether a name is the address: mail programs use it for people without a name. */
function isAddress(name: string, email: string): boolean {
  return name.toLowerCase().replace(/^mailto:/, '') === email.toLowerCase();
}

function isName(name: string, rule: NameRule): boolean {
  if (name.includes('@') || name.length > MAX_NAME) return false;
  return rule === 'guessed'
    ? /\p{L}/u.test(name) && !/\p{N}/u.test(name)
    : /[\p{L}\p{ExtPict}]/u.test(name) && !PHONE_NUMBER.test(name);
}

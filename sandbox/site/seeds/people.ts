// The staff of the demo site: names and account ids, the same in every run.
// https://developer.atlassian.com/cloud/confluence/user-privacy-developer-guide/
import { createHash } from 'node:crypto';

/** Derives a UUID from the text alone. */
export function uuidFrom(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

export function accountIdOf(handle: string): string {
  return `712020:${uuidFrom(`account ${handle}`)}`;
}

/** Middle part of every portal-only customer's account id. */
export const CUSTOMER_DIRECTORY = uuidFrom('customer directory');

export function customerIdOf(handle: string): string {
  return `qm:${CUSTOMER_DIRECTORY}:${uuidFrom(handle)}`;
}

const GIVEN_NAMES = [
  'Amara',
  'Bruno',
  'Chiara',
  'Dmitri',
  'Elif',
  'Farid',
  'Grace',
  'Hiroshi',
  'Ingrid',
  'Jamal',
  'Katya',
  'Liam',
  'Mei',
  'Nikhil',
  'Olga',
  'Pedro',
  'Quentin',
  'Rosa',
  'Sven',
  'Tomoko',
];

const FAMILY_NAMES = ['Adeyemi', 'Bergström', 'Castillo', 'Dubois', 'Eriksen', 'Ferrari'];

/** Builds a member of staff by number, without an upper limit; handles have at least two digits. */
export function staffMember(number: number) {
  const index = number - 1;
  const handle = `person-${String(number).padStart(2, '0')}`;
  const round = Math.floor(index / GIVEN_NAMES.length);
  const given = GIVEN_NAMES[index % GIVEN_NAMES.length] ?? '';
  const family = FAMILY_NAMES[((index % GIVEN_NAMES.length) + round) % FAMILY_NAMES.length] ?? '';
  return { handle, accountId: accountIdOf(handle), name: `${given} ${family}`, email: `${handle}@example.com` };
}

/** Holds sixty people, `person-01` to `person-60`. */
export const staff = Array.from({ length: 60 }, (_, index) => staffMember(index + 1));

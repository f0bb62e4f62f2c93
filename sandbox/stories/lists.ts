// Lists of people that stories have ready to be copied, as somebody's email would hold them.
import { AGENCY, BOOKKEEPER, contractors, NAMESAKE } from './agency';

/** Forty lines: most are found at once, and each of the others asks for another decision. */
export const FORTY_PEOPLE = [
  ...contractors.slice(0, 34).map(mailbox),
  'Grace Adeyemi <person-07@example.com>',
  NAMESAKE,
  'Ines Novotny',
  mailbox(BOOKKEEPER),
  `Invoices <invoices@${AGENCY}>`,
  // As in many a real email, somebody is in it twice.
  ...contractors.slice(0, 1).map(mailbox),
].join(';\n');

const GIVEN_NAMES = [
  'Alba',
  'Bengt',
  'Chidi',
  'Daria',
  'Emre',
  'Fleur',
  'Goran',
  'Hana',
  'Ivo',
  'Juno',
  'Kofi',
  'Lior',
];
const FAMILY_NAMES = ['Acheampong', 'Brandt', 'Costa', 'Dahl', 'Endo'];

/** Sixty lines: one has an account, and one is of a domain that isn't allowed. */
export const SIXTY_CUSTOMERS = [
  ...GIVEN_NAMES.flatMap((given) => FAMILY_NAMES.map((family) => customer(`${given} ${family}`))).slice(0, 58),
  'ada@acme.example, Ada Nowak',
  'gil@globex.example, Gil Moreau',
].join('\n');

function mailbox({ name, email }: { name: string; email: string }): string {
  return `${name} <${email}>`;
}

function customer(name: string): string {
  return `${name.toLowerCase().replace(' ', '.')}@acme.example, ${name}`;
}

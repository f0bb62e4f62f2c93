/** Names of columns, letters only. */
export const EMAIL = [
  'email',
  'emailaddress',
  'mail',
  'mailaddress',
  'emailid',
  'emailvalue',
  'workemail',
  'customeremail',
];
export const FULL_NAME = ['name', 'fullname', 'displayname', 'customername'];
export const FIRST_NAME = ['firstname', 'givenname', 'forename'];
export const LAST_NAME = ['lastname', 'surname', 'familyname'];

/** Returns the letters of a header's cell, for a comparison with the known names. */
export function wordOf(cell: string): string {
  return cell.toLowerCase().replaceAll(/\P{L}/gu, '');
}

export function positions(words: readonly string[], known: readonly string[]): number[] {
  return words.flatMap((word, at) => (known.includes(word) ? [at] : []));
}

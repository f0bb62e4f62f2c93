/** Why a line of a list can't be read. `piece`: what of it. */
export type Fault =
  | { code: 'noAddress' | 'notAnAddress' | 'hiddenCharacter'; piece: string }
  | { code: 'severalInCell' | 'moreCellsThanHeader' | 'openQuote' | 'twoEmailColumns' };

const LONGEST_SHOWN = 60;

/** Says what is wrong with a line, and what to do. */
export function faultText(fault: Fault): string {
  switch (fault.code) {
    case 'noAddress':
      return `There’s no email address in “${shortened(fault.piece)}”.`;
    case 'notAnAddress':
      return `“${shortened(fault.piece)}” isn’t an email address, or a name and an address such as “Jane Doe <jane@example.com>”.`;
    case 'hiddenCharacter':
      return `There’s a hidden character in “${shortened(fault.piece)}”. Type the address again.`;
    case 'severalInCell':
      return 'There’s more than one email address in the email cell. Use one line for each person.';
    case 'moreCellsThanHeader':
      return 'This line has more cells than the first line names columns. Put quotation marks around cells that hold separators.';
    case 'openQuote':
      return 'A quotation mark opens in this line and isn’t closed where a cell ends.';
    case 'twoEmailColumns':
      return 'More than one column is named as the email address. Leave one of them.';
  }
}

function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length <= LONGEST_SHOWN ? text : `${characters.slice(0, LONGEST_SHOWN).join('')}…`;
}

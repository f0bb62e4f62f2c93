/** Says why a line of a pasted list can't be read, by the code of its fault, and how to correct it. `{piece}`: the part that can't be read. */
export const LINE_FAULTS = {
  noAddress: 'There’s no email address in “{piece}”.',
  notAnAddress: '“{piece}” isn’t an email address, or a name and an address such as “Jane Doe <jane@example.com>”.',
  hiddenCharacter: 'There’s a hidden character in “{piece}”. Type the address again.',
  severalInCell: 'There’s more than one email address in the email cell. Use one line for each person.',
  moreCellsThanHeader:
    'This line has more cells than the first line has column names. Put quotation marks around cells that contain separators.',
  openQuote: 'A quotation mark opens in this line and isn’t closed at the end of a cell.',
  twoEmailColumns: 'More than one column is named as the email address. Keep one of them.',
} as const;

/** Says why a line of a list of members can't be taken, by the code of its fault. `{piece}`: the part that can't be read. */
export const MEMBER_FAULTS = {
  notAPerson: '“{piece}” isn’t a name, an email address, or an account ID.',
  notAnAccountId: '“{piece}” isn’t an account ID.',
  nobody: 'This line names nobody.',
  unknownAction: '“{piece}” isn’t an action. Use “add” or “remove”, or leave the cell empty.',
  unclearCommas:
    'It isn’t clear whether the commas in “{piece}” are part of a name. Put semicolons between people, or use one line for each person.',
  twoColumns: 'More than one column means the same as “{piece}”. Keep one of them.',
  repeated: 'This person is already on line {first}.',
  tooManyToLookUp:
    'This list names {n} people by email or name. At most {limit} can be looked up at a time. Split the list, or use account IDs.',
  tooMany: 'This list names {n} people. A list can hold at most {limit}. Split it.',
} as const;

/** Names the columns of a file of members: its reader knows these names, too, but for the result, which it leaves alone. */
export const MEMBER_COLUMNS = {
  accountId: 'account id',
  name: 'name',
  group: 'group',
  action: 'action',
  result: 'result',
} as const;

// Sentences of the Frame for files, and of the page around it.
export const FILE_FRAME = {
  title: 'Files',
  choose: 'Choose a file',
  drop: 'or drop one here: CSV or text, up to {limit} MB',
  reading: 'Reading {name}…',
  download: 'Download {name}',
  piece: '{label}: piece {n} of {all}',
  previousPiece: 'Previous piece',
  nextPiece: 'Next piece',
  copyTable: 'If nothing is saved, select all of it and copy it into a spreadsheet or a text file.',
  copyText: 'If nothing is saved, select all of it and copy it into a text file.',
} as const;

/** Tells why a file can't be taken, and what to do. */
export const FILE_PROBLEMS = {
  several: 'Only one file at a time. Choose or drop one.',
  tooLarge: 'This file is larger than {limit} MB. Split it, or remove columns that aren’t needed.',
  tooLong: 'This list is too long for one time. Split it, or remove columns that aren’t needed.',
  tooMany: 'This file has {n} people and lines that aren’t understood. Up to {most} at a time: split it.',
  workbook: 'This is an Excel workbook. In Excel, save it as “CSV UTF-8 (Comma delimited)”, then choose that file.',
  notText: 'This isn’t a text file. Choose a CSV or text file.',
  empty: 'This file is empty. Choose another one.',
  unreadable: 'Your browser can’t read this file. Close it in other programs, then choose it again.',
  unclear: 'More than {n} lines of this file don’t name a person. Choose a list of people.',
} as const;

export const CHOSEN_FILE = {
  people: {
    one: '{name} names {count} person.',
    other: '{name} names {count} people.',
  },
  guessed:
    'The file doesn’t say how its letters are written. If names look wrong, save it as “CSV UTF-8” and choose it again.',
  remove: 'Paste people instead',
} as const;

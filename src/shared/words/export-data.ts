import type { Sentence } from './format';

/** Holds the words around the export of everything that the app holds. */
export const EXPORT_DATA = {
  heading: 'Export',
  start: 'Export data',
  progress: { one: '{n} row read.', other: '{n} rows read.' },
  complete: { one: 'Complete: {n} row.', other: 'Complete: {n} rows.' },
  stopped: {
    one: 'Stopped after {n} row. The file says that it isn’t complete.',
    other: 'Stopped after {n} rows. The file says that it isn’t complete.',
  },
  keep: 'Stop and keep what was read',
  file: 'Data, a JSON object a line',
} as const satisfies Record<string, Sentence>;

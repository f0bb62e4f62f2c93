import { z } from 'zod/mini';

/** Names the lines of a change that are shown: all, those that it changes or leaves as they are, or those with one verdict or outcome. */
export const ShownLines = z.enum([
  'all',
  'changed',
  'notChanged',
  'willChange',
  'nothingToDo',
  'notAllowed',
  'choose',
  'succeeded',
  'unchanged',
  'refused',
  'failed',
  'unknown',
  'left',
  'notTried',
]);
export type ShownLines = z.infer<typeof ShownLines>;

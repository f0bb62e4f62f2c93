import { createContext } from 'react';

/** Does something after a while. Returns what calls it off. */
export type Later = (task: () => void, ms: number) => () => void;

/** Gives the clock of what a page does by itself. */
export const LaterContext = createContext<Later>(afterTimeout);

function afterTimeout(task: () => void, ms: number): () => void {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
}

import { useRef, useState } from 'react';

import type { ChosenList } from '../../files/protocol';
import type { Effect } from './list-lines';

/** Holds what somebody entered: a file takes the place of the text. */
export interface WrittenList {
  text: string;
  effect: Effect;
  file?: ChosenList | undefined;
}

/** Holds what is entered. The text field keeps its input itself, and is drawn again when it's marked, to take the focus. */
export function useWritten(initial: WrittenList, firstProblem: string | undefined) {
  const typed = useRef(initial.text);
  const [effect, setEffect] = useState(initial.effect);
  const [file, setFile] = useState(initial.file);
  const [problem, setProblem] = useState(firstProblem);
  const [drawn, setDrawn] = useState({ text: initial.text, marks: 0 });
  function redraw() {
    setDrawn(({ marks }) => ({ text: typed.current, marks: marks + 1 }));
  }
  return {
    effect,
    file,
    problem,
    drawn,
    setEffect,
    now: (): WrittenList => ({ text: typed.current, effect, file }),
    edit: (value: string) => {
      typed.current = value;
      if (problem !== undefined) setProblem(undefined);
    },
    setFile: (next: ChosenList | undefined, found?: string) => {
      setFile(next);
      setProblem(found);
      if (next === undefined) redraw();
    },
    /** Marks what was entered with why it can't be taken, which it returns. */
    check: (found: string | undefined) => {
      setProblem(found);
      if (found !== undefined) redraw();
      return found;
    },
  };
}

import { view } from '@forge/bridge';
import { useRef, useState } from 'react';

import type { Configuration } from './configuration';
import { INPUTS, missingProblem } from './inputs';
import type { InputName } from './inputs';

/**
 * Keeps the typed values and gives them to Automation at every change: otherwise they're lost when the person goes to another part of the rule.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/automation-action/#maintaining-configuration-state
 */
export function useConfiguration(start: Configuration) {
  const [{ values, problems }, set] = useState(start);
  const [isRefused, setRefused] = useState(false);
  // The product calls what the drawing on the screen handed over, and two fields can change before the next one is there.
  const newest = useRef(start.values);
  function submit(): void {
    void view.submit(newest.current).then(
      () => setRefused(false),
      () => setRefused(true),
    );
  }
  return {
    values,
    problems,
    /** Automation didn't accept the last input. */
    isRefused,
    edit: (name: InputName, text: string): void => {
      const typed = { ...newest.current, [name]: text };
      newest.current = typed;
      set((before) => ({ values: typed, problems: { ...before.problems, [name]: missingProblem(name, text) } }));
      submit();
    },
    /** Runs for the product's own button. An incomplete form stays open; Automation has its values from the changes. */
    finish: (): void => {
      const missing = missingIn(newest.current);
      set((before) => ({ ...before, problems: { ...before.problems, ...missing.problems } }));
      if (missing.isComplete) submit();
    },
  };
}

function missingIn(values: Configuration['values']) {
  const missing = INPUTS.flatMap((name) => {
    const problem = missingProblem(name, values[name]);
    return problem === undefined ? [] : [[name, problem] as const];
  });
  return { isComplete: missing.length === 0, problems: Object.fromEntries(missing) };
}

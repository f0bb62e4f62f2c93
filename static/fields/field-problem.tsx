import { ErrorMessage } from '@forge/react';

import { CONTROLS } from '../../src/shared/words/controls';
import { say } from '../../src/shared/words/format';
import type { Failure } from '../api';

/** Returns what a failure says about one field, or about a line or item in it; undefined if nothing. */
export function problemOf(failure: Failure | undefined, field: string): string | undefined {
  if (failure?.code !== 'INVALID_INPUT') return undefined;
  const found = failure.fields.filter((problem) => problem.field === field || problem.field.startsWith(`${field}.`));
  if (found.length === 0) return undefined;
  return found
    .map((problem) => {
      const line = Number.parseInt(problem.field.slice(field.length + 1), 10);
      return Number.isNaN(line) ? problem.message : say(CONTROLS.line, { line: line + 1, problem: problem.message });
    })
    .join(' ');
}

/** Returns a failure, unless each of its problems is shown at one of these fields. */
export function failureBesides(failure: Failure | undefined, fields: readonly string[]): Failure | undefined {
  return failure !== undefined && isShownAt(failure, fields) ? undefined : failure;
}

/** Shows the problem below a field, if there is one. */
export function FieldProblem({ problem }: { problem: string | undefined }) {
  return problem === undefined ? null : <ErrorMessage>{problem}</ErrorMessage>;
}

function isShownAt(failure: Failure, fields: readonly string[]): boolean {
  return (
    failure.code === 'INVALID_INPUT' &&
    failure.fields.every(({ field }) => fields.some((shown) => field === shown || field.startsWith(`${shown}.`)))
  );
}

import type { LineState, RunLine } from './stored-run';

/** Returns the id of one attempt of a line: after a kill, whoever comes next names it alike. */
export function attemptIdOf(runId: string, { number }: Pick<RunLine, 'number'>, attempt: LineState['attempt']): string {
  return `${runId}#${String(number)}#${String(attempt)}`;
}

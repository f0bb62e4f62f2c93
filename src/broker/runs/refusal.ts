import type { RefusedSubject } from '../audit/entries';
import { AppError } from '../errors';
import type { Kind, Run } from './job';

/** Returns what a refusal is about: what was thrown knows best; else what the next write would have been judged by. */
export function aboutRefusal<K extends Kind>(
  { job, known }: Pick<Run<K>, 'job' | 'known'>,
  thrown?: unknown,
): RefusedSubject {
  const shown = known === undefined ? undefined : job.subject?.(known.facts);
  return { ...shown, ...(thrown instanceof AppError && thrown.subject) };
}

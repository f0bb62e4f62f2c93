import type { RefusedSubject } from '../audit/entries';
import { AppError } from '../errors';
import type { Kind, Run } from './job';

/** Returns the subject of a refusal: the thrown error's own, or else that of the facts for the next write. */
export function aboutRefusal<K extends Kind>(
  { job, known }: Pick<Run<K>, 'job' | 'known'>,
  thrown?: unknown,
): RefusedSubject {
  const shown = known === undefined ? undefined : job.subject?.(known.facts);
  return { ...shown, ...(thrown instanceof AppError && thrown.subject) };
}

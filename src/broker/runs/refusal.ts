import type { ForbiddenReason } from '../../shared/result';
import type { Refusal, RefusedSubject } from '../audit/entries';
import { foldRefusals } from '../audit/fold-refusals';
import { AppError } from '../errors';
import { instant } from '../instant';
import type { Kind, Run } from './job';

/** A command that may not be carried out, and why. */
export interface Refused<K extends Kind> {
  command: K['command'];
  reason: ForbiddenReason;
}

/** Records that commands were refused, alike ones once. `thrown`: the error that says so, for all of them. */
export async function recordRefused<K extends Kind>(
  { ports, job, known }: Pick<Run<K>, 'ports' | 'job' | 'known'>,
  refused: readonly Refused<K>[],
  thrown?: unknown,
): Promise<void> {
  const at = instant(ports.clock);
  const refusals = refused.flatMap(({ command, reason }): Refusal[] => {
    const about = job.refusal?.(command, known);
    return about === undefined ? [] : [{ at, ...about, ...subjectIn(thrown), reason }];
  });
  if (refusals.length > 0) await ports.auditLog.refuse(...foldRefusals(refusals));
}

/** Returns the subject of a refusal: the thrown error's own, or else that of the facts for the next write. */
export function aboutRefusal<K extends Kind>(
  { job, known }: Pick<Run<K>, 'job' | 'known'>,
  thrown?: unknown,
): RefusedSubject {
  const shown = known === undefined ? undefined : job.subject?.(known.facts);
  return { ...shown, ...subjectIn(thrown) };
}

/** Returns the subject that an error names. */
export function subjectIn(thrown: unknown): RefusedSubject {
  return thrown instanceof AppError ? thrown.subject : {};
}

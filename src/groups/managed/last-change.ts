import type { GroupRecord } from '../facts';

/** Returns when something was changed last in a group through the app, and by which attempt. */
export function lastChangeOf({ lastChange, recordedAt, attemptId }: GroupRecord): { at: string; attemptId?: string } {
  const [at = recordedAt, ...rest] = lastChange?.split('#') ?? [];
  const last = rest.length > 0 ? rest.join('#') : attemptId;
  return { at, ...(last !== undefined && { attemptId: last }) };
}

import type { Refusal } from './entries';

/** Returns what refusals of one caller and hour have in common that are one entry, with a count. */
export function foldOf({ action, reason, spaceId, groupId, projectId, runId }: Omit<Refusal, 'at'>): string {
  return JSON.stringify([action, reason, spaceId, groupId, projectId, runId]);
}

/** Keeps one of those that are one entry. */
export function foldRefusals<One extends Omit<Refusal, 'at'>>(refusals: readonly One[]): One[] {
  return [...new Map(refusals.map((one) => [foldOf(one), one])).values()];
}

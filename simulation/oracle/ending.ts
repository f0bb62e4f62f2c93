// How a run of a function ended, as a word.
import type { Invocation } from './history';

export const ENDINGS = ['ok', 'error', 'killed', 'timedOut'] as const;

/** Tells how a function ended; `error`: with any code. */
export type Ending = (typeof ENDINGS)[number];

/** Returns `ok`, the code that was answered (of a refusal: its reason), or how else the function ended. */
export function endingOf({ end }: Invocation): string {
  if (end === undefined) return 'open';
  if (end.how === 'answered') return codeIn(end.value) ?? 'ok';
  return end.how === 'failed' ? `failed ${end.code}` : end.how;
}

/** Finds the code in the answer of a page, of the REST API, or of the automation action. */
function codeIn(value: unknown): string | undefined {
  const { error, errors, body } = recordOf(value);
  if (Array.isArray(errors)) return 'REFUSED_TO_RULE';
  const { code, reason } = recordOf(typeof body === 'string' ? jsonOf(body) : error);
  const told = reason ?? code;
  return typeof told === 'string' ? told : undefined;
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

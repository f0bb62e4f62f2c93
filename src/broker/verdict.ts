/** A yes with its value, or a no with its reason. */
export type Verdict<T, Reason> = { allowed: true; value: T } | { allowed: false; reason: Reason };

/** A yes of which nothing comes. */
export const ALLOWED: Verdict<undefined, never> = { allowed: true, value: undefined };

/** Makes a yes. */
export function allow<T>(value: T): { allowed: true; value: T } {
  return { allowed: true, value };
}

/** Makes a no. */
export function refuse<Reason>(reason: Reason): { allowed: false; reason: Reason } {
  return { allowed: false, reason };
}

const idOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id : undefined;

/** The accountIds that a user picker hands over: one person, several, or none when it was cleared. */
export const pickedIds = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).map(idOf).filter((id) => id !== undefined);

/** The accountId of the one person picked. */
export const pickedId = (value: unknown): string | undefined => pickedIds(value)[0];

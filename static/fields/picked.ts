/** Returns the accountIds that a user picker hands over: one person, several, or none when it was cleared. */
export function pickedIds(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).map(idOf).filter((id) => id !== undefined);
}

/** Returns the accountId of the one person picked. */
export function pickedId(value: unknown): string | undefined {
  return pickedIds(value)[0];
}

/** Returns the name of the one person picked, if the picker tells it. */
export function pickedName(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
    ? value.name
    : undefined;
}

function idOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
    ? value.id
    : undefined;
}

/** Stands for an object that isn't there. It survives in addresses and in JSON. */
export function missing(what: string): string {
  return `not-given.${what.replaceAll(/[^\w-]+/g, '-')}.`;
}

// What a site doesn't have, named where its id would stand: the calls that need it are not made.
const MARK = /not-given\.([\w-]+)\./;

/** Finds the first missing object that a call names. */
export function missingIn(text: string): string | undefined {
  return MARK.exec(text)?.[1];
}

/** Stands for an object that isn't there. It survives in addresses and in JSON. */
export function missing(what: string): string {
  return `not-given.${what.replaceAll(/[^\w-]+/g, '-')}.`;
}

// Objects that a site lacks, named in place of their ids: calls that need them aren't made.
const MARK = /not-given\.([\w-]+)\./;

/** Finds the first missing object that a call names. */
export function missingIn(text: string): string | undefined {
  return MARK.exec(text)?.[1];
}

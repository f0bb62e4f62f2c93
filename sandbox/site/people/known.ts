/** Returns the thing, or throws an error that names it as missing from the site. */
export function known<T>(thing: T | undefined, name: string): T {
  if (thing === undefined) {
    throw new Error(`The site has no ${name}`);
  }
  return thing;
}

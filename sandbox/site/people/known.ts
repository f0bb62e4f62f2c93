/** The thing, or an error that names what the site lacks. */
export function known<T>(thing: T | undefined, name: string): T {
  if (thing === undefined) {
    throw new Error(`The site has no ${name}`);
  }
  return thing;
}

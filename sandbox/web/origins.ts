// Two names of this machine make two origins of one server, as Atlassian's sites and its CDN for apps are.
const NAMES = { localhost: '127.0.0.1', '127.0.0.1': 'localhost' } as const;

/** Returns the origin of the product's page for a resource in it, and the other way round. */
export function otherOrigin(origin: string): string {
  const url = new URL(origin);
  const name = Object.entries(NAMES).find(([own]) => own === url.hostname)?.[1];
  if (name !== undefined) url.hostname = name;
  return url.origin;
}

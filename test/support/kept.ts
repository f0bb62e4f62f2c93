import type { World } from './integration';

/** Returns all that the app keeps but for the audit, which counts refusals: settings, which group belongs where, quotas, old credentials. */
export function kept({ forge }: World) {
  const { plain, secret, entities } = forge.kvs.dump();
  const { 'audit-entry': _entries, 'audit-outcome': _outcomes, ...rest } = entities;
  return { plain, secret, ...rest };
}

/** Returns the same, with the site. */
export function siteAndKept(world: World) {
  return { site: world.snapshot().site, kept: kept(world) };
}

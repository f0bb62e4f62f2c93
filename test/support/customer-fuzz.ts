// What the fuzz tests of customers share.
import type { World } from './integration';

/** The same examples in every run; a failure names its own. */
export const SEED = 20_261_122;
/** What the app must not tell of itself. */
export const INSIDES = /\n\s+at |node_modules|\/src\/|[A-Z]\w+Error\b/;

/** Ids that exist, to be tried where a pattern asks for one. */
export function idsOf(world: World): string[] {
  return [
    '10010',
    '10011',
    '1',
    '2',
    'SUP',
    'PRIV',
    'SUP-1',
    'PRIV-1',
    world.groupId('support-team'),
    ...['site-admin', 'acme-customer', 'agent'].map((handle) => world.id(handle)),
  ];
}

/** All that can be kept but for the audit, which counts refusals. */
export function keptBy(world: World) {
  const { plain, secret, entities } = world.forge.kvs.dump();
  const { 'audit-entry': _entries, 'audit-outcome': _outcomes, ...rest } = entities;
  return { site: world.snapshot().site, plain, secret, ...rest };
}

// What the fuzz tests of customers share.
import type { World } from './integration';

/** The same examples in every run; a failure names its own. */
export const SEED = 20_261_122;

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

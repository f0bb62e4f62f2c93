// The demo site with the first unit of the large one: a space whose 300 groups match the pattern.
import { seedSchema } from '../../sandbox/site/seed';
import { demoSeed } from '../../sandbox/site/seeds/demo';
import { largeSeed } from '../../sandbox/site/seeds/large';

export const UNIT = 'UNIT0001';

/** Returns the seed. The groups have no members. */
export function manyGroups() {
  const groups = largeSeed.groups.filter(({ name }) => name.startsWith(UNIT.toLowerCase()));
  const spaces = largeSeed.spaces.filter(({ key }) => key === UNIT);
  return seedSchema.parse({
    ...demoSeed,
    groups: [...demoSeed.groups, ...groups.map((group) => ({ ...group, members: [] }))],
    spaces: [
      ...demoSeed.spaces,
      ...spaces.map((space) => ({ ...space, owner: 'space-admin', admins: ['space-admin'] })),
    ],
  });
}

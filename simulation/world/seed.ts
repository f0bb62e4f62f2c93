// The simulated site: the demo site, which has every kind of person and group, without what an earlier version of the app left, and with
// people enough for a list of two parts.
import { seedSchema } from '../../sandbox/site/seed';
import { demoSeed } from '../../sandbox/site/seeds/demo';
import { staffMember } from '../../sandbox/site/seeds/people';

const more = Array.from({ length: 70 }, (_, index) => staffMember(61 + index));

export const simulatedSite = seedSchema.parse({
  ...demoSeed,
  people: [...demoSeed.people, ...more],
  groups: demoSeed.groups.map((group) =>
    group.name === 'confluence-users'
      ? { ...group, members: [...group.members, ...more.map(({ handle }) => handle)] }
      : group,
  ),
  appStorage: { plain: {}, secret: {} },
});

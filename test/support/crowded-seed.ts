// The demo site with more people, who may use Confluence as the others do.
import { demoSeed } from '../../sandbox/site/seeds/demo';
import { staffMember } from '../../sandbox/site/seeds/people';

/** Beyond the numbers of the demo site's staff. */
const FIRST = 1_001;

/** Returns so many people, and the seed that they are part of. */
export function crowdedSeed(count: number) {
  const crowd = Array.from({ length: count }, (_none, index) => staffMember(FIRST + index));
  const seed: typeof demoSeed = {
    ...demoSeed,
    people: [
      ...demoSeed.people,
      ...crowd.map((person) => ({ ...person, accountType: 'atlassian' as const, status: 'active' as const })),
    ],
    groups: demoSeed.groups.map((group) =>
      group.members.includes('person-60')
        ? { ...group, members: [...group.members, ...crowd.map(({ handle }) => handle)] }
        : group,
    ),
  };
  return { crowd, seed };
}

// The two sites of the bench, each with the groups that its journeys need.
import type { AppModule } from '../../sandbox/contract/forge';
import { seedSchema, type Seed } from '../../sandbox/site/seed';
import { demoSeed } from '../../sandbox/site/seeds/demo';
import { largeSeed } from '../../sandbox/site/seeds/large';
import { staff, staffMember } from '../../sandbox/site/seeds/people';
import { people, type Prepared } from './journey';
import { openSite } from './open-site';
import { takeThem } from './takeovers';

/** Of this name on the large site, where it has 20,000 members; made on the demo site. */
const LARGE_GROUP = 'demo-everyone';
/** People of the demo site: enough for the longest list. */
const PEOPLE = 2100;

export const SITES: Readonly<Record<'demo' | 'large', () => Seed>> = {
  demo: () => withPeople(PEOPLE),
  large: () => largeSeed,
};

/** Opens a site with a small group and a large one in DEMO. */
export async function prepare(name: keyof typeof SITES, app: AppModule): Promise<Prepared> {
  const site = await openSite({ name, seed: SITES[name](), app });
  const { model } = site.sandbox.site;
  const found = [...model.groups.values()].find((group) => group.name === LARGE_GROUP);
  const largeId = found?.id ?? model.addGroup(LARGE_GROUP);
  if (found === undefined) for (const accountId of people(site, 1, PEOPLE)) model.addMember(largeId, accountId);
  await site.global('site-admin', 'confirmSiteAdmin', {});
  await takeThem(site, [{ groupId: largeId, groupName: LARGE_GROUP }]);
  const { groupId } = await site.space('space-admin', 'createGroup', { name: 'small' });
  return { site, largeId, smallId: groupId, freshId: '' };
}

/** The demo site, on which more people may use Confluence. */
function withPeople(count: number): Seed {
  const more = Array.from({ length: count - staff.length }, (_, index) => staffMember(staff.length + index + 1));
  const handles = more.map(({ handle }) => handle);
  const groups = demoSeed.groups.map((group) =>
    group.name === 'confluence-users' ? { ...group, members: [...group.members, ...handles] } : group,
  );
  return seedSchema.parse({ ...demoSeed, people: [...demoSeed.people, ...more], groups });
}

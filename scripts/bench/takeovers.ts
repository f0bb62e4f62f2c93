// Groups that exist on the site, and are given to DEMO in one go.
import type { TakeoverView } from '../../src/shared/groups/takeovers';
import type { Prepared } from './journey';
import type { BenchSite } from './open-site';
import { watched } from './watched';

const GROUPS = 300;

/** Adds groups to the site, and lets the site admin confirm that they are one. */
export async function addGroupsToTake({ site }: Prepared, round: number): Promise<void> {
  for (let number = 1; number <= GROUPS; number += 1) {
    site.sandbox.site.model.addGroup(`${prefixOf(round)}${String(number)}`);
  }
  await site.global('site-admin', 'confirmSiteAdmin', {});
}

/** Plans to take the groups over, applies it, and waits until all belong to DEMO. */
export async function takeOver({ site }: Prepared, round: number): Promise<void> {
  const groups = [...site.sandbox.site.model.groups.values()].filter(({ name }) => name.startsWith(prefixOf(round)));
  const { done } = await takeThem(
    site,
    groups.map(({ id, name }) => ({ groupId: id, groupName: name })),
  );
  if (done.succeeded !== GROUPS) throw new Error(`Of ${String(GROUPS)} groups: ${JSON.stringify(done)}`);
}

/** Takes these groups over for DEMO. */
export async function takeThem(
  site: BenchSite,
  found: readonly { groupId: string; groupName: string }[],
): Promise<TakeoverView> {
  const spaceId = site.spaceIdOf('DEMO');
  const groups = found.map(({ groupId, groupName }) => ({ groupId, groupName, spaceId }));
  const { changeId, version } = await site.global('site-admin', 'planTakeover', { groups });
  await site.global('site-admin', 'applyTakeover', { changeId, version });
  return watched(site, async () => site.global('site-admin', 'watchTakeover', { changeId }));
}

function prefixOf(round: number): string {
  return `demo-taken-${String(round)}-`;
}

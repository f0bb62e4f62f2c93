// Somebody begins something: a person on a page, a script, an automation rule.
import { happens, oneOf, weighted } from '../choices';
import type { Choices, Taste } from '../choices';
import type { Draw } from '../oracle/history';
import type { World } from '../world/world';
import { CALLS_ABOUT_CUSTOMERS, doInCustomers } from './customers';
import { onPage, type Doing } from './doing';
import { CALLS_FOR } from './focus';
import { onGlobalPage } from './global-page';
import { orBent } from './hostile';
import { nextInSpace, nextOnSite } from './next';
import { anAdmin, aSpaceAdmin } from './people';
import { only, pick, type Picking } from './pick';
import { seenIn } from './seen';
import { onSpacePage } from './space-page';

interface Door {
  name: string;
  weight: number;
  calls: ReadonlySet<string>;
  open: (world: World, picking: Picking) => Doing | undefined;
}

const DOORS: readonly Door[] = [
  { name: 'a space', weight: 10, calls: new Set(Object.keys(onSpacePage)), open: inSpace },
  { name: 'the site', weight: 4, calls: new Set(Object.keys(onGlobalPage)), open: onSite },
  { name: 'customers', weight: 7, calls: CALLS_ABOUT_CUSTOMERS, open: doInCustomers },
];

/** Cases in 1,000 in which an actor does what leads to the operation that the world aims at. */
const WANTED = 850;

/** Lets somebody begin something. */
export async function begin(world: World, choices: Choices, likes: { taste: Taste; aimedAt?: string }): Promise<Draw> {
  const { taste, aimedAt } = likes;
  const leading = aimedAt === undefined ? [] : (CALLS_FOR[aimedAt] ?? []);
  const wanted = happens(choices, WANTED) ? oneOf(choices, leading) : undefined;
  const doors = wanted === undefined ? DOORS : DOORS.filter(({ calls }) => calls.has(wanted));
  const liked = doors.map((door) => ({ ...door, weight: door.weight * taste(door.name) * nightly(world, door) }));
  const picking = { seen: seenIn(world), choices, taste, ...(wanted !== undefined && { wanted }) };
  const doing = weighted(choices, liked)?.open(world, picking);
  if (doing === undefined) return { kind: 'nothing' };
  // Its answer or failure is recorded where it ends; whom the platform doesn't let in learns nothing.
  void doing.begin().catch(() => {});
  const { actor, operation, unfit } = doing;
  return { kind: 'begin', actor, operation, ...(unfit === true && { unfit }) };
}

const DAY_MS = 86_400_000;
const NIGHT_MS = 20_000;

/** Says how much more often a door is used around midnight: scripts of the night are about customers. */
function nightly({ now }: World, { open }: Door): number {
  const isNight = (now() + NIGHT_MS / 2) % DAY_MS < NIGHT_MS;
  return isNight && open === doInCustomers ? 20 : 1;
}

function inSpace(world: World, picking: Picking): Doing | undefined {
  const { seen, choices, wanted } = picking;
  const { spaceId, key, ...admin } = aSpaceAdmin(seen, choices);
  const next = wanted ?? (happens(choices, 550) ? nextInSpace(seen, spaceId) : undefined);
  const sent = pick(only(onSpacePage, next), picking, { spaceId });
  // What the page says about its place is a claim, too.
  const claim = orBent(seen, choices, { space: { id: spaceId, key } });
  const by = { ...admin, unfit: admin.unfit || claim.isBent };
  return onPage(world, by, sent, { moduleKey: 'space-settings', context: { extension: claim.payload } });
}

function onSite(world: World, picking: Picking): Doing | undefined {
  const { seen, choices, wanted } = picking;
  const admin = anAdmin(seen, choices);
  const { accountId } = admin;
  const next = wanted ?? (happens(choices, 600) ? nextOnSite(seen, accountId) : undefined);
  const sent = pick(only(onGlobalPage, next), picking, { accountId });
  return onPage(world, admin, sent, { moduleKey: 'global-settings' });
}

// Changes that the app doesn't hear of: of the site, of what is decided about the app, and repairs of both.
import { happens, weighted } from '../choices';
import type { Choices, Taste } from '../choices';
import type { Draw } from '../oracle/history';
import type { World } from '../world/world';
import { DECISIONS } from './decisions';
import { KEY_PEOPLE } from './people';
import { REPAIRS } from './repairs';
import { seenIn } from './seen';
import type { Seen } from './seen';
import { CHANGES } from './site-changes';

/** Says how a world changes: see the temper of the driver. */
interface Changing {
  mends: number;
  near: number;
  taste: Taste;
}

/** Names changes by which what is under way may no longer go on. */
const WITHDRAWALS = [
  'protectGroup',
  'manageGroupOutside',
  'deleteGroup',
  'setStatus',
  'changeSpaceAdmin',
  'archiveSpace',
];

/** Makes one change. In some cases it withdraws what is under way, or mends what was broken, or spares those without whom hardly anything goes on. */
export function changeSite(world: World, choices: Choices, { mends, near, taste }: Changing): Draw {
  const isNear = happens(choices, near);
  const isRepair = !isNear && happens(choices, mends);
  const spared = happens(choices, mends) ? sparing(seenIn(world)) : seenIn(world);
  const seen = isNear ? nearby(world, spared) : spared;
  const names = isNear ? WITHDRAWALS : Object.keys(isRepair ? REPAIRS : { ...CHANGES, ...DECISIONS });
  const change =
    weighted(
      choices,
      names.map((name) => ({ name, weight: taste(name) })),
    )?.name ?? 'none';
  const about = isRepair
    ? REPAIRS[change]?.(world)
    : (CHANGES[change]?.(seen, choices) ?? DECISIONS[change]?.(world, choices));
  if (about === undefined) return { kind: 'nothing' };
  world.noteChange();
  return { kind: 'change', change, about };
}

/** Hides key people from whoever changes accounts. */
function sparing(seen: Seen): Seen {
  const spared = new Set(KEY_PEOPLE.map((handle) => seen.model.accountOf(handle).accountId));
  return { ...seen, people: () => seen.people().filter((id) => !spared.has(id)) };
}

/** Shows whoever and whatever is named by what is under way, and the rest where nothing is. */
function nearby({ calls }: World, seen: Seen): Seen {
  const runs = [...calls.runs.values()].map(({ invocation }) => invocation);
  const sent = [...calls.open].map(({ call: { path, body } }) => [path, body]);
  const text = JSON.stringify([runs.map(({ accountId, payload, context }) => [accountId, payload, context]), sent]);
  function named<Thing>(things: readonly Thing[], idOf: (thing: Thing) => string): readonly Thing[] {
    const some = things.filter((thing) => text.includes(idOf(thing)));
    return some.length > 0 ? some : things;
  }
  return {
    ...seen,
    recorded: (spaceId) => [...named(seen.recorded(spaceId), (id) => id)],
    people: () => [...named(seen.people(), (id) => id)],
    spaces: () => [...named(seen.spaces(), ({ id }) => id)],
  };
}

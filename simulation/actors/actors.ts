// Somebody begins something: a person on a page, a script, an automation rule.
import { happens, weighted } from '../choices';
import type { Choices, Taste } from '../choices';
import type { Draw } from '../oracle/history';
import type { World } from '../world/world';
import { doInCustomers } from './customers';
import type { Doing } from './doing';
import { onGlobalPage } from './global-page';
import { nextInSpace, nextOnSite } from './next';
import { anAdmin, aSpaceAdmin } from './people';
import { only, pick, type Picking } from './pick';
import { seenIn } from './seen';
import { onSpacePage } from './space-page';

interface Door {
  name: string;
  weight: number;
  open: (world: World, picking: Picking) => Doing | undefined;
}

const DOORS: readonly Door[] = [
  { name: 'a space', weight: 10, open: inSpace },
  { name: 'the site', weight: 4, open: onSite },
  { name: 'customers', weight: 4, open: doInCustomers },
];

/** Lets somebody begin something. */
export async function begin(world: World, choices: Choices, taste: Taste): Promise<Draw> {
  const doors = DOORS.map((door) => ({ ...door, weight: door.weight * taste(door.name) }));
  const doing = weighted(choices, doors)?.open(world, { seen: seenIn(world), choices, taste });
  if (doing === undefined) return { kind: 'nothing' };
  // Its answer or failure is recorded where it ends; whom the platform doesn't let in learns nothing.
  void doing.begin().catch(() => {});
  const { actor, operation, unfit } = doing;
  return { kind: 'begin', actor, operation, ...(unfit === true && { unfit }) };
}

function inSpace({ sandbox }: World, picking: Picking): Doing | undefined {
  const { seen, choices } = picking;
  const { accountId, unfit, spaceId, key } = aSpaceAdmin(seen, choices);
  const next = happens(choices, 550) ? nextInSpace(seen, spaceId) : undefined;
  const sent = pick(next === undefined ? onSpacePage : only(onSpacePage, next), picking, { spaceId });
  const context = { extension: { space: { id: spaceId, key } } };
  return (
    sent && {
      actor: accountId,
      operation: sent.functionKey,
      unfit,
      begin: () => sandbox.invoke({ moduleKey: 'space-settings', ...sent, accountId, context }),
    }
  );
}

function onSite({ sandbox }: World, picking: Picking): Doing | undefined {
  const { seen, choices } = picking;
  const { accountId, unfit } = anAdmin(seen, choices);
  const next = happens(choices, 600) ? nextOnSite(seen, accountId) : undefined;
  const sent = pick(next === undefined ? onGlobalPage : only(onGlobalPage, next), picking, { accountId });
  return (
    sent && {
      actor: accountId,
      operation: sent.functionKey,
      unfit,
      begin: () => sandbox.invoke({ moduleKey: 'global-settings', ...sent, accountId }),
    }
  );
}

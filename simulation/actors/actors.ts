// Somebody begins something: a person on a page, a script, an automation rule.
import { happens, weighted } from '../choices';
import type { Choices } from '../choices';
import type { Draw } from '../oracle/history';
import type { World } from '../world/world';
import { doInCustomers } from './customers';
import type { Doing } from './doing';
import { onGlobalPage } from './global-page';
import { nextInSpace, nextOnSite } from './next';
import { anAdmin, aSpaceAdmin } from './people';
import { only, pick } from './pick';
import { seenIn } from './seen';
import type { Seen } from './seen';
import { onSpacePage } from './space-page';

const DOORS: readonly { weight: number; open: (world: World, seen: Seen, choices: Choices) => Doing | undefined }[] = [
  { weight: 10, open: inSpace },
  { weight: 4, open: onSite },
  { weight: 4, open: doInCustomers },
];

/** Lets somebody begin something. */
export async function begin(world: World, choices: Choices): Promise<Draw> {
  const doing = weighted(choices, DOORS)?.open(world, seenIn(world), choices);
  if (doing === undefined) return { kind: 'nothing' };
  // Its answer or failure is recorded where it ends; whom the platform doesn't let in learns nothing.
  void doing.begin().catch(() => {});
  const { actor, operation, unfit } = doing;
  return { kind: 'begin', actor, operation, ...(unfit === true && { unfit }) };
}

function inSpace({ sandbox }: World, seen: Seen, choices: Choices): Doing | undefined {
  const { accountId, unfit, spaceId, key } = aSpaceAdmin(seen, choices);
  const next = happens(choices, 400) ? nextInSpace(seen, spaceId) : undefined;
  const sent = pick(next === undefined ? onSpacePage : only(onSpacePage, next), seen, choices, { spaceId });
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

function onSite({ sandbox }: World, seen: Seen, choices: Choices): Doing | undefined {
  const { accountId, unfit } = anAdmin(seen, choices);
  const next = happens(choices, 600) ? nextOnSite(seen, accountId) : undefined;
  const sent = pick(next === undefined ? onGlobalPage : only(onGlobalPage, next), seen, choices, { accountId });
  return (
    sent && {
      actor: accountId,
      operation: sent.functionKey,
      unfit,
      begin: () => sandbox.invoke({ moduleKey: 'global-settings', ...sent, accountId }),
    }
  );
}

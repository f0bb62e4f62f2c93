// Somebody begins something: a person on a page, a script, an automation rule.
import { weighted } from '../choices';
import type { Choices } from '../choices';
import type { Draw } from '../oracle/history';
import type { World } from '../world/world';
import { doInCustomers } from './customers';
import type { Doing } from './doing';
import { onGlobalPage } from './global-page';
import { anAdmin, aSpaceAdmin } from './people';
import { pick } from './pick';
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
  return { kind: 'begin', actor: doing.actor, operation: doing.operation };
}

function inSpace({ sandbox }: World, seen: Seen, choices: Choices): Doing | undefined {
  const { accountId, spaceId, key } = aSpaceAdmin(seen, choices);
  const sent = pick(onSpacePage, seen, choices, { spaceId });
  const context = { extension: { space: { id: spaceId, key } } };
  return (
    sent && {
      actor: accountId,
      operation: sent.functionKey,
      begin: () => sandbox.invoke({ moduleKey: 'space-settings', ...sent, accountId, context }),
    }
  );
}

function onSite({ sandbox }: World, seen: Seen, choices: Choices): Doing | undefined {
  const accountId = anAdmin(seen, choices);
  const sent = pick(onGlobalPage, seen, choices, { accountId });
  return (
    sent && {
      actor: accountId,
      operation: sent.functionKey,
      begin: () => sandbox.invoke({ moduleKey: 'global-settings', ...sent, accountId }),
    }
  );
}

// A thousand people who are to be members of a group: by a script with confluence.js, or by the app.
import { createV1Client } from 'confluence.js';

import { demoSeed } from '../../../sandbox/site/seeds/demo';
import type { ChangeLine } from '../../../src/shared/groups/changes';
import { people } from '../journey';
import { addListed, readLines } from '../lists';
import { blindly, inTurns } from './blind-retry';
import type { Contender, Told } from './contender';
import { HOST } from './through-site';

/** Adds them as an admin's script does, so many at a time. */
export function membershipScript(atOnce: number, count: number): Contender {
  return {
    name: atOnce === 1 ? 'confluence.js, one after the other' : `confluence.js, ${String(atOnce)} at a time`,
    work: async ({ site, freshId: groupId }) => {
      const { email } = site.sandbox.site.model.accountOf('site-admin');
      const { group } = createV1Client({ host: HOST, auth: { type: 'basic', email, apiToken: demoSeed.apiToken } });
      async function add(accountId: string): Promise<void> {
        await blindly(site, async () => group.addUserToGroupByGroupId({ groupId, accountId }));
      }
      return site.hurried(inTurns(people(site, 1, count), atOnce, add));
    },
  };
}

/** Adds them as a space's admin does, with a list. */
export function membershipList(count: number): Contender {
  return {
    name: 'Space Steward',
    work: async (prepared) => {
      const { changeId } = await addListed(prepared, count);
      const lines = await readLines(prepared, changeId);
      return lines.map(({ accountId, outcome }) => ({ who: accountId, isDone: isDone(outcome) }));
    },
  };
}

function isDone(outcome: ChangeLine['outcome']): Told['isDone'] {
  if (outcome === 'unknown') return undefined;
  return outcome === 'succeeded' || outcome === 'unchanged';
}

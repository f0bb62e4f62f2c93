// Who acts: those who may mostly, anybody now and then.
import { happens, oneOf } from '../choices';
import type { Choices } from '../choices';
import type { Seen } from './seen';

/** Lists who administers the site, mostly, and somebody who does a part of it. */
const ADMINS = [...Array<string>(8).fill('site-admin'), 'confluence-admin'];
const SPACE_ADMINS = ['space-admin', 'dev-admin', 'other-admin', 'archive-admin'];
const ANYBODY = ['member', 'deactivated', 'no-access', 'developer', 'customer', 'org-admin', 'former-org-admin'];
const AGENTS: Readonly<Record<string, string>> = { SUP: 'agent', PRIV: 'priv-agent' };
const JIRA_ADMINS = ['site-admin', 'site-admin', 'site-admin', 'jira-admin'];

/** Lists those without whom hardly anything goes on. */
export const KEY_PEOPLE = [...new Set([...ADMINS, ...SPACE_ADMINS, ...Object.values(AGENTS), ...JIRA_ADMINS])];

/** Cases in 1,000 in which somebody tries who may not. */
const STRANGERS = 60;

/** Holds who acts. `unfit`: somebody who may not. */
export interface Actor {
  accountId: string;
  unfit: boolean;
}

/** Picks somebody for the global page. */
export function anAdmin(seen: Seen, choices: Choices): Actor {
  return orStranger(seen, choices, oneOf(choices, ADMINS) ?? 'site-admin');
}

/** Picks a space, and somebody who administers it. */
export function aSpaceAdmin(seen: Seen, choices: Choices): Actor & { spaceId: string; key: string } {
  const handle = happens(choices, 700) ? 'space-admin' : (oneOf(choices, SPACE_ADMINS) ?? 'space-admin');
  const owner = idOf(seen, handle);
  const space = seen.spaces().find(({ ownerId }) => ownerId === owner);
  const actor = orStranger(seen, choices, handle);
  const isThere = space?.status === 'current';
  return { ...actor, unfit: actor.unfit || !isThere, spaceId: space?.id ?? '0', key: space?.key ?? 'DEMO' };
}

/** Picks an agent of a project. */
export function anAgent(seen: Seen, choices: Choices, projectKey: string): Actor {
  return orStranger(seen, choices, AGENTS[projectKey] ?? 'agent');
}

/** Picks somebody who administers Jira. */
export function aJiraAdmin(seen: Seen, choices: Choices): Actor {
  return orStranger(seen, choices, oneOf(choices, JIRA_ADMINS) ?? 'jira-admin');
}

function orStranger(seen: Seen, choices: Choices, handle: string): Actor {
  const unfit = happens(choices, STRANGERS);
  return { accountId: idOf(seen, unfit ? (oneOf(choices, ANYBODY) ?? 'member') : handle), unfit };
}

function idOf({ model }: Seen, handle: string): string {
  return model.accountOf(handle).accountId;
}

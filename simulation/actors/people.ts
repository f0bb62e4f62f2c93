// Who acts: those who may mostly, anybody now and then.
import { happens, oneOf } from '../choices';
import type { Choices } from '../choices';
import type { Seen } from './seen';

const ADMINS = ['site-admin', 'confluence-admin', 'org-admin'];
const SPACE_ADMINS = { DEMO: 'space-admin', DEV: 'dev-admin', DEVOPS: 'other-admin', OLD: 'archive-admin' };
const ANYBODY = ['member', 'deactivated', 'no-access', 'agent', 'developer', 'customer', 'former-org-admin'];
const AGENTS = ['agent', 'site-admin', 'priv-agent'];
const JIRA_ADMINS = ['site-admin', 'jira-admin'];

/** Cases in 1,000 in which somebody tries who may not. */
const STRANGERS = 60;

type SpaceKey = keyof typeof SPACE_ADMINS;

/** Picks somebody for the global page. */
export function anAdmin(seen: Seen, choices: Choices): string {
  return idOf(seen, happens(choices, STRANGERS) ? anybody(choices) : (oneOf(choices, ADMINS) ?? 'site-admin'));
}

/** Picks a space, and somebody who administers it. */
export function aSpaceAdmin(seen: Seen, choices: Choices): { accountId: string; spaceId: string; key: string } {
  const keys = Object.keys(SPACE_ADMINS) as SpaceKey[];
  const key = happens(choices, 700) ? 'DEMO' : (oneOf(choices, keys) ?? 'DEMO');
  const handle = happens(choices, STRANGERS) ? anybody(choices) : SPACE_ADMINS[key];
  const space = seen.spaces().find((one) => one.key === key);
  return { accountId: idOf(seen, handle), spaceId: space?.id ?? '0', key };
}

export function anAgent(seen: Seen, choices: Choices): string {
  return idOf(seen, happens(choices, STRANGERS) ? anybody(choices) : (oneOf(choices, AGENTS) ?? 'agent'));
}

export function aJiraAdmin(seen: Seen, choices: Choices): string {
  return idOf(seen, happens(choices, STRANGERS) ? anybody(choices) : (oneOf(choices, JIRA_ADMINS) ?? 'jira-admin'));
}

function anybody(choices: Choices): string {
  return oneOf(choices, [...ANYBODY, ...Object.values(SPACE_ADMINS)]) ?? 'member';
}

function idOf({ model }: Seen, handle: string): string {
  return model.accountOf(handle).accountId;
}

// What is measured: journeys on the pages of groups and of customers, each round with other groups and people.
import type { GlobalAnswers, SpaceAnswers } from '../../src/shared/groups/api';
import { createCustomers } from './customers';
import { makeGroup, nextDay, nextHour, people, requireMembers, type Journey, type Prepared } from './journey';
import { addPeople, bringList } from './lists';
import { addGroupsToTake, takeOver } from './takeovers';

const OFTEN = 20;
const SELDOM = 2;

/** Lists them in an order in which each finds what it needs. */
export const JOURNEYS: readonly Journey[] = [
  { name: 'open the global page', page: 'global-settings', rounds: OFTEN, run: onSite('openGlobalSettings', {}) },
  { name: 'open the space page', page: 'space-settings', rounds: OFTEN, run: inDemo('openSpaceSettings', () => ({})) },
  {
    name: 'open a group of 20,000',
    page: 'space-settings',
    rounds: OFTEN,
    run: inDemo('openGroup', ({ largeId }) => ({ groupId: largeId })),
  },
  {
    name: 'search a member',
    page: 'space-settings',
    rounds: OFTEN,
    run: inDemo('isMember', ({ site, largeId }) => ({ groupId: largeId, accountId: site.idOf('space-admin') })),
  },
  {
    name: 'create a group',
    page: 'space-settings',
    rounds: OFTEN,
    run: inDemo('createGroup', (_prepared, round) => ({ name: `made-${String(round)}` })),
  },
  { name: 'add 1', page: 'space-settings', rounds: OFTEN, run: adding(({ smallId }) => smallId, 1) },
  {
    name: 'add 25',
    page: 'space-settings',
    rounds: OFTEN,
    before: makeGroup,
    run: adding(({ freshId }) => freshId, 25),
  },
  { name: 'create 1 customer', page: 'queue-page', rounds: OFTEN, run: createCustomers('one', 1) },
  { name: 'create 25 customers', page: 'queue-page', rounds: 5, before: nextDay, run: createCustomers('many', 25) },
  { name: 'add 1,000', page: 'space-settings', rounds: SELDOM, before: makeGroupNextHour, run: addPeople(1000) },
  {
    name: 'a list of 2,000',
    page: 'space-settings',
    rounds: 1,
    before: makeGroupNextHour,
    run: async (prepared) => bringList(prepared, 2000),
  },
  { name: 'take over 300', page: 'global-settings', rounds: SELDOM, before: addGroupsNextHour, run: takeOver },
  { name: 'audit of the site', page: 'global-settings', rounds: OFTEN, run: onSite('readAudit', { filter: {} }) },
  {
    name: 'audit of a space',
    page: 'space-settings',
    rounds: OFTEN,
    run: inDemo('readSpaceAudit', () => ({ filter: {} })),
  },
];

function onSite(functionKey: keyof GlobalAnswers, payload: object): Journey['run'] {
  return async ({ site }) => void (await site.global('confluence-admin', functionKey, payload));
}

function inDemo(
  functionKey: keyof SpaceAnswers,
  payload: (prepared: Prepared, round: number) => object,
): Journey['run'] {
  return async (prepared, round) =>
    void (await prepared.site.space('space-admin', functionKey, payload(prepared, round)));
}

/** Adds people whom no other round adds. */
function adding(groupOf: (prepared: Prepared) => string, count: number): Journey['run'] {
  return async (prepared, round) => {
    const [groupId, accountIds] = [groupOf(prepared), people(prepared.site, 1 + round * count, count)];
    await prepared.site.space('space-admin', 'addMembers', { groupId, accountIds });
    requireMembers(prepared.site, groupId, accountIds);
  };
}

async function makeGroupNextHour(prepared: Prepared): Promise<void> {
  await nextHour(prepared);
  await makeGroup(prepared);
}

async function addGroupsNextHour(prepared: Prepared, round: number): Promise<void> {
  await nextHour(prepared);
  await addGroupsToTake(prepared, round);
}

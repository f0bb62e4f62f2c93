// What each journey costs, to the call, on the demo site and on one of 50,000 people. docs/performance.md has the reasons.
import { describe, expect, it } from 'vitest';

import { demoSeed } from '../../sandbox/site/seeds/demo';
import { largeSeed } from '../../sandbox/site/seeds/large';
import { meter, type Cost } from '../support/budget';
import { CUSTOMER_JOURNEYS, prepareCustomers } from '../support/customer-journeys';
import { openSandbox, type World } from '../support/integration';
import { JOURNEYS, prepare } from '../support/journeys';
import { LIST_JOURNEYS } from '../support/list-journeys';
import { TAKEOVER_JOURNEYS } from '../support/takeover-journeys';

function cost(calls: number, chain: number, points: number, reads: number, writes: number): Cost {
  return {
    calls,
    chain,
    points,
    reads,
    writes,
  };
}

/** REST calls, the longest chain of them, points; reads and writes of storage. */
const BUDGETS = {
  'open the global page': cost(5, 2, 21, 5, 1),
  'find groups by the pattern': cost(7, 4, 55, 4, 0),
  'find groups of the site by name': cost(2, 2, 5, 2, 0),
  'members of a group of the site': cost(2, 2, 4, 1, 0),
  'confirm that one is a site admin': cost(3, 3, 5, 2, 6),
  'open the space page': cost(2, 1, 5, 4, 0),
  'count the members of a group': cost(3, 2, 6, 2, 0),
  'what waits': cost(1, 1, 3, 1, 0),
  'what is left to set up': cost(1, 1, 3, 4, 0),
  'find a space': cost(4, 3, 9, 0, 0),
  'find groups by name': cost(2, 1, 5, 2, 0),
  'show access': cost(5, 3, 50, 1, 0),
  'open a group': cost(6, 2, 63, 3, 0),
  'may a group be changed': cost(6, 2, 21, 2, 0),
  'next page of members': cost(3, 2, 56, 3, 0),
  'members for a list': cost(3, 2, 126, 2, 0),
  'is this person a member': cost(4, 2, 11, 2, 0),
  'create a group': cost(4, 3, 7, 3, 4),
  'add a person': cost(8, 3, 25, 2, 2),
  'add 25 people': cost(32, 7, 97, 4, 6),
  'create a group in place of another': cost(4, 3, 7, 4, 5),
  'open a group whose place another takes': cost(6, 2, 63, 4, 0),
  'keep both groups': cost(2, 1, 5, 2, 3),
  'the groups of one person': cost(4, 2, 19, 3, 0),
  'remove a person': cost(7, 3, 22, 2, 2),
  'find 25 people by ID': cost(3, 2, 56, 2, 0),
  'find 25 people by email': cost(29, 8, 134, 2, 0),
  'find 25 people by name': cost(28, 7, 131, 2, 0),
  'undo an addition': cost(7, 3, 22, 3, 2),
  'undo a removal': cost(8, 3, 25, 4, 2),
  'undo a removal of 25': cost(32, 7, 97, 32, 6),
  'delete a group': cost(9, 4, 32, 3, 3),
  'save the privileged user': cost(7, 6, 23, 7, 10),
  accept: cost(7, 6, 23, 6, 9),
  'audit of the site': cost(1, 1, 3, 4, 0),
  'begin an export': cost(1, 1, 3, 1, 2),
  'next page of an export': cost(1, 1, 3, 2, 0),
  'audit of a space': cost(2, 1, 5, 5, 0),
  'plan a list of 25 people': cost(8, 4, 73, 3, 1),
  'apply it': cost(32, 7, 97, 6, 7),
  'watch it': cost(0, 0, 0, 1, 0),
  'read the people of it': cost(2, 1, 5, 3, 0),
  'the same for a file': cost(3, 2, 56, 3, 0),
  'list changes': cost(2, 1, 5, 2, 0),
  'plan its undo': cost(7, 3, 72, 5, 1),
  'apply the undo': cost(31, 7, 46, 7, 8),
  'plan a list of 25 people that becomes the whole group': cost(8, 4, 173, 3, 1),
  'cancel it': cost(2, 1, 5, 2, 1),
  'plan 60 members of another group': cost(9, 5, 264, 4, 1),
  'plan to remove all 25 members': cost(8, 4, 123, 3, 1),
  'plan to remove a person from all groups of a space': cost(10, 3, 41, 6, 1),
  'remove them from all': cost(11, 3, 30, 6, 4),
  'watch a change that waits': cost(0, 0, 0, 1, 0),
  'resume it': cost(2, 1, 5, 2, 1),
  'find groups to take over': cost(6, 3, 69, 4, 0),
  'look up a file of 25 groups': cost(30, 7, 125, 4, 0),
  'plan to take 25 groups over': cost(5, 2, 18, 3, 1),
  'take 25 groups over': cost(34, 6, 108, 7, 7),
  'watch a takeover': cost(0, 0, 0, 1, 0),
  'read the groups of a takeover': cost(2, 2, 5, 2, 0),
  'list takeovers': cost(1, 1, 3, 1, 0),
  'plan the undo of a takeover': cost(1, 1, 3, 3, 1),
  'stop managing 25 groups': cost(1, 1, 3, 7, 8),
  'cancel a takeover': cost(1, 1, 3, 1, 1),
  'resume a takeover that waits': cost(1, 1, 3, 3, 1),
};

/** The same of what agents, scripts and Jira administrators do. */
const CUSTOMER_BUDGETS = {
  'open the agents’ page': cost(3, 2, 7, 6, 0),
  'preview 1': cost(5, 3, 9, 6, 0),
  'preview 25': cost(29, 7, 33, 6, 0),
  'create 1, new': cost(8, 6, 14, 7, 9),
  'create 1, existing': cost(8, 5, 17, 6, 2),
  'create 25, new': cost(144, 30, 222, 31, 39),
  'open the customer settings': cost(2, 2, 6, 5, 0),
  'open a policy': cost(3, 3, 7, 2, 0),
  'save a policy': cost(3, 3, 7, 2, 3),
  'audit of customers': cost(1, 1, 3, 2, 0),
  'begin an export about customers': cost(1, 1, 3, 0, 2),
  'next page of it': cost(1, 1, 3, 2, 0),
  'POST /customers, new, with a key': cost(8, 6, 14, 5, 9),
  'the same again': cost(3, 2, 7, 5, 1),
  'POST /customers, existing': cost(8, 5, 17, 4, 2),
  'GET /customers': cost(3, 2, 8, 4, 0),
  'a rule, new': cost(8, 7, 15, 5, 8),
};

/**
 * The first page of groups is full there, and most of it is of the pattern: more objects, and more records to look up. Each name there is that of
 * more people than somebody chooses among: no list of 25 names costs more.
 */
const ON_LARGE = {
  ...BUDGETS,
  'find groups by the pattern': cost(7, 4, 671, 11, 0),
  'find 25 people by name': cost(28, 7, 1081, 2, 0),
};

describe.each([
  ['demo', demoSeed, BUDGETS],
  ['large', largeSeed, ON_LARGE],
])('on the %s site', (_name, { people, groups, spaces }, budgets) => {
  it('each journey in Jira costs what its budget says', async () => {
    const prepared = await prepareCustomers(await openSandbox({ people, groups, spaces }));
    expect(await costsOf(CUSTOMER_JOURNEYS, prepared)).toEqual(CUSTOMER_BUDGETS);
  });

  it('each journey in Confluence costs what its budget says', async () => {
    const prepared = await prepare(await openSandbox({ people, groups, spaces }));
    expect(await costsOf([...JOURNEYS, ...LIST_JOURNEYS, ...TAKEOVER_JOURNEYS], prepared)).toEqual(budgets);
  });
});

interface Journey<Prepared> {
  name: string;
  before?: (prepared: Prepared) => Promise<unknown>;
  run: (prepared: Prepared) => Promise<{ ok: boolean }>;
}

/** What each journey costs, by its name, one after the other. */
async function costsOf<Prepared extends { world: World }>(journeys: readonly Journey<Prepared>[], prepared: Prepared) {
  const measure = meter(prepared.world);
  const costs: Record<string, Cost> = {};
  for (const { name, before, run } of journeys) {
    await before?.(prepared);
    measure();
    const { ok } = await run(prepared);
    expect({ name, ok }).toEqual({ name, ok: true });
    costs[name] = measure();
  }
  return costs;
}

// What people use instead of the app, beside it: the same work, on the same site and clock.
import { emailsOf, ORGANIZATION } from '../customers';
import { makeGroup, nextDay, nextHour, type Prepared } from '../journey';
import { compare, type Conditions } from './compare';
import type { Outcome } from './contender';
import { customerPage, customerScript } from './customers';
import { membershipList, membershipScript } from './memberships';

const MEMBERS = 1000;
const ALIKE = { restMs: 400, storageMs: 15, deliveryMs: 500 };
const LOST = 10;

/** Lists what sites are like. */
const CONDITIONS: readonly Conditions[] = [
  { name: '400 ms an answer', times: ALIKE, limits: {}, lostAnswers: 0 },
  { name: '200 ms to 1,200 ms an answer', times: { ...ALIKE, jitterSeed: 1 }, limits: {}, lostAnswers: 0 },
  {
    name: '400 ms an answer, 10 calls a second, 10 answers lost',
    times: ALIKE,
    limits: { callsPerSecond: 10 },
    lostAnswers: LOST,
  },
];

/** Outcomes by what was done under which conditions. */
export type Beside = Readonly<Record<string, readonly Outcome[]>>;

/** Compares all that is compared. */
export async function besideOthers(prepared: Prepared): Promise<Beside> {
  const beside: Record<string, Outcome[]> = {};
  for (const conditions of CONDITIONS) {
    beside[`1,000 memberships, ${conditions.name}`] = await compareMemberships(prepared, conditions);
    for (const count of [25, 100]) {
      beside[`${String(count)} customers, ${conditions.name}`] = await compareCustomers(prepared, conditions, count);
    }
  }
  return beside;
}

async function compareMemberships(prepared: Prepared, conditions: Conditions): Promise<Outcome[]> {
  return compare(prepared, conditions, {
    count: MEMBERS,
    operationId: 'addUserToGroupByGroupId',
    before: async () => {
      await nextHour(prepared);
      await makeGroup(prepared);
    },
    isThere: ({ site, freshId }, who) => site.sandbox.site.model.groups.get(freshId)?.members.has(who) === true,
    contenders: [membershipScript(1, MEMBERS), membershipScript(10, MEMBERS), membershipList(MEMBERS)],
  });
}

async function compareCustomers(prepared: Prepared, conditions: Conditions, count: number): Promise<Outcome[]> {
  let emails: string[] = [];
  function these(): readonly string[] {
    return emails;
  }
  return compare(prepared, conditions, {
    count,
    operationId: 'createCustomer',
    before: async ({ site }) => {
      await nextDay(prepared);
      emails = emailsOf(`beside-${String(site.now())}`, count);
    },
    isThere: isCustomer,
    contenders: [customerScript(1, these), customerScript(10, these), customerPage(these)],
  });
}

/** There, in the project and in the organization. */
function isCustomer({ site }: Prepared, email: string): boolean {
  const { model } = site.sandbox.site;
  const account = [...model.accounts.values()].find((one) => one.email === email);
  if (account === undefined) return false;
  const inProject = model.project('SUP').serviceDesk?.customers.has(account.accountId) === true;
  return inProject && model.jira.organizations.get(ORGANIZATION)?.members.has(account.accountId) === true;
}

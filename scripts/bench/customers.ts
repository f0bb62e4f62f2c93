// Customers whom an agent of SUP creates, with an organization.
import type { CustomerResult } from '../../src/shared/customers/results';
import type { Journey } from './journey';
import type { BenchSite } from './open-site';

export const ORGANIZATION = '1';

/** Most people of one request. */
const A_REQUEST = 25;
/** Requests for those who aren't there yet, before the agent gives up. */
const MOST_TRIES = 5;
const WAIT_MS = 5000;

/** Creates so many customers, whom no other round creates. */
export function createCustomers(word: string, count: number): Journey['run'] {
  return async ({ site }, round) => {
    const told = await sendCustomers(site, emailsOf(`${word}-${String(round)}`, count));
    const created = [...told.values()].filter((isDone) => isDone === true);
    if (created.length !== count)
      throw new Error(`Of ${String(count)} customers ${String(created.length)} were created`);
  };
}

/** Sends them 25 at a time as the queue page does, and those for whom nothing was done again; tells who is there now, or that nobody knows. */
export async function sendCustomers(
  site: BenchSite,
  emails: readonly string[],
): Promise<Map<string, boolean | undefined>> {
  const told = new Map<string, boolean | undefined>();
  for (let first = 0; first < emails.length; first += A_REQUEST) {
    let left = emails.slice(first, first + A_REQUEST);
    for (let tries = 0; left.length > 0 && tries < MOST_TRIES; tries += 1) {
      const before = left.length;
      const order = { people: left.map((email) => ({ email })), organizationIds: [ORGANIZATION] };
      const { people } = await site.queuePage('agent', 'createCustomers', order);
      left.forEach((email, index) => told.set(email, isThere(people[index])));
      left = left.filter((email) => told.get(email) === false);
      if (left.length === before) await site.hurried(site.wait(WAIT_MS));
    }
  }
  return told;
}

/** Returns addresses that a policy of SUP allows. */
export function emailsOf(word: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${word}-${String(index)}@acme.example`);
}

/** In the project and in the organization. Undefined: nobody knows. */
function isThere(result?: CustomerResult): boolean | undefined {
  const [organization] = result?.organizations ?? [];
  if (organization?.outcome === 'unknown' || result?.account.outcome === 'unknown') return undefined;
  return organization?.outcome === 'added' || organization?.outcome === 'alreadyThere';
}

import { CLOSED_ACCOUNT } from '../../shared/broker/closed-account';
import type { AccountId } from '../../shared/ids';
import { failureOf } from '../errors';
import { instant } from '../instant';
import { orLog } from '../or-log';
import type { BrokerPorts } from '../ports';
import type { Closed, NamedPeople, PeopleOfProduct } from './named-people';
import { peopleOfPrivilegedUser, peopleOfProofs } from './people-of-broker';

/** Makes the weekly report of stored accounts, on a schedule. Data that can't be read this week is read next week. */
export async function reportAccounts(ports: BrokerPorts, products: readonly PeopleOfProduct[]): Promise<void> {
  const closedAmong = createClosedAmong(ports);
  try {
    await reportSettings(ports, products, closedAmong);
    for (const product of products) await reportPages(ports, product, closedAmong);
  } catch (thrown) {
    ports.log.warn('accounts not reported', { code: failureOf(thrown)?.code });
    if (failureOf(thrown) === undefined) throw thrown;
  }
}

type ClosedAmong = (accountIds: readonly (AccountId | undefined)[]) => Promise<Closed>;

/** Asks Atlassian about each account once. */
function createClosedAmong({ personalData, clock }: BrokerPorts): ClosedAmong {
  const reported = new Set<AccountId>([CLOSED_ACCOUNT]);
  const closed = new Set<AccountId>();
  return async (accountIds) => {
    const fresh = [...new Set(accountIds)].filter((one) => one !== undefined).filter((one) => !reported.has(one));
    if (fresh.length > 0) {
      for (const one of await personalData.closedAmong(fresh, instant(clock))) closed.add(one);
      for (const one of fresh) reported.add(one);
    }
    return closed;
  };
}

/** Reports everybody named in the settings: at most 67 people, so one report. */
async function reportSettings(
  ports: BrokerPorts,
  products: readonly PeopleOfProduct[],
  closedAmong: ClosedAmong,
): Promise<void> {
  const named = await Promise.all([
    peopleOfProofs(ports),
    peopleOfPrivilegedUser(ports),
    ...products.map((product) => product.inSettings()),
  ]);
  const closed = await closedAmong(named.flatMap(({ accountIds }) => accountIds));
  for (const people of named) await erase(ports, people, closed);
}

/** Erases, and logs a failure instead of throwing, so that other erasures go on. The next week tries again. */
async function erase(ports: BrokerPorts, people: NamedPeople, closed: Closed): Promise<void> {
  await orLog(ports, 'closed account not erased', () => people.erase(closed));
}

/** A page of records and its erasures fit into this. */
const ENOUGH_MS = 10_000;

async function reportPages(ports: BrokerPorts, product: PeopleOfProduct, closedAmong: ClosedAmong): Promise<void> {
  for await (const people of product.inPages?.() ?? []) {
    await erase(ports, people, await closedAmong(people.accountIds));
    if (ports.deadline.remainingMs() < ENOUGH_MS) return;
  }
}

import { erased } from '../../broker/closed-accounts/erased';
import type { Closed, NamedPeople, PeopleOfProduct } from '../../broker/closed-accounts/named-people';
import { CLOSED_ACCOUNT } from '../../shared/broker/closed-account';
import type { CustomerPorts } from '../ports';

/** Returns the person whom the last check in Jira was about. */
export function peopleOfCustomers(ports: CustomerPorts): PeopleOfProduct {
  return { inSettings: () => inObservation(ports) };
}

async function inObservation(ports: CustomerPorts): Promise<NamedPeople> {
  const observed = await ports.customerSettings.observation();
  return { accountIds: [observed?.accountId], erase: (closed) => eraseFromObservation(ports, closed) };
}

async function eraseFromObservation(ports: CustomerPorts, closed: Closed): Promise<void> {
  const observed = await ports.customerSettings.observation();
  if (observed === undefined || !closed.has(observed.accountId)) return;
  await erased(ports, {}, () => ports.customerSettings.saveObservation({ ...observed, accountId: CLOSED_ACCOUNT }));
}

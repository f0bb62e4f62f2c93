// Atlassian's word on which accounts were closed.
import type { PersonalData } from '../../../src/broker/ports';
import type { AccountId } from '../../../src/shared/ids';
import type { Journal } from './journal';

export interface FakePersonalData extends PersonalData {
  closed: Set<AccountId>;
  /** Whom each report named. */
  reports: AccountId[][];
}

export function createPersonalData({ read }: Journal): FakePersonalData {
  const fake: FakePersonalData = {
    closed: new Set(),
    reports: [],
    closedAmong: async (accountIds) =>
      read('report accounts', () => {
        fake.reports.push([...accountIds]);
        return new Set(accountIds.filter((accountId) => fake.closed.has(accountId)));
      }),
  };
  return fake;
}

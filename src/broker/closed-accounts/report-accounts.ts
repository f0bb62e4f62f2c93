import { CLOSED_ACCOUNT } from '../../shared/broker/closed-account';
import type { AccountId } from '../../shared/ids';
import { failureOf } from '../errors';
import { instant } from '../instant';
import { orLog } from '../or-log';
import type { Ports } from '../ports';
import { peopleNamed } from '../privileged-user/state';
import { peopleIn } from '../site-admin/proofs';
import {
  eraseFromJiraObservation,
  eraseFromPrivilegedUser,
  eraseFromProofs,
  eraseFromRecord,
  eraseFromRules,
} from './erase-closed';

/** A page of records and its erasures fit into this. */
const ENOUGH_MS = 10_000;

type ClosedAmong = (accountIds: readonly (AccountId | undefined)[]) => Promise<ReadonlySet<AccountId>>;

/** Asks Atlassian about each account once. */
const createClosedAmong = ({ personalData, clock }: Ports): ClosedAmong => {
  const asked = new Set<AccountId>([CLOSED_ACCOUNT]);
  const closed = new Set<AccountId>();
  return async (accountIds) => {
    const fresh = [...new Set(accountIds)].filter((one) => one !== undefined).filter((one) => !asked.has(one));
    if (fresh.length > 0) {
      for (const one of await personalData.closedAmong(fresh, instant(clock))) closed.add(one);
      for (const one of fresh) asked.add(one);
    }
    return closed;
  };
};

/** One erasure that fails stops no other: the next week tries it again. */
const erasing = (ports: Ports, erase: () => Promise<void>): Promise<void> =>
  orLog(ports, 'closed account not erased', erase);

/** Everybody whom the settings name: at most 67, which is one report. */
const reportSettings = async (ports: Ports, closedAmong: ClosedAmong): Promise<void> => {
  const { settings, customerSettings } = ports;
  const [{ value: user }, { value: rules }, observation, inJira, proofs] = await Promise.all([
    settings.privilegedUser(),
    settings.rules(),
    settings.observation(),
    customerSettings.observation(),
    ports.siteAdminProofs.read(),
  ]);
  const closed = await closedAmong([
    ...peopleNamed(user),
    observation?.accountId,
    inJira?.accountId,
    ...rules.supportReaders,
    ...peopleIn(proofs.value),
  ]);
  await erasing(ports, () => eraseFromProofs(ports, closed));
  await erasing(ports, () => eraseFromPrivilegedUser(ports, closed));
  await erasing(ports, () => eraseFromRules(ports, closed));
  await erasing(ports, () => eraseFromJiraObservation(ports, closed));
};

/** Everybody who recorded a group, page by page. */
const reportRecords = async (ports: Ports, closedAmong: ClosedAmong): Promise<void> => {
  let after: string | undefined;
  do {
    const { records, next } = await ports.groupRecords.all(after);
    const closed = await closedAmong(records.map(({ recordedBy }) => recordedBy));
    for (const record of records.filter(({ recordedBy }) => closed.has(recordedBy))) {
      await erasing(ports, () => eraseFromRecord(ports, record));
    }
    after = ports.deadline.remainingMs() < ENOUGH_MS ? undefined : next;
  } while (after !== undefined);
};

/** The weekly report of stored accounts, without anybody present. What can't be read this week is read the next. */
export const reportAccounts = async (ports: Ports): Promise<void> => {
  const closedAmong = createClosedAmong(ports);
  try {
    await reportSettings(ports, closedAmong);
    await reportRecords(ports, closedAmong);
  } catch (thrown) {
    ports.log.warn('accounts not reported', { code: failureOf(thrown)?.code });
    if (failureOf(thrown) === undefined) throw thrown;
  }
};

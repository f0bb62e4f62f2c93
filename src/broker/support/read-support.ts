import type { SupportCounts, SupportView } from '../../shared/broker/views';
import type { AccountId } from '../../shared/ids';
import { instant } from '../instant';
import type { BrokerPorts } from '../ports';
import { observationOfCurrent, readPrivilegedUser } from '../privileged-user/privileged-user';
import { migrationOf, supportReport } from './support-report';

/** Counts the groups that a product manages, their spaces, and memberships. `more`: there are more than were counted. */
export type ManagedCounts = Omit<SupportCounts, 'unsettled'>;

/** Younger attempts may still be running. */
const RUNNING_MS = 60_000;

/** Returns the migration status and health of this site, from stored data, with a report to copy. */
export async function readSupport(
  ports: BrokerPorts,
  { caller }: { caller: AccountId },
  countManaged: () => Promise<ManagedCounts>,
): Promise<SupportView> {
  const [known, legacyRecord, managed, { attempts }] = await Promise.all([
    readPrivilegedUser(ports),
    ports.legacyCredentials.exist(),
    countManaged(),
    ports.auditLog.unsettled(instant(ports.clock, RUNNING_MS)),
  ]);
  const counts = { ...managed, unsettled: attempts.length };
  const now = { ...known, legacyRecord };
  const { state } = known;
  const observation = observationOfCurrent(known);
  return {
    isPrivilegedUser: known.stored.value.current?.accountId === caller,
    migration: migrationOf(now),
    state: state.name,
    checks: observation?.checks ?? [],
    ...(observation !== undefined && { checkedAt: observation.at }),
    counts,
    versions: { app: ports.environment.appVersion, environment: ports.environment.environmentType },
    report: supportReport(now, ports.environment, instant(ports.clock), counts),
  };
}

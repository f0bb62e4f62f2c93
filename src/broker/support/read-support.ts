import type { SupportCounts, SupportView } from '../../shared/groups/views';
import type { AccountId, SpaceId } from '../../shared/ids';
import { instant } from '../instant';
import type { Ports } from '../ports';
import { observationOfCurrent, readPrivilegedUser } from '../privileged-user/privileged-user';
import { migrationOf, supportReport } from './support-report';

/** Pages of 25 records that are counted; a larger site reads "at least". */
const MOST_PAGES = 8;
/** Younger attempts may still be running. */
const RUNNING_MS = 60_000;

const count = async ({ groupRecords, auditLog, clock }: Ports): Promise<SupportCounts> => {
  const spaces = new Set<SpaceId>();
  let groups = 0;
  let next: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await groupRecords.all(next);
    groups += answer.records.length;
    for (const record of answer.records) spaces.add(record.spaceId);
    next = answer.next;
    if (next === undefined) break;
  }
  const { attempts } = await auditLog.unsettled(instant(clock, RUNNING_MS));
  return { groups, spaces: spaces.size, more: next !== undefined, unsettled: attempts.length };
};

/** Migration status and health of this site, from what is stored, with a report to copy. */
export const readSupport = async (ports: Ports, { caller }: { caller: AccountId }): Promise<SupportView> => {
  const [known, legacyRecord, counts] = await Promise.all([
    readPrivilegedUser(ports),
    ports.legacyCredentials.exist(),
    count(ports),
  ]);
  const seen = { ...known, legacyRecord };
  const { state } = known;
  const observation = observationOfCurrent(known);
  return {
    isPrivilegedUser: known.stored.value.current?.accountId === caller,
    migration: migrationOf(seen),
    state: state.name,
    checks: observation?.checks ?? [],
    ...(observation !== undefined && { checkedAt: observation.at }),
    counts,
    versions: { app: ports.environment.appVersion, environment: ports.environment.environmentType },
    report: supportReport(seen, ports.environment, instant(ports.clock), counts),
  };
};

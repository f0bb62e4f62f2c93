import { erased } from '../../broker/closed-accounts/erased';
import type { Closed, NamedPeople, PeopleOfProduct } from '../../broker/closed-accounts/named-people';
import { orLog } from '../../broker/or-log';
import { CLOSED_ACCOUNT } from '../../shared/broker/closed-account';
import type { GroupRecord, MembershipFact } from '../facts';
import type { GroupPorts } from '../ports';

/** Returns the people named in the rules, and those who recorded a group. */
export function peopleOfGroups(ports: GroupPorts): PeopleOfProduct {
  return { inSettings: () => inRules(ports), inPages: () => inStores(ports) };
}

async function inRules(ports: GroupPorts): Promise<NamedPeople> {
  const { value } = await ports.settings.rules();
  return { accountIds: value.supportReaders, erase: (closed) => eraseFromRules(ports, closed) };
}

/** Removes closed accounts from the readers of the Support tab. */
async function eraseFromRules(ports: GroupPorts, closed: Closed): Promise<void> {
  const { value, version } = await ports.settings.rules();
  const supportReaders = value.supportReaders.filter((reader) => !closed.has(reader));
  if (supportReaders.length === value.supportReaders.length) return;
  await erased(ports, {}, () => ports.settings.saveRules({ ...value, supportReaders }, version));
}

async function* inStores(ports: GroupPorts): AsyncIterable<NamedPeople> {
  yield* inRecords(ports);
  yield* inFacts(ports);
}

async function* inRecords(ports: GroupPorts): AsyncIterable<NamedPeople> {
  let after: string | undefined;
  do {
    const { records, next } = await ports.groupRecords.all(after);
    yield {
      accountIds: records.map(({ recordedBy }) => recordedBy),
      erase: async (closed) => {
        for (const record of records.filter(({ recordedBy }) => closed.has(recordedBy))) {
          await orLog(ports, 'closed account not erased', () => eraseFromRecord(ports, record));
        }
      },
    };
    after = next;
  } while (after !== undefined);
}

/** Removes the maker of a record. The record stays. */
async function eraseFromRecord(ports: GroupPorts, record: GroupRecord): Promise<void> {
  const { groupId, groupName, spaceId } = record;
  function save() {
    return ports.groupRecords.replace({ ...record, recordedBy: CLOSED_ACCOUNT }, record);
  }
  await erased(ports, { groupId, groupName, spaceId }, save);
}

async function* inFacts(ports: GroupPorts): AsyncIterable<NamedPeople> {
  let after: string | undefined;
  do {
    const { facts, next } = await ports.memberships.all(after);
    yield {
      accountIds: facts.flatMap(({ accountId, by }) => [accountId, by]),
      erase: async (closed) => {
        for (const fact of facts.filter(({ accountId, by }) => closed.has(accountId) || closed.has(by))) {
          await orLog(ports, 'closed account not erased', () => eraseFromFact(ports, fact, closed));
        }
      },
    };
    after = next;
  } while (after !== undefined);
}

/** Removes the facts of a member whose account was closed; of other members they stay, and no longer name who added them. */
async function eraseFromFact(ports: GroupPorts, fact: MembershipFact, closed: Closed): Promise<void> {
  const { groupId, spaceId, accountId } = fact;
  function save() {
    return closed.has(accountId)
      ? ports.memberships.remove([fact])
      : ports.memberships.replace({ ...fact, by: CLOSED_ACCOUNT }, fact);
  }
  await erased(ports, { groupId, spaceId }, save);
}

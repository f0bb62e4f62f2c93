import { erased } from '../../broker/closed-accounts/erased';
import type { Closed, NamedPeople, PeopleOfProduct } from '../../broker/closed-accounts/named-people';
import { orLog } from '../../broker/or-log';
import { CLOSED_ACCOUNT } from '../../shared/broker/closed-account';
import type { GroupRecord } from '../facts';
import type { GroupPorts } from '../ports';

/** Returns the people named in the rules, and those who recorded a group. */
export function peopleOfGroups(ports: GroupPorts): PeopleOfProduct {
  return { inSettings: () => inRules(ports), inPages: () => inRecords(ports) };
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

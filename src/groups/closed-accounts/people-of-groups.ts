import { erased } from '../../broker/closed-accounts/erased';
import type { Closed, NamedPeople, PeopleOfProduct } from '../../broker/closed-accounts/named-people';
import { orLog } from '../../broker/or-log';
import { CLOSED_ACCOUNT } from '../../shared/broker/closed-account';
import type { AccountId } from '../../shared/ids';
import type { GroupRecord, MembershipFact } from '../facts';
import type { GroupPorts } from '../ports';
import type { StoredRules } from '../rules/stored-rules';

/** Returns the people named in the rules, and those who recorded a group. */
export function peopleOfGroups(ports: GroupPorts): PeopleOfProduct {
  return { inSettings: () => inRules(ports), inPages: () => inStores(ports) };
}

async function inRules(ports: GroupPorts): Promise<NamedPeople> {
  const { value } = await ports.settings.rules();
  return { accountIds: peopleIn(value), erase: (closed) => eraseFromRules(ports, closed) };
}

/** Removes closed accounts from the support readers, and a closed account that saved the rules. */
async function eraseFromRules(ports: GroupPorts, closed: Closed): Promise<void> {
  const { value, version } = await ports.settings.rules();
  if (!peopleIn(value).some((person) => closed.has(person))) return;
  const { savedBy, ...rules } = value;
  const supportReaders = rules.supportReaders.filter((reader) => !closed.has(reader));
  const saver = savedBy !== undefined && !closed.has(savedBy) && { savedBy };
  await erased(ports, {}, () => ports.settings.saveRules({ ...rules, ...saver, supportReaders }, version));
}

function peopleIn({ supportReaders, savedBy }: StoredRules): AccountId[] {
  return savedBy === undefined ? supportReaders : [...supportReaders, savedBy];
}

async function* inStores(ports: GroupPorts): AsyncIterable<NamedPeople> {
  yield* inPages(ports, {
    read: async (after) => {
      const { records, ...rest } = await ports.groupRecords.all(after);
      return { items: records, ...rest };
    },
    peopleOf: ({ recordedBy }) => [recordedBy],
    erase: (record) => eraseFromRecord(ports, record),
  });
  yield* inPages(ports, {
    read: async (after) => {
      const { facts, ...rest } = await ports.memberships.all(after);
      return { items: facts, ...rest };
    },
    peopleOf: ({ accountId, by }) => [accountId, by],
    erase: (fact, closed) => eraseFromFact(ports, fact, closed),
  });
}

/** Holds items in pages, names the people of one, and removes closed accounts from it. */
interface Store<Item> {
  read: (after: string | undefined) => Promise<{ items: Item[]; next?: string }>;
  peopleOf: (item: Item) => AccountId[];
  erase: (item: Item, closed: Closed) => Promise<void>;
}

async function* inPages<Item>(ports: GroupPorts, { read, peopleOf, erase }: Store<Item>): AsyncIterable<NamedPeople> {
  let after: string | undefined;
  do {
    const { items, next } = await read(after);
    yield {
      accountIds: items.flatMap(peopleOf),
      erase: async (closed) => {
        for (const item of items.filter((one) => peopleOf(one).some((person) => closed.has(person)))) {
          await orLog(ports, 'closed account not erased', () => erase(item, closed));
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

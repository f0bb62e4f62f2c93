// What the app knows of memberships that were made through it.
import { AppError } from '../../../src/broker/errors';
import type { FactChange, MembershipFact, PastChange, PriorFact, StoredChange } from '../../../src/groups/facts';
import { baseAgain } from '../../../src/groups/members/base-again';
import type { MemberJournal, Memberships } from '../../../src/groups/store-ports';
import type { AccountId, GroupId } from '../../../src/shared/ids';
import type { FakeAuditLog } from './audit-log';
import type { FakeGroupRecords } from './group-records';
import type { Journal } from './journal';

const FACTS_A_PAGE = 100;

export interface FakeMemberships extends Memberships {
  /** By group and account. */
  stored: Map<string, MembershipFact>;
}

function keyOf({ groupId, accountId }: { groupId: GroupId; accountId: AccountId }): string {
  return `${groupId}:${accountId}`;
}

/** Facts of these people in one group, by account. */
export function factsIn(
  { stored }: FakeMemberships,
  groupId: GroupId,
  accountIds: readonly AccountId[],
): ReadonlyMap<AccountId, MembershipFact> {
  const found = accountIds.flatMap((accountId) => stored.get(keyOf({ groupId, accountId })) ?? []);
  return new Map(found.map((fact) => [fact.accountId, fact]));
}

export function createMemberships({ run, read }: Journal): FakeMemberships {
  const stored = new Map<string, MembershipFact>();
  function page(after: string | undefined, positionOf: (fact: MembershipFact) => string | undefined) {
    const all = [...stored.values()].flatMap((fact) => {
      const position = positionOf(fact);
      return position === undefined || (after !== undefined && position <= after) ? [] : [{ fact, position }];
    });
    const rows = all.toSorted((a, b) => (a.position > b.position ? 1 : -1)).slice(0, FACTS_A_PAGE);
    const last = rows.at(-1);
    const facts = rows.map(({ fact }) => fact);
    return { facts, ...(rows.length === FACTS_A_PAGE && last !== undefined && { next: last.position }) };
  }
  function demandSame(...seen: readonly MembershipFact[]) {
    const isMoved = seen.some((fact) => stored.get(keyOf(fact))?.attemptId !== fact.attemptId);
    if (isMoved) throw new AppError({ code: 'CONFLICT', what: 'record' });
  }
  const fake: FakeMemberships = {
    stored,
    of: async (groupId, accountIds) => read('read memberships', () => factsIn(fake, groupId, accountIds)),
    among: async (pairs) =>
      read('read some memberships', () => [...new Set(pairs.map(keyOf))].flatMap((key) => stored.get(key) ?? [])),
    ofGroup: async (groupId, after) =>
      read('read memberships of group', () => page(after, (it) => (it.groupId === groupId ? it.accountId : undefined))),
    ofAccount: async (accountId, after) =>
      read('read memberships of account', () =>
        page(after, (it) => (it.accountId === accountId ? it.groupId : undefined)),
      ),
    ofSpace: async (spaceId, after) =>
      read('read memberships of space', () =>
        page(after, (it) => (it.spaceId === spaceId ? `${it.groupId}#${it.accountId}` : undefined)),
      ),
    ending: async (until) =>
      read('read ending memberships', () => {
        const due = page(undefined, (it) => it.until && `${it.until}#${keyOf(it)}`).facts;
        return due.filter((fact) => (fact.until ?? '') < until);
      }),
    all: async (after) => read('read all memberships', () => page(after, keyOf)),
    replace: async (fact, before) =>
      run({ call: 'replace membership', about: keyOf(before) }, () => {
        demandSame(before);
        stored.set(keyOf(fact), fact);
      }),
    remove: async (facts) =>
      run({ call: 'remove memberships', about: facts.map(keyOf).join(', ') }, () => {
        demandSame(...facts);
        for (const fact of facts) stored.delete(keyOf(fact));
      }),
  };
  return fake;
}

/** What can be stored of a change. */
interface Possible {
  change?: StoredChange;
  withoutChange?: true;
}

/** Changes of what is known of memberships and groups: what can be stored of them, by their attempts, and storing it. */
export interface FactStore {
  based: (changes: readonly StoredChange[]) => Promise<ReadonlyMap<string, Possible>>;
  apply: (change: StoredChange) => void;
}

export function createFactStore(memberships: FakeMemberships, records: FakeGroupRecords): FactStore {
  async function possible(change: StoredChange): Promise<Possible> {
    if (!('record' in change)) return records.isUnmoved(change) ? { change } : { withoutChange: true };
    const { accountId, record } = change;
    const { groupId } = record;
    const fact = memberships.stored.get(keyOf({ groupId, accountId }));
    return baseAgain(change, { record: records.stored.get(groupId), fact });
  }
  function lastChangesOf(changes: readonly StoredChange[]): string {
    const groupIds = changes.map((change) => ('record' in change ? change.record : change).groupId);
    return groupIds.map((groupId) => records.stored.get(groupId)?.lastChange).join(', ');
  }
  /** What is stored stays as it was read while memberships are looked at, or everything is read again. */
  async function based(changes: readonly StoredChange[]): Promise<ReadonlyMap<string, Possible>> {
    const before = lastChangesOf(changes);
    const all = new Map<string, Possible>();
    for (const change of changes) all.set(change.attemptId, await possible(change));
    return lastChangesOf(changes) === before ? all : based(changes);
  }
  function applyToMembership({ record: { groupId }, accountId, after, at, attemptId }: FactChange): void {
    const record = records.stored.get(groupId);
    if (record !== undefined) records.stored.set(groupId, { ...record, lastChange: `${at}#${attemptId}` });
    if (after === undefined) memberships.stored.delete(keyOf({ groupId, accountId }));
    else memberships.stored.set(keyOf({ groupId, accountId }), after);
  }
  return {
    based,
    apply(change) {
      if ('record' in change) applyToMembership(change);
      else records.apply(change);
    },
  };
}

/** What ends is stored in the fake audit log; what that leaves, in the store of facts. */
export function createMemberJournal({ read }: Journal, auditLog: FakeAuditLog, facts: FactStore): MemberJournal {
  return {
    attempt: async (attempts) => auditLog.attempt(attempts),
    pastChanges: async (attemptIds) =>
      read('read past changes', () => {
        const changes = successes(auditLog);
        return attemptIds.flatMap((wanted) => changes.find(({ attemptId }) => attemptId === wanted) ?? []);
      }),
    authors: async (attemptIds) =>
      read('read authors', () => {
        const made = auditLog.attempts.filter(({ id }) => attemptIds.includes(id));
        return new Map(made.flatMap(({ id, caller }) => (caller === undefined ? [] : [[id, caller] as const])));
      }),
    changedLater: async (changes) =>
      read('read later changes', () => {
        const all = successes(auditLog);
        const later = changes.filter((change) =>
          all.some((other) => isOnSame(change, other) && isAfter(change, other)),
        );
        return new Set(later.map(({ attemptId }) => attemptId));
      }),
    settle: async (ended) => {
      const based = await facts.based(ended.flatMap(({ change }) => change ?? []));
      const outcomes = ended.map(({ change: _change, prior, ...outcome }) =>
        prior === undefined || based.get(outcome.id)?.withoutChange === true ? outcome : { ...outcome, prior },
      );
      const isStored = await auditLog.settle(outcomes);
      if (isStored) for (const { change } of based.values()) if (change !== undefined) facts.apply(change);
      return isStored;
    },
  };
}

/** Changes of memberships that succeeded, the oldest first. */
function successes({ attempts, outcomes }: FakeAuditLog): PastChange[] {
  return attempts.flatMap(({ id: attemptId, at, action, spaceId, groupId, accountId }): PastChange[] => {
    const ended = outcomes.get(attemptId);
    if (action !== 'addMember' && action !== 'removeMember') return [];
    if (ended?.outcome !== 'succeeded' || !spaceId || !groupId || !accountId) return [];
    const prior = ended.prior as PriorFact | undefined;
    return [{ attemptId, at, action, spaceId, groupId, accountId, ...(prior && { prior }) }];
  });
}

function isOnSame(one: PastChange, other: PastChange): boolean {
  return keyOf(one) === keyOf(other);
}

function isAfter({ at, attemptId }: PastChange, other: PastChange): boolean {
  return `${other.at}#${other.attemptId}` > `${at}#${attemptId}`;
}

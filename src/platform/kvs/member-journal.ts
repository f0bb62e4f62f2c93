// Outcomes of changes of memberships, and the facts that they leave, in one transaction.
// https://developer.atlassian.com/platform/forge/storage-reference/transactions/
import { kvs } from '@forge/kvs';

import type { AuditLog, Ended, Log } from '../../broker/ports';
import type { FactChange } from '../../groups/facts';
import type { MemberJournal } from '../../groups/store-ports';
import { addOutcomes } from './audit-outcomes';
import { addFactChanges, areApart, readAgain } from './fact-changes';
import { isRefused, reading } from './failures';
import { readAuthors, readChangedLater, readPastChanges } from './past-changes';

interface Parts {
  auditLog: AuditLog;
  log: Log;
}

/** Creates the journal of changes of memberships, for one invocation. */
export function createMemberJournal({ auditLog, log }: Parts): MemberJournal {
  return {
    attempt: (attempts) => auditLog.attempt(attempts),
    pastChanges: (attemptIds) => reading(() => readPastChanges(attemptIds)),
    authors: (attemptIds) => reading(() => readAuthors(attemptIds)),
    changedLater: (changes) => reading(() => readChangedLater(changes)),
    settle: async (ended) => {
      const isStored = await storeWithFacts(ended, log);
      // With none of its own, the log stores what an earlier invocation could not.
      return auditLog.settle(isStored ? [] : ended.map(withoutChange));
    },
  };
}

/** Tries to store outcomes: something else may be changed in the group meanwhile. */
const TRIES = 5;

/** Tries that fail though nothing was changed in the group: the store doesn't work. */
const TRIES_IN_VAIN = 2;

/** Stores outcomes with their facts. False: there is no change to store, or the store fails. Never throws. */
async function storeWithFacts(ended: readonly Ended<FactChange>[], log: Log): Promise<boolean> {
  let left = ended;
  try {
    if (areApart(changesOf(left))) left = await onlyUnmoved(left, log);
    let inVain = 0;
    for (let tries = 1; tries <= TRIES && inVain < TRIES_IN_VAIN && changesOf(left).length > 0; tries += 1) {
      if (await store(left, log)) return true;
      const now = await onlyUnmoved(left, log);
      inVain = areApart([...changesOf(left), ...changesOf(now)]) ? 0 : inVain + 1;
      left = now;
    }
    const changes = changesOf(left).length;
    if (changes > 0) log.error('membershipNotStored', { changes });
  } catch (thrown) {
    log.error('membershipNotStored', { changes: changesOf(ended).length }, thrown);
  }
  return false;
}

/** Stores all or nothing. False: something was changed meanwhile in the group, or no clear answer came. */
async function store(ended: readonly Ended<FactChange>[], log: Log): Promise<boolean> {
  const transaction = kvs.transact();
  addOutcomes(transaction, ended);
  addFactChanges(transaction, changesOf(ended));
  try {
    await transaction.execute();
    return true;
  } catch (thrown) {
    if (!isRefused(thrown)) log.error('membershipNotStored', { changes: changesOf(ended).length }, thrown);
    return false;
  }
}

/** Reads again what the changes are based on, and leaves out what can't be stored of memberships that somebody else has changed meanwhile. */
async function onlyUnmoved(ended: readonly Ended<FactChange>[], log: Log): Promise<Ended<FactChange>[]> {
  const based = await readAgain(changesOf(ended));
  const moved = [...based.values()].filter((one) => one.withoutChange === true).length;
  if (moved > 0) log.warn('membershipMoved', { changes: moved });
  return ended.map((one) => {
    const now = based.get(one.id);
    if (now === undefined) return one;
    const outcome = now.withoutChange === true ? withoutChange(one) : one;
    return now.change === undefined ? outcome : { ...outcome, change: now.change };
  });
}

function changesOf(ended: readonly Ended<FactChange>[]): FactChange[] {
  return ended.flatMap(({ change }) => change ?? []);
}

/** Leaves out the change. Undo doesn't restore the fact of a membership that somebody else has changed since. */
function withoutChange({ change, prior, ...outcome }: Ended<FactChange>): Ended<FactChange> {
  return change === undefined && prior !== undefined ? { ...outcome, prior } : outcome;
}

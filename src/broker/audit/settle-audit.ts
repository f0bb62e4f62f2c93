import type { AccountId } from '../../shared/ids';
import { failureOf } from '../errors';
import { instant } from '../instant';
import type { Ports } from '../ports';
import { deleteLeftCheckGroup } from '../privileged-user/check-group';
import { readPrivilegedUser } from '../privileged-user/privileged-user';
import { fits } from '../runs/know';
import type { Attempt, AuditAction, AuditFound, Outcome } from './entries';

/** An attempt this young may still be running: a resolver ends after 25 seconds. */
const OLD_ENOUGH_MS = 10 * 60_000;
/** An attempt that nobody could look at for so long is not waited for any more. */
const GIVEN_UP_MS = 24 * 60 * 60_000;
/** What the audit log takes at once. */
const OUTCOMES_AT_ONCE = 25;

type Ended = Pick<Outcome, 'outcome' | 'groupId' | 'found'>;

const UNKNOWN: Ended = { outcome: 'unknown' };
/** What holds now says nothing about who brought it about. */
const seen = (found: AuditFound): Ended => ({ outcome: 'unknown', found });

const membership = async (ports: Ports, actAs: AccountId, { groupId, accountId }: Attempt): Promise<Ended> => {
  if (groupId === undefined || accountId === undefined) return UNKNOWN;
  return seen((await ports.privilegedReader.isMember(actAs, accountId, groupId)) ? 'member' : 'notMember');
};

/** A record that names the attempt proves it: the app wrote it after Confluence's answer. */
const provedCreation = async (
  { groupRecords }: Ports,
  { id, groupName, spaceId }: Attempt,
): Promise<Ended | undefined> => {
  if (groupName === undefined || spaceId === undefined) return undefined;
  const record = (await groupRecords.named(spaceId, groupName)).find(({ attemptId }) => attemptId === id);
  return record && { outcome: 'succeeded', groupId: record.groupId };
};

/** A group of this name is not claimed an hour later: somebody else may have made it since. It is listed for adoption. */
const creation = async (ports: Ports, actAs: AccountId, { groupName }: Attempt): Promise<Ended> => {
  if (groupName === undefined) return UNKNOWN;
  return seen((await ports.privilegedReader.groupByName(actAs, groupName)) === undefined ? 'noGroup' : 'group');
};

const deletion = async (ports: Ports, actAs: AccountId, { groupId }: Attempt): Promise<Ended> => {
  if (groupId === undefined) return UNKNOWN;
  const record = await ports.groupRecords.get(groupId);
  if ((await ports.privilegedReader.group(actAs, groupId)) !== undefined) return seen('group');
  if (record !== undefined) await ports.groupRecords.remove(record);
  return seen('noGroup');
};

/**
 * A write test leaves nothing behind: what it made and did not delete is deleted now.
 *
 * The names of its groups are random, so what bears one was made by it. Where nothing is left, the group was made and deleted, by
 * this try or by whoever cleaned up after it, or never made: nobody can tell any more.
 */
const writeTest = async (ports: Ports, actAs: AccountId, { action, groupName }: Attempt): Promise<Ended> => {
  if (groupName === undefined) return UNKNOWN;
  const creating = action === 'writeTestCreate' || action === 'proveSiteAdminCreate';
  const found = await ports.privilegedReader.groupByName(actAs, groupName);
  if (found === undefined) return seen('noGroup');
  await deleteLeftCheckGroup(ports, actAs, found.group);
  return creating ? { outcome: 'succeeded', groupId: found.group.groupId } : seen('group');
};

type Look = (ports: Ports, actAs: AccountId, attempt: Attempt) => Promise<Ended>;

/** What is looked at on the site. */
const LOOKS: Record<AuditAction, Look | undefined> = {
  addMember: membership,
  removeMember: membership,
  createGroup: creation,
  deleteGroup: deletion,
  writeTestCreate: writeTest,
  writeTestDelete: writeTest,
  proveSiteAdminCreate: writeTest,
  proveSiteAdminDelete: writeTest,
  // What is stored shows the result; who brought it about can't be told any more.
  savePrivilegedUser: undefined,
  nominatePrivilegedUser: undefined,
  acceptNomination: undefined,
  declineNomination: undefined,
  cancelNomination: undefined,
  removePrivilegedUser: undefined,
  deleteStoredCredentials: undefined,
  confirmTokenRevoked: undefined,
  saveRules: undefined,
  adoptGroup: undefined,
  releaseGroup: undefined,
  transferGroup: undefined,
  setGroupDeletable: undefined,
  eraseClosedAccount: undefined,
  saveCustomerPolicy: undefined,
  saveSiteQuota: undefined,
  // No email address is kept by which a customer could be looked up; each of these may be asked for again.
  createCustomer: undefined,
  findCustomer: undefined,
  addToProject: undefined,
  addToOrganization: undefined,
};

/** What is proved, or found; undefined if nobody could look now. */
async function find(ports: Ports, actAs: AccountId | undefined, attempt: Attempt): Promise<Ended | undefined> {
  const proved = attempt.action === 'createGroup' ? await provedCreation(ports, attempt) : undefined;
  if (proved !== undefined) return proved;
  const look = LOOKS[attempt.action];
  if (look === undefined) return UNKNOWN;
  return actAs === undefined ? undefined : look(ports, actAs, attempt);
}

/** How an attempt ended. Undefined: nobody could look, and the next hour may. A day after it began nobody waits any more. */
async function endOf(ports: Ports, look: { as: AccountId | undefined }, attempt: Attempt): Promise<Ended | undefined> {
  const isLast = ports.clock.now() - Date.parse(attempt.at) >= GIVEN_UP_MS;
  try {
    return (await find(ports, look.as, attempt)) ?? (isLast ? UNKNOWN : undefined);
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === undefined) throw thrown;
    // Atlassian asks everybody to wait: nothing more is looked at in this hour.
    if (failure.code === 'RATE_LIMITED') look.as = undefined;
    return isLast ? UNKNOWN : undefined;
  }
}

/**
 * Ends attempts that have no outcome as unknown, with what the privileged user finds on the site now: who brought it about can't be told.
 * Only what is proved is more: a record that names the attempt, a check group of that name.
 *
 * What can't be looked at now (no privileged user, no answer, no time left) stays open for the next hour, for a day.
 *
 * Idempotent: an attempt that was settled has an outcome and is not settled again.
 */
export const settleAudit = async (ports: Ports): Promise<void> => {
  const until = instant(ports.clock, OLD_ENOUGH_MS);
  const { attempts, upTo } = await ports.auditLog.unsettled(until);
  const { state } = attempts.length === 0 ? { state: undefined } : await readPrivilegedUser(ports);
  const look = { as: state?.name === 'healthy' ? state.accountId : undefined };
  const outcomes: Outcome[] = [];
  for (const attempt of attempts) {
    if (!fits(ports, 0)) break;
    const ended = await endOf(ports, look, attempt);
    if (ended !== undefined) {
      outcomes.push({ id: attempt.id, at: instant(ports.clock), ...ended, code: 'SETTLED_LATER' });
    }
  }
  ports.log.info('audit settled', { attempts: attempts.length, open: attempts.length - outcomes.length });
  for (let first = 0; first < outcomes.length; first += OUTCOMES_AT_ONCE) {
    if (!(await ports.auditLog.settle(outcomes.slice(first, first + OUTCOMES_AT_ONCE)))) return;
  }
  // The next hour comes back to what stays open.
  if (upTo !== undefined && outcomes.length === attempts.length) await ports.auditLog.markSettled(upTo);
};

import type { Attempt, AuditFound, Outcome } from '../domain/audit';
import { failureOf } from '../domain/errors';
import { instant } from '../domain/instant';
import type { Ports } from '../domain/ports';
import type { AccountId } from '../shared/ids';
import { deleteCheckGroup } from './steps/check-group';
import { readPrivilegedUser } from './steps/privileged-user';

/** An attempt this young may still be running: a resolver ends after 25 seconds. */
const OLD_ENOUGH_MS = 10 * 60_000;
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
  await deleteCheckGroup(ports, actAs, found.group);
  return creating ? { outcome: 'succeeded', groupId: found.group.groupId } : seen('group');
};

const find = async (ports: Ports, actAs: AccountId | undefined, attempt: Attempt): Promise<Ended> => {
  const proved = attempt.action === 'createGroup' ? await provedCreation(ports, attempt) : undefined;
  if (proved !== undefined) return proved;
  if (actAs === undefined) return UNKNOWN;
  switch (attempt.action) {
    case 'addMember':
    case 'removeMember':
      return membership(ports, actAs, attempt);
    case 'createGroup':
      return creation(ports, actAs, attempt);
    case 'deleteGroup':
      return deletion(ports, actAs, attempt);
    case 'writeTestCreate':
    case 'writeTestDelete':
    case 'proveSiteAdminCreate':
    case 'proveSiteAdminDelete':
      return writeTest(ports, actAs, attempt);
    case 'savePrivilegedUser':
    case 'nominatePrivilegedUser':
    case 'acceptNomination':
    case 'declineNomination':
    case 'cancelNomination':
    case 'removePrivilegedUser':
    case 'deleteStoredCredentials':
    case 'confirmTokenRevoked':
    case 'saveRules':
    case 'adoptGroup':
    case 'releaseGroup':
    case 'transferGroup':
    case 'setGroupDeletable':
    case 'eraseClosedAccount':
    case 'saveCustomerPolicy':
    case 'saveSiteQuota':
      // What is stored shows the result; who brought it about can't be told any more.
      return UNKNOWN;
    case 'createCustomer':
    case 'findCustomer':
    case 'addToProject':
    case 'addToOrganization':
      // No e-mail address is kept by which a customer could be looked up; each of these may be asked for again.
      return UNKNOWN;
  }
};

const settleOne = async (ports: Ports, actAs: AccountId | undefined, attempt: Attempt): Promise<Outcome> => {
  const at = instant(ports.clock);
  try {
    return { id: attempt.id, at, ...(await find(ports, actAs, attempt)), code: 'SETTLED_LATER' };
  } catch (thrown) {
    if (failureOf(thrown) === undefined) throw thrown;
    return { id: attempt.id, at, outcome: 'unknown', code: 'SETTLED_LATER' };
  }
};

/**
 * Ends attempts that have no outcome as unknown, with what the privileged user finds on the site now: who brought it about can't be told.
 * Only what is proved is more: a record that names the attempt, a check group of that name.
 *
 * Idempotent: an attempt that was settled has an outcome and is not read again.
 */
export const settleAudit = async (ports: Ports): Promise<void> => {
  const until = instant(ports.clock, OLD_ENOUGH_MS);
  const { attempts, upTo } = await ports.auditLog.unsettled(until);
  const { state } = attempts.length === 0 ? { state: undefined } : await readPrivilegedUser(ports);
  const actAs = state?.name === 'healthy' ? state.accountId : undefined;
  const outcomes: Outcome[] = [];
  for (const attempt of attempts) outcomes.push(await settleOne(ports, actAs, attempt));
  ports.log.info('audit settled', { attempts: attempts.length });
  for (let first = 0; first < outcomes.length; first += OUTCOMES_AT_ONCE) {
    if (!(await ports.auditLog.settle(outcomes.slice(first, first + OUTCOMES_AT_ONCE)))) return;
  }
  if (upTo !== undefined) await ports.auditLog.markSettled(upTo);
};

import { failureOf } from '../broker/errors';
import { instant } from '../broker/instant';
import { orLog } from '../broker/or-log';
import { checkHealthAfterRefusal } from '../broker/privileged-user/health';
import { isSamePerson, unavailable, type StoredPrivilegedUser } from '../broker/privileged-user/privileged-user';
import type { ApiError, UnavailableCause } from '../shared/result';
import type { GroupRecord } from './facts';
import type { GroupPorts } from './ports';

/** A call made as the privileged user, and the record of the app's group that it concerns, if any. */
export interface PrivilegedCall {
  known: StoredPrivilegedUser;
  action: string;
  record?: GroupRecord;
}

/** Forgets that Atlassian refused this operation on this group, after it worked. */
export async function forgetRefusal(ports: GroupPorts, record: GroupRecord, action: string): Promise<void> {
  if (record.refused?.action === action) await mark(ports, record, {});
}

/**
 * Explains a refusal of the privileged user: their state changed, or it concerns this group only.
 *
 * Any other error comes back as it is.
 */
export async function explainRefusal(
  ports: GroupPorts,
  { known, action, record }: PrivilegedCall,
  thrown: unknown,
): Promise<unknown> {
  const failure = failureOf(thrown);
  if (!isRefusal(failure)) return thrown;
  const now = await healthAfterRefusal(ports, known);
  // A pause since then doesn't explain it.
  if (now.state.name === 'paused') return thrown;
  if (now.state.name !== 'healthy') return unavailable(now.state);
  // A refusal of somebody else says nothing about the group.
  const isOfGroup = failure.code === 'ATLASSIAN_REFUSED' && isSamePerson(now, known);
  if (record !== undefined && isOfGroup) await markRefused(ports, record, action);
  return thrown;
}

/** Makes a privileged call; explains a refusal before throwing it on. */
export async function explained<T>(ports: GroupPorts, call: PrivilegedCall, send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (thrown) {
    throw await explainRefusal(ports, call, thrown);
  }
}

/** Adds or removes a refusal on the present record: a site admin may have changed it meanwhile. */
async function mark(
  { groupRecords, log }: GroupPorts,
  { groupId, spaceId }: GroupRecord,
  { refused }: Pick<GroupRecord, 'refused'>,
): Promise<void> {
  try {
    const now = await groupRecords.get(groupId);
    if (now?.spaceId !== spaceId) return;
    const { refused: _before, ...record } = now;
    await groupRecords.replace({ ...record, ...(refused && { refused }) }, now);
  } catch (thrown) {
    log.warn('refusal not marked', { action: refused?.action, code: failureOf(thrown)?.code });
  }
}

const NOT_ASKED: ReadonlySet<UnavailableCause> = new Set(['notConfigured', 'waiting', 'legacy']);

/** Tells whether Atlassian or Forge refused the privileged user. Without one, nobody was asked. */
function isRefusal(failure: ApiError | undefined): failure is ApiError {
  if (failure?.code === 'ATLASSIAN_REFUSED') return true;
  return failure?.code === 'PRIVILEGED_USER_UNAVAILABLE' && !NOT_ASKED.has(failure.cause);
}

/** Checks the privileged user after a refusal. If the result can't be stored, it doesn't explain anything, and must not hide the refusal or earlier effects. */
async function healthAfterRefusal(ports: GroupPorts, known: StoredPrivilegedUser): Promise<StoredPrivilegedUser> {
  return (await orLog(ports, 'refusal not explained', () => checkHealthAfterRefusal(ports, known))) ?? known;
}

/** Records that Atlassian refused this operation on this group only, not the privileged user as such. */
function markRefused(ports: GroupPorts, record: GroupRecord, action: string): Promise<void> {
  return mark(ports, record, { refused: { action, at: instant(ports.clock) } });
}

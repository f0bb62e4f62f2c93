import { failureOf } from '../../domain/errors';
import type { Ports } from '../../domain/ports';
import type { AccountId } from '../../shared/ids';
import { audited } from './audited';

/** Deletes the e-mail and token of older versions, audited. The token is not read, and stays valid until its owner revokes it. Without a
 * caller, on a schedule. */
export const deleteLegacyCredentials = async (ports: Ports, caller?: AccountId): Promise<void> => {
  await audited(ports, { action: 'deleteStoredCredentials', ...(caller && { caller }) }, () =>
    ports.legacyCredentials.delete(),
  );
};

/** What became of old credentials: whether any are left, and whether they were deleted just now. */
interface Migration {
  legacyRecord: boolean;
  deleted: boolean;
}

/** Deletes old credentials that a chosen privileged user has outdated. What is left, the next load of the global page tries again. */
export const finishMigration = async (ports: Ports, caller: AccountId): Promise<Migration> => {
  try {
    const legacyRecord = await ports.legacyCredentials.exist();
    if (legacyRecord) await deleteLegacyCredentials(ports, caller);
    return { legacyRecord: false, deleted: legacyRecord };
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === undefined) throw thrown;
    ports.log.warn('old credentials not deleted', { code: failure.code });
    return { legacyRecord: true, deleted: false };
  }
};

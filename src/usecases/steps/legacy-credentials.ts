import { failureOf } from '../../domain/errors';
import { instant } from '../../domain/instant';
import type { Ports } from '../../domain/ports';
import type { PrivilegedUserSetting } from '../../domain/privileged-user';
import type { AccountId } from '../../shared/ids';
import { audited } from './audited';

/** Deletes the e-mail and token of older versions, audited. The token is not read, and stays valid until its owner revokes it. Without a
 * caller, on a schedule. */
export const deleteLegacyCredentials = async (ports: Ports, caller?: AccountId): Promise<void> => {
  await audited(ports, { action: 'deleteStoredCredentials', ...(caller && { caller }) }, async () => {
    await rememberToken(ports);
    await ports.legacyCredentials.delete();
  });
};

/** Notes that a token is to be revoked, before the last trace of it is deleted. */
const rememberToken = async (ports: Ports): Promise<void> => {
  const { value, version } = await ports.settings.privilegedUser();
  const noted = await withTokenNoted(ports, value);
  if (noted !== value) await ports.settings.savePrivilegedUser(noted, version);
};

/** The same setting, with the note if there is a token and no note yet. */
export const withTokenNoted = async (
  { legacyCredentials, clock }: Ports,
  setting: PrivilegedUserSetting,
): Promise<PrivilegedUserSetting> =>
  setting.oldToken === undefined && (await legacyCredentials.exist())
    ? { ...setting, oldToken: { deletedAt: instant(clock) } }
    : setting;

/**
 * Deletes old credentials that a chosen privileged user has outdated. Whether any are left: the next load of the global page tries again.
 */
export const finishMigration = async (ports: Ports, caller: AccountId): Promise<boolean> => {
  try {
    if (await ports.legacyCredentials.exist()) await deleteLegacyCredentials(ports, caller);
    return false;
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === undefined) throw thrown;
    ports.log.warn('old credentials not deleted', { code: failure.code });
    return true;
  }
};

import { audited } from '../audit/audited';
import { changeAs } from '../change-as';
import { failureOf } from '../errors';
import { instant } from '../instant';
import type { BrokerPorts } from '../ports';
import type { Proved } from '../proved';
import type { PrivilegedUserSetting } from './state';

/**
 * Deletes the email and token of older versions, audited. The token isn't read, and stays valid until its owner revokes it.
 *
 * `by`: the person who requested it. Absent: the stored data calls for it, and nobody's right is needed.
 */
export async function deleteLegacyCredentials(ports: BrokerPorts, by?: Proved): Promise<void> {
  async function write(): Promise<void> {
    await rememberToken(ports);
    await ports.legacyCredentials.delete();
  }
  const entry = { action: 'deleteStoredCredentials' } as const;
  await (by === undefined
    ? audited(ports, { entry, effect: write })
    : changeAs(ports, by, { entries: [entry], write }));
}

/** Returns the same setting, with the note if there is a token and no note yet. */
export async function withTokenNoted(
  { legacyCredentials, clock }: BrokerPorts,
  setting: PrivilegedUserSetting,
): Promise<PrivilegedUserSetting> {
  return setting.oldToken === undefined && (await legacyCredentials.exist())
    ? { ...setting, oldToken: { deletedAt: instant(clock) } }
    : setting;
}

/**
 * Deletes old credentials that a chosen privileged user makes obsolete. Returns whether any are left: the next load of the global page tries again.
 */
export async function finishMigration(ports: BrokerPorts): Promise<boolean> {
  try {
    if (await ports.legacyCredentials.exist()) await deleteLegacyCredentials(ports);
    return false;
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === undefined) throw thrown;
    ports.log.warn('old credentials not deleted', { code: failure.code });
    return true;
  }
}

/** Records that a token must be revoked, before the last trace of it is deleted. */
async function rememberToken(ports: BrokerPorts): Promise<void> {
  const { value, version } = await ports.settings.privilegedUser();
  const noted = await withTokenNoted(ports, value);
  if (noted !== value) await ports.settings.savePrivilegedUser(noted, version);
}

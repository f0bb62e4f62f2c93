import type { CallerFacts } from '../domain/access';
import { failureOf } from '../domain/errors';
import type { Ports } from '../domain/ports';
import type { AccountId } from '../shared/ids';
import type { GlobalSettingsView } from '../shared/views';
import { checkHealth } from './steps/health';
import { readPrivilegedUser, viewOf, type StoredPrivilegedUser } from './steps/privileged-user';
import { deleteLegacyCredentials } from './steps/take-effect';

/** Deletes old credentials that outlived the choice of a privileged user, because the process died in between. */
const finishMigration = async (ports: Ports, caller: AccountId, known: StoredPrivilegedUser): Promise<boolean> => {
  if (known.stored.value.current === undefined) return known.legacyRecord;
  if (!(await ports.legacyCredentials.exist())) return false;
  try {
    await deleteLegacyCredentials(ports, caller);
    return false;
  } catch (thrown) {
    ports.log.warn('old credentials not deleted', { code: failureOf(thrown)?.code });
    return true;
  }
};

/** What the person who opens the global page may see there; for Confluence admins after a fresh look at the privileged user. */
export const openGlobalSettings = async (
  ports: Ports,
  { caller, facts }: { caller: AccountId; facts: CallerFacts },
): Promise<GlobalSettingsView> => {
  const { confluenceAdmin, supportReader, nominee } = facts;
  const view = { accountId: caller, roles: { confluenceAdmin, supportReader, nominee } };
  if (!confluenceAdmin && !nominee) return view;
  const known = await readPrivilegedUser(ports);
  if (!confluenceAdmin) return { ...view, privilegedUser: viewOf(known) };
  const [looked, legacyRecord] = await Promise.all([checkHealth(ports, known), finishMigration(ports, caller, known)]);
  return { ...view, privilegedUser: viewOf({ ...looked, legacyRecord }) };
};

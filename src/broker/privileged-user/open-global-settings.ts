import type { GlobalSettingsView } from '../../shared/broker/views';
import type { AccountId } from '../../shared/ids';
import type { CallerFacts } from '../access';
import { isPaused } from '../errors';
import type { BrokerPorts } from '../ports';
import { checkHealth } from './health';
import { finishMigration } from './legacy-credentials';
import { nomineeViewOf, readPrivilegedUser, viewOf, type StoredPrivilegedUser } from './privileged-user';

/** Returns what the caller may see on the global page; for Confluence admins after a fresh check of the privileged user. */
export async function openGlobalSettings(
  ports: BrokerPorts,
  { caller, facts }: { caller: AccountId; facts: CallerFacts },
): Promise<GlobalSettingsView> {
  const { confluenceAdmin, supportReader, nominee } = facts;
  const view = { accountId: caller, roles: { confluenceAdmin, supportReader, nominee } };
  if (!confluenceAdmin && !nominee) return view;
  const known = await readPrivilegedUser(ports);
  if (!confluenceAdmin) return { ...view, privilegedUser: nomineeViewOf(known) };
  const isChosen = known.stored.value.current !== undefined;
  const [health, legacyRecord] = await Promise.all([
    checkUnlessPaused(ports, known),
    isChosen ? finishMigration(ports) : known.legacyRecord,
  ]);
  const stored = await ports.settings.privilegedUser();
  return { ...view, privilegedUser: viewOf({ ...health, stored, legacyRecord }) };
}

/** Checks the privileged user; if all changes were paused while the page was opened, returns what was known before. */
async function checkUnlessPaused(ports: BrokerPorts, known: StoredPrivilegedUser): Promise<StoredPrivilegedUser> {
  try {
    return await checkHealth(ports, known);
  } catch (thrown) {
    if (isPaused(thrown)) return known;
    throw thrown;
  }
}

import { NOWHERE } from '../../shared/groups/where';
import type { GroupPorts } from '../ports';
import { isInUse } from './rules-view';

/**
 * Stores that the app works nowhere yet, where that holds because the site is new, so that choosing a privileged user doesn't open every space.
 *
 * Idempotent. It changes nothing that holds, and so leaves no entry in the audit. Fails with CONFLICT or STORAGE_UNAVAILABLE.
 */
export async function keepWhereItWorks(ports: GroupPorts): Promise<void> {
  const { value, version } = await ports.settings.rules();
  if (value.where !== undefined || (await isInUse(ports))) return;
  await ports.settings.saveRules({ ...value, where: NOWHERE }, version);
}

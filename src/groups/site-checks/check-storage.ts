import type { SiteCheck } from '../../shared/groups/site-checks';
import type { GroupPorts } from '../ports';
import { tryBelief } from './try-assumption';

/** Tells how Forge's store refuses a write that came second. */
export async function checkStorage(ports: GroupPorts): Promise<SiteCheck[]> {
  return [
    await tryBelief(ports, 'storageKeyInUse', () => ports.storageProbe.writeUsedKey()),
    await tryBelief(ports, 'storageCondition', () => ports.storageProbe.writeAgainstCondition()),
  ];
}

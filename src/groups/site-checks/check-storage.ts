import type { SiteCheck } from '../../shared/groups/site-checks';
import type { GroupPorts } from '../ports';
import { tryAssumption } from './try-assumption';

/** Tells how Forge's store refuses a write that came second. */
export async function checkStorage(ports: GroupPorts): Promise<SiteCheck[]> {
  return [
    await tryAssumption(ports, 'storageKeyInUse', () => ports.storageProbe.writeUsedKey()),
    await tryAssumption(ports, 'storageCondition', () => ports.storageProbe.writeAgainstCondition()),
  ];
}

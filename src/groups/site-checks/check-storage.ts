import type { SiteCheck } from '../../shared/groups/site-checks';
import type { GroupPorts } from '../ports';
import { tryBelief } from './try-assumption';

/** How Forge's store refuses a write that came second. */
export const checkStorage = async (ports: GroupPorts): Promise<SiteCheck[]> => [
  await tryBelief(ports, 'storageKeyInUse', () => ports.storageProbe.writeUsedKey()),
  await tryBelief(ports, 'storageCondition', () => ports.storageProbe.writeAgainstCondition()),
];

import type { CustomerPorts } from '../../customers/ports';
import type { GroupPorts } from '../../groups/ports';

/** Composes all ports of the app: doors hand them to the use cases of either product. */
export type Ports = GroupPorts & CustomerPorts;

import type { CustomerPorts } from '../../customers/ports';
import type { GroupPorts } from '../../groups/ports';

/** Everything that the app can reach: what doors hand to the use cases of either product. */
export type Ports = GroupPorts & CustomerPorts;

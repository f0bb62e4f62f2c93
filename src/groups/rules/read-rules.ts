import type { RulesView } from '../../shared/groups/views';
import type { GroupPorts } from '../ports';
import { rulesView } from './rules-view';

/** Reads the rules that apply to space admins. */
export async function readRules(ports: GroupPorts): Promise<RulesView> {
  const { value, version } = await ports.settings.rules();
  return rulesView(ports, value, version);
}

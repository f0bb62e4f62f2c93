import type { RulesView } from '../../shared/groups/views';
import type { GroupPorts } from '../ports';

/** Reads the rules that apply to space admins. */
export async function readRules({ settings }: GroupPorts): Promise<RulesView> {
  const { value, version } = await settings.rules();
  return { rules: value, version };
}

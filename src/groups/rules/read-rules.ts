import type { Ports } from '../../broker/ports';
import type { RulesView } from '../../shared/groups/views';

/** The rules that space admins live under. */
export const readRules = async ({ settings }: Ports): Promise<RulesView> => {
  const { value, version } = await settings.rules();
  return { rules: value, version };
};

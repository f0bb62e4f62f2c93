import type { Ports } from '../domain/ports';
import type { AccountId } from '../shared/ids';
import type { Rules } from '../shared/payloads';
import type { RulesView } from '../shared/views';
import { audited } from './steps/audited';

/** Changes the rules. Groups that exist keep their names and records. CONFLICT if another admin saved since `version`. */
export const saveRules = async (
  ports: Ports,
  { caller }: { caller: AccountId },
  { rules, version }: { rules: Rules; version: number },
): Promise<RulesView> => {
  const saved = await audited(ports, { action: 'saveRules', caller }, () => ports.settings.saveRules(rules, version));
  return { rules, version: saved };
};

import { changeAs } from '../../broker/change-as';
import { invalidInput } from '../../broker/errors';
import type { OnSite } from '../../broker/on-site';
import { formGroupName } from '../../shared/groups/group-pattern';
import type { Rules } from '../../shared/groups/payloads';
import type { RulesView } from '../../shared/groups/views';
import { REFUSED_FIELDS } from '../../shared/words/refused-fields';
import type { GroupPorts } from '../ports';
import { nameRefusal } from '../protection';

/** Changes the rules. Groups that exist keep their names and records. INVALID_INPUT (`rules.pattern.prefix`) or, if another admin saved since
 * `version`, CONFLICT. */
export async function saveRules(
  ports: GroupPorts,
  admin: OnSite,
  { rules, version }: { rules: Rules; version: number },
): Promise<RulesView> {
  refuseReservedNames(rules);
  const saved = await changeAs(ports, admin, {
    entries: [{ action: 'saveRules' }],
    write: () => ports.settings.saveRules(rules, version),
  });
  return { rules, version: saved };
}

/** Refuses a pattern that forms only reserved names: nobody could create a group. */
function refuseReservedNames(rules: Rules): void {
  const sample = formGroupName(rules.pattern, 'KEY', 'name');
  if (sample === undefined || nameRefusal(sample, { ...rules, blockList: [] }) === undefined) return;
  throw invalidInput('rules.pattern.prefix', REFUSED_FIELDS.patternReserved);
}

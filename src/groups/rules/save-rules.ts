import { changeAs } from '../../broker/change-as';
import { invalidInput } from '../../broker/errors';
import type { OnSite } from '../../broker/on-site';
import { formGroupName } from '../../shared/groups/group-pattern';
import type { Rules } from '../../shared/groups/payloads';
import type { RulesView } from '../../shared/groups/views';
import { REFUSED_FIELDS } from '../../shared/words/refused-fields';
import type { GroupPorts } from '../ports';
import { nameRefusal } from '../protection';
import { rulesView } from './rules-view';

/** Changes the rules. Groups that exist keep their names and records. INVALID_INPUT (`rules.pattern.prefix`, `rules.where.spaceIds`) or, if another admin saved since
 * `version`, CONFLICT. */
export async function saveRules(
  ports: GroupPorts,
  admin: OnSite,
  { rules, version }: { rules: Rules; version: number },
): Promise<RulesView> {
  refuseReservedNames(rules);
  await refuseUnknownSpaces(ports, rules);
  const next = { ...rules, savedBy: admin.caller };
  const saved = await changeAs(ports, admin, {
    entries: [{ action: 'saveRules' }],
    write: () => ports.settings.saveRules(next, version),
  });
  return rulesView(ports, next, saved);
}

/** Refuses spaces that weren't named before and that the admin doesn't see: one call, if there are any. */
async function refuseUnknownSpaces(ports: GroupPorts, { where }: Rules): Promise<void> {
  if (where.spaces === 'all') return;
  const before = (await ports.settings.rules()).value.where;
  const known = new Set(before === undefined || before.spaces === 'all' ? [] : before.spaceIds);
  const added = where.spaceIds.filter((spaceId) => !known.has(spaceId));
  const seen = added.length === 0 ? [] : await ports.directory.spacesById(added);
  if (seen.length < added.length) throw invalidInput('rules.where.spaceIds', REFUSED_FIELDS.spaceNotFound);
}

/** Refuses a pattern that forms only reserved names: nobody could create a group. */
function refuseReservedNames(rules: Rules): void {
  const sample = formGroupName(rules.pattern, 'KEY', 'name');
  if (sample === undefined || nameRefusal(sample, { ...rules, blockList: [] }) === undefined) return;
  throw invalidInput('rules.pattern.prefix', REFUSED_FIELDS.patternReserved);
}

import type { RulesView } from '../../shared/groups/views';
import type { SpaceBrief } from '../confluence-ports';
import type { GroupPorts } from '../ports';
import { rulesNow, type StoredRules } from './stored-rules';

/** Returns the rules for a page, with the spaces that they name as the caller sees them. */
export async function rulesView(ports: GroupPorts, stored: StoredRules, version: number): Promise<RulesView> {
  const { savedBy: _savedBy, ...rules } = rulesNow(stored, stored.where !== undefined || (await isInUse(ports)));
  const { where } = rules;
  const named = where.spaces === 'all' || where.spaceIds.length === 0 ? [] : where.spaceIds;
  const spaces = named.length === 0 ? [] : await ports.directory.spacesById(named);
  return { rules, spaces: spaces.map(rowOf), version };
}

/** Tells whether the app was ever set up here: it has a privileged user, the groups of an earlier one, or the old credentials. */
export async function isInUse({ settings, groupRecords, legacyCredentials }: GroupPorts): Promise<boolean> {
  const [{ value }, { records }, isLegacy] = await Promise.all([
    settings.privilegedUser(),
    groupRecords.all(),
    legacyCredentials.exist(),
  ]);
  return value.current !== undefined || records.length > 0 || isLegacy;
}

/** Returns the row of a space. */
export function rowOf({ id, key, name }: SpaceBrief): RulesView['spaces'][number] {
  return { id, key, name };
}

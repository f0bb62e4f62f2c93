import { allow, refuse, type Verdict } from '../../broker/verdict';
import type { ForbiddenReason } from '../../shared/result';
import type { GroupRecord } from '../facts';
import type { StoredForSpace } from '../group-facts';
import { protectionRefusal } from '../protection';
import type { AdoptionFacts } from './adoption-facts';
import type { AdoptionLine, AdoptLine, ReleaseLine } from './adoption-line';

/** A line that may be carried out, and what it is based on. */
export interface AdoptionGrant {
  line: AdoptionLine;
  record: GroupRecord | undefined;
  groupName: string;
  grantsProductAccess: boolean;
  /** Nothing is to be done. */
  isSo: boolean;
}

/** The data that decides whether a group can be given to a space. */
interface Known {
  record: GroupRecord | undefined;
  around: StoredForSpace | undefined;
  facts: AdoptionFacts;
}

/** Decides whether a group can be given to a space. */
export function judgeAdoption(
  line: AdoptLine,
  { record, around, facts }: Known,
): Verdict<AdoptionGrant, ForbiddenReason> {
  if (record !== undefined) {
    return record.spaceId === line.spaceId
      ? allow({ line, record, groupName: record.groupName, grantsProductAccess: false, isSo: true })
      : refuse('GROUP_TAKEN');
  }
  const group = facts.groups.get(line.groupId);
  const access = facts.access === 'unknown' ? 'unknown' : (facts.access.get(line.groupId) ?? 'unknown');
  if (around === undefined || access === 'unknown') return refuse('PROTECTION_UNKNOWN');
  const space = facts.spaces.get(line.spaceId);
  if (space === undefined) return refuse('SPACE_NOT_FOUND');
  if (space.personal && !around.rules.personalSpaces) return refuse('PERSONAL_SPACE_OFF');
  if (group === undefined) return refuse('GROUP_NOT_FOUND');
  const reason = protectionRefusal(group, access, around.rules, line.acknowledgeProductAccess);
  if (reason !== undefined) return refuse(reason);
  const grantsProductAccess = line.acknowledgeProductAccess && access.product;
  return allow({ line, record, groupName: group.name, grantsProductAccess, isSo: false });
}

/** Decides whether a group can be taken from its space: only if the record is still the one that the attempt made. */
export function judgeRelease(
  line: ReleaseLine,
  record: GroupRecord | undefined,
): Verdict<AdoptionGrant, ForbiddenReason> {
  const is = { line, record, groupName: record?.groupName ?? '', grantsProductAccess: false };
  if (record === undefined) return allow({ ...is, isSo: true });
  const isOurs = record.attemptId === line.adoptedBy && record.spaceId === line.spaceId;
  return isOurs ? allow({ ...is, isSo: false }) : refuse('GROUP_TAKEN_LATER');
}

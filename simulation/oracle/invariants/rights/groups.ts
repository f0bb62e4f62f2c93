// Rights to create groups, delete them, and change their members.
import { saidBefore, storedBefore } from '../../ages';
import type { Call, History } from '../../history';
import type { Recorded } from '../../ledger';
import { pastOf } from '../../past';
import { subjectOf } from '../../privileged-write';
import { isCheckGroup, nameProtection, protectionOf } from '../../protection';

const OF_GROUPS = new Set([
  'createGroup',
  'removeGroupById',
  'addUserToGroupByGroupId',
  'removeMemberFromGroupByGroupId',
]);

/** Returns what was missing when a group was to be changed. */
export function wrongAboutGroup(history: History, call: Call, attempt: Recorded): string[] {
  if (!OF_GROUPS.has(call.operationId)) return [];
  const { row } = attempt;
  const spaceId = row.lineSpaceId ?? row.spaceId ?? 'global';
  if (spaceId === 'global') return wrongAboutCheckGroup(history, call);
  const wrong = [
    ...wrongAboutSpace(history, call, { spaceId, caller: row.lineBy ?? row.caller ?? 'nobody' }),
    ...(call.operationId === 'createGroup'
      ? wrongAboutName(history, call)
      : wrongAboutRecorded(history, call, spaceId)),
    ...wrongAboutMember(history, call),
  ];
  return wrong.map((what) => `${call.operationId} was sent though ${what}`);
}

function wrongAboutSpace(
  history: History,
  call: Call,
  { spaceId, caller }: { spaceId: string; caller: string },
): string[] {
  const spaces = pastOf(history).space(spaceId, saidBefore(history, call));
  if (!spaces.some((space) => space?.admins.has(caller) === true)) {
    return [`${caller} didn't administer the space ${spaceId}`];
  }
  return spaces.some((space) => space?.status === 'current') ? [] : [`the space ${spaceId} wasn't current`];
}

function wrongAboutName(history: History, call: Call): string[] {
  const { groupName = '' } = subjectOf(call);
  const protections = blockLists(history, call).map((blocked) => nameProtection(groupName, blocked));
  return protections.includes(undefined) ? [] : [`${String(protections[0])}: ${groupName}`];
}

function wrongAboutRecorded(history: History, call: Call, spaceId: string): string[] {
  const { groupId = '' } = subjectOf(call);
  const past = pastOf(history);
  const records = past.record(groupId, storedBefore(history, call)).filter((record) => record?.spaceId === spaceId);
  if (records.length === 0) return [`the group ${groupId} didn't belong to the space ${spaceId}`];
  if (call.operationId === 'removeGroupById' && records.every((record) => record?.deletable !== true)) {
    return [`the space's admins couldn't delete the group ${groupId}`];
  }
  const groups = past.group(groupId, saidBefore(history, call)).filter((group) => group !== undefined);
  if (groups.length === 0) return [`there was no group ${groupId}`];
  const protections = groups.flatMap((group) =>
    blockLists(history, call).flatMap((blocked) => records.map((record) => protectionOf(group, blocked, record))),
  );
  return protections.includes(undefined) ? [] : [`the group ${groupId} is protected: ${String(protections[0])}`];
}

/** Only a person's active account is added, and never the privileged user's, which nobody can take out again. */
function wrongAboutMember(history: History, call: Call): string[] {
  const { accountId } = subjectOf(call);
  if (accountId === undefined) return [];
  if (call.as.kind === 'impersonated' && call.as.accountId === accountId)
    return [`${accountId} is the privileged user`];
  if (call.operationId !== 'addUserToGroupByGroupId') return [];
  const accounts = pastOf(history).account(accountId, saidBefore(history, call));
  const isEligible = accounts.some((one) => one?.accountType === 'atlassian' && one.status === 'active');
  return isEligible ? [] : [`${accountId} isn't an active person`];
}

function wrongAboutCheckGroup(history: History, call: Call): string[] {
  const { groupId = '', groupName } = subjectOf(call);
  const names =
    groupName === undefined
      ? pastOf(history)
          .group(groupId, saidBefore(history, call))
          .map((group) => group?.name)
      : [groupName];
  const isOwn = names.some((name) => name === undefined || isCheckGroup(name));
  return isOwn
    ? wrongAboutMember(history, call)
    : [`${call.operationId} was sent without a space for ${String(names[0])}`];
}

function blockLists(history: History, call: Call): readonly (readonly string[])[] {
  return pastOf(history)
    .setting('rules', storedBefore(history, call))
    .map((rules) => (rules as { blockList?: string[] } | undefined)?.blockList ?? []);
}

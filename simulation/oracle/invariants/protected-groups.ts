import { saidBefore, storedBefore } from '../ages';
import type { Call, History } from '../history';
import type { Invariant } from '../invariant';
import { pastOf } from '../past';
import type { Stretch } from '../past';
import { protectionOf } from '../protection';
import type { SiteChange } from '../site-history';

/** No call of the app changes a group that was protected from when it may last have been looked at, or a membership of the privileged user. */
export const protectedGroups: Invariant = {
  name: 'protected groups and the privileged user’s memberships stay as they are',
  when: 'eachStep',
  check: (history, { changes }) =>
    changes.flatMap((change) => {
      const call = change.call === undefined ? undefined : history.calls[change.call];
      if (call === undefined || (change.what !== 'group' && change.what !== 'member')) return [];
      const what = wrongIn(history, call, change);
      return what === undefined ? [] : [{ what: `${call.operationId}: ${what}`, calls: [call.id] }];
    }),
};

type GroupChange = Extract<SiteChange, { what: 'group' | 'member' }>;

function wrongIn(history: History, call: Call, change: GroupChange): string | undefined {
  const { groupId, at, step } = change;
  const said: Stretch = { from: saidBefore(history, call).from, to: { at, step } };
  const stored: Stretch = { from: storedBefore(history, call).from, to: { at, step } };
  if (change.what === 'member' && isPrivilegedUser(history, change.accountId, stored)) {
    const wasOut = pastOf(history)
      .group(groupId, said)
      .some((group) => group !== undefined && !group.members.has(change.accountId));
    const isDeletion = call.operationId === 'removeGroupById';
    if (!isDeletion || !wasOut) return `changed the privileged user's membership of ${groupId}`;
  }
  return protectionIn(history, groupId, { said, stored });
}

function isPrivilegedUser(history: History, accountId: string, stored: Stretch): boolean {
  return pastOf(history)
    .setting('privileged-user', stored)
    .every(
      (content) => (content as { current?: { accountId?: string } } | undefined)?.current?.accountId === accountId,
    );
}

/** Returns why the group was protected at each moment; undefined if it wasn't at one. */
function protectionIn(
  history: History,
  groupId: string,
  { said, stored }: { said: Stretch; stored: Stretch },
): string | undefined {
  const past = pastOf(history);
  const rules = past.setting('rules', stored) as ({ blockList?: string[] } | undefined)[];
  const records = past.record(groupId, stored);
  const protections = past
    .group(groupId, said)
    .filter((group) => group !== undefined)
    .flatMap((group) =>
      rules.flatMap((one) => records.map((record) => protectionOf(group, one?.blockList ?? [], record))),
    );
  return protections.length === 0 || protections.includes(undefined)
    ? undefined
    : `changed the group ${groupId}, though ${String(protections[0])}`;
}

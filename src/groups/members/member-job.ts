import { invalidInput } from '../../broker/errors';
import { instant } from '../../broker/instant';
import type { Job, Refused } from '../../broker/runs/job';
import type { Rules } from '../../shared/groups/payloads';
import { say } from '../../shared/words/format';
import { REFUSED_FIELDS } from '../../shared/words/refused-fields';
import {
  aboutGroup,
  requireFacts,
  refreshGroup,
  readStoredForGroup,
  type GroupNow,
  type StoredForGroup,
} from '../group-facts';
import type { InSpace } from '../in-space';
import type { GroupPorts } from '../ports';
import {
  accountsToRead,
  judgeMember,
  lookAtMember,
  performMember,
  type MemberCommand,
  type MemberGrant,
  type MemberOutcome,
} from './commands';

interface MemberKind {
  command: MemberCommand;
  stored: StoredForGroup;
  facts: GroupNow;
  grant: MemberGrant;
  value: MemberOutcome;
}

/** Returns the job that changes memberships of a group of this space. All commands of one run must name the same group: others are refused. */
export function memberJob(ports: GroupPorts, begun: InSpace): Job<MemberKind> {
  const { caller, space } = begun;
  const { spaceId } = space;
  return {
    readStored: async (commands) => {
      const stored = await readStoredForGroup(ports, space, commands[0].groupId);
      refuseTooMany(stored.rules, commands.length);
      return stored;
    },
    readFacts: (commands, stored, anew) => refreshGroup(ports, begun, stored, anew, accountsToRead(commands)),
    demand: (_commands, stored, now) => void requireFacts(stored, now),
    judge: (command, stored, now) =>
      judgeMember(command, requireFacts(stored, now), now.accounts.get(command.accountId)),
    entry: ({ operation: action, actAs, groupId, groupName, accountId }) => ({
      action,
      caller,
      actedAs: actAs,
      spaceId,
      groupId,
      groupName,
      accountId,
    }),
    perform: (grant) => performMember(ports, grant),
    look: (grant) => lookAtMember(ports, grant),
    subject: aboutGroup,
    refused: async (refused, about) => {
      const at = instant(ports.clock);
      const refusals = withoutRepeats(refused).map(({ command: { operation: action }, reason }) => ({
        at,
        caller,
        action,
        reason,
        spaceId,
        ...about,
      }));
      await ports.auditLog.refuse(...refusals);
    },
  };
}

/** Refuses more people than the rules allow in one operation. */
function refuseTooMany({ maxPeoplePerOperation }: Rules, people: number): void {
  if (people <= maxPeoplePerOperation) return;
  throw invalidInput('accountIds', say(REFUSED_FIELDS.pickAtMost, { n: maxPeoplePerOperation }));
}

/** Keeps one refusal for each operation and reason, as the audit counts them. */
function withoutRepeats(refused: readonly Refused<MemberKind>[]): Refused<MemberKind>[] {
  return [...new Map(refused.map((one) => [`${one.command.operation} ${one.reason}`, one])).values()];
}

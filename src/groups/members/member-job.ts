import type { Attempt } from '../../broker/audit/entries';
import { invalidInput } from '../../broker/errors';
import type { Known, RefusedCommand } from '../../broker/runs/job';
import { refuse, type Verdict } from '../../broker/verdict';
import type { AccountId } from '../../shared/ids';
import type { ForbiddenReason } from '../../shared/result';
import { say } from '../../shared/words/format';
import { REFUSED_FIELDS } from '../../shared/words/refused-fields';
import { aboutGroup, readStoredForGroup, refreshGroup, requireFacts } from '../group-facts';
import type { ForSpace, InSpace } from '../in-space';
import type { GroupPorts } from '../ports';
import type { StoredRules } from '../rules/stored-rules';
import { accountsToRead, judgeMember, type MemberCommand, type MemberGrant } from './commands';
import { factChange, isChangedLater, type Undone } from './fact-changes';
import { lookForResult, nowOf, performWithPrior } from './member-effect';
import type { MemberJob, MemberKind } from './member-kind';

const NOTHING: ReadonlyMap<AccountId, Undone> = new Map();

/** The undo or the run that commands are part of. */
interface Belonging {
  /** The changes that they undo, by account. Each is undone only if the membership wasn't changed since. */
  undone?: ReadonlyMap<AccountId, Undone> | undefined;
  /** The run whose lines they are: its plan has a limit of its own. */
  runId?: string;
}

/** Returns the job that changes memberships of a group of this space. All commands of one run must name the same group: others are refused. */
export function memberJob(
  ports: GroupPorts,
  begun: InSpace | ForSpace,
  { undone = NOTHING, runId }: Belonging = {},
): MemberJob {
  const { caller, space } = begun;
  const { spaceId } = space;
  return {
    journal: ports.memberJournal,
    readStored: async (commands, batch) => {
      const people = batch.map(({ accountId }) => accountId);
      const stored = await readStoredForGroup(ports, space, commands[0].groupId, people);
      const field = undone === NOTHING ? 'accountIds' : 'attemptIds';
      if (runId === undefined) refuseTooMany(stored.rules, commands.length, field);
      return stored;
    },
    readFacts: (commands, stored, anew) =>
      refreshGroup(ports, begun, { stored, anew, accountIds: accountsToRead(commands) }),
    demand: (_commands, stored, now) => void requireFacts(stored, now),
    judge: (command, stored, facts) => judgeUnlessLater(command, { stored, facts }, undone),
    entry: ({ operation: action, actAs, groupId, groupName, accountId }) => ({
      action,
      caller,
      actedAs: actAs,
      spaceId,
      groupId,
      groupName,
      accountId,
      ...undoing(undone.get(accountId)),
    }),
    perform: (grant, attempt) => performWithPrior(ports, grant, attempt),
    change: (grant, { outcome }, sent) =>
      outcome === 'succeeded'
        ? factChange(grant, sent, { by: caller, ...nowOf(ports, grant), undone: undone.get(grant.accountId), runId })
        : undefined,
    look: (grant) => lookForResult(ports, grant),
    subject: aboutGroup,
    refusal: (command, known) => ({ caller, spaceId, ...refusalOf(command, known, runId) }),
  };
}

/** Judges one person. What is to be undone must still be the last change of their membership. */
function judgeUnlessLater(
  command: MemberCommand,
  { stored, facts }: Pick<Known<MemberKind>, 'stored' | 'facts'>,
  undone: ReadonlyMap<AccountId, Undone>,
): Verdict<MemberGrant, ForbiddenReason> {
  const { accountId } = command;
  const verdict = judgeMember(command, requireFacts(stored, facts), facts.accounts.get(accountId));
  const isLater = verdict.allowed && isChangedLater(undone.get(accountId), command, stored.memberships.get(accountId));
  return isLater ? refuse('CHANGED_LATER') : verdict;
}

/** Describes a refused command. A line of a run names a group that Confluence has shown: its plan was made then. */
function refusalOf(
  { operation: action, groupId }: MemberCommand,
  known: Pick<Known<MemberKind>, 'facts'> | undefined,
  runId: string | undefined,
): RefusedCommand {
  return { action, ...(runId !== undefined && { groupId }), ...(known && aboutGroup(known.facts)) };
}

function undoing(undone: Undone | undefined): Pick<Attempt, 'undoes'> {
  return undone === undefined ? {} : { undoes: undone.attemptId };
}

/** Refuses a longer list than the rules allow. */
function refuseTooMany({ longestList }: StoredRules, people: number, field: 'accountIds' | 'attemptIds'): void {
  if (people <= longestList) return;
  throw invalidInput(field, say(REFUSED_FIELDS.pickAtMost, { n: longestList }));
}

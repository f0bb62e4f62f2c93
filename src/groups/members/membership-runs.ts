import { readPrivilegedUser } from '../../broker/privileged-user/privileged-user';
import type { Actor, RunKind } from '../../broker/runs/kinds';
import type { RequesterId } from '../../broker/runs/requester';
import type { StoredRun } from '../../broker/runs/stored-run';
import type { AccountId, SpaceId } from '../../shared/ids';
import { say } from '../../shared/words/format';
import { REFUSED_FIELDS } from '../../shared/words/refused-fields';
import { explainRefusal } from '../explain-refusal';
import type { PriorFact } from '../facts';
import { readStoredForSpace } from '../group-facts';
import type { ForSpace, InSpace } from '../in-space';
import type { GroupPorts } from '../ports';
import type { MemberCommand } from './commands';
import type { Undone } from './fact-changes';
import { lookAtMembership } from './look-at-membership';
import { memberJob } from './member-job';

/** One line: a change of a membership, and the change that it undoes, if it undoes one. */
export interface MembershipLine extends MemberCommand {
  /** The line of the list that named the person. */
  line?: number;
  undone?: Undone;
}

const HOUR_MS = 3_600_000;

/** Runs that change memberships of one group of a space, as their author: present at first, later asked about. */
export const membershipRuns: RunKind<GroupPorts, InSpace> = {
  product: 'memberships',
  effect: 'atlassian',
  // At most 125 writes are sent while facts are fresh.
  ahead: 150,
  lapsesAfterMs: HOUR_MS,
  job(ports, run, actor, commands) {
    const right = inRightOf(ports, run, actor);
    return memberJob(right.ports, right.begun, belongingOf(run, commands as readonly MembershipLine[]));
  },
  async look(ports, commands) {
    const { privilegedUser } = await readStoredForSpace(ports);
    return Promise.all(
      (commands as readonly MembershipLine[]).map(async (line) => {
        const found = await lookAtMembership(ports, privilegedUser, line);
        return { found, holds: (found === 'member') === (line.operation === 'addMember') };
      }),
    );
  },
  inverse(command, { attemptId, undo }): MembershipLine {
    const { operation, ...person } = command as MembershipLine;
    const undone = { attemptId, prior: undo as PriorFact | undefined };
    return { operation: operation === 'addMember' ? 'removeMember' : 'addMember', ...person, undone };
  },
  typeNumber: (number) => say(REFUSED_FIELDS.typeNumber, { number: String(number) }),
  explain: async (ports, thrown) =>
    explainRefusal(ports, { known: await readPrivilegedUser(ports), action: 'addMember' }, thrown),
};

/** Returns the person in whose right a run goes on, and ports that read as they may: present, or later without them. */
export function inRightOf(
  ports: GroupPorts,
  run: StoredRun,
  actor: Actor<InSpace>,
): { ports: GroupPorts; begun: InSpace | ForSpace } {
  if (isPresent(actor)) return { ports, begun: actor.begun };
  const requester = requesterIn(actor);
  const begun = { caller: requester, space: { spaceId: spaceOf(run) } };
  return { ports: asRequester(ports, requester), begun };
}

/** Returns the run that lines of one group belong to, and what they undo. */
export function belongingOf({ runId }: StoredRun, lines: readonly MembershipLine[]) {
  return { undone: undoneBy(lines), runId };
}

function isPresent(actor: Actor<InSpace>): actor is { begun: InSpace } {
  return actor !== 'app' && 'begun' in actor;
}

function requesterIn(actor: Actor<InSpace>): RequesterId {
  if (actor === 'app' || 'begun' in actor) throw new Error('Lists of people are changed in the right of their author');
  return actor.requester;
}

function spaceOf({ place }: StoredRun): SpaceId {
  if (place === 'site') throw new Error('Memberships are changed in a space');
  return place;
}

/** Returns ports that read without anybody present: the space as the author, accounts as the app, the group as the privileged user. */
function asRequester(ports: GroupPorts, requester: RequesterId): GroupPorts {
  const { directory, requesterReader, accountReader } = ports;
  return {
    ...ports,
    directory: {
      ...directory,
      space: (spaceId) => requesterReader.space(requester, spaceId),
      group: async () => undefined,
      accounts: (ids) => accountReader.accounts(ids),
    },
  };
}

function undoneBy(lines: readonly MembershipLine[]): ReadonlyMap<AccountId, Undone> | undefined {
  const all = lines.flatMap(({ accountId, undone }): [AccountId, Undone][] =>
    undone === undefined ? [] : [[accountId, undone]],
  );
  return all.length === 0 ? undefined : new Map(all);
}

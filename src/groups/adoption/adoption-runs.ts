import { readPrivilegedUser } from '../../broker/privileged-user/privileged-user';
import type { RunKind } from '../../broker/runs/kinds';
import { say } from '../../shared/words/format';
import { REFUSED_FIELDS } from '../../shared/words/refused-fields';
import { explainRefusal } from '../explain-refusal';
import type { GroupPorts } from '../ports';
import { adoptionJob } from './adoption-job';
import type { AdoptionLine } from './adoption-line';

const FORTNIGHT_MS = 14 * 86_400_000;

/** Runs that give existing groups to spaces, or take them from their spaces again, in the right of a site admin. Nothing is written at Atlassian. */
export const adoptionRuns: RunKind<GroupPorts> = {
  product: 'adoptions',
  effect: 'stored',
  needsSiteAdmin: true,
  // Three times as many as are stored in one go: what is read of them holds that long.
  ahead: 18,
  lapsesAfterMs: FORTNIGHT_MS,
  job: (ports, run, actor) => adoptionJob(ports, run, actor),
  inverse(command, { attemptId }): AdoptionLine {
    const { groupId, groupName, spaceId } = command as AdoptionLine;
    return { operation: 'releaseGroup', groupId, groupName, spaceId, adoptedBy: attemptId };
  },
  typeNumber: (number) => say(REFUSED_FIELDS.typeNumber, { number: String(number) }),
  explain: async (ports, thrown) =>
    explainRefusal(ports, { known: await readPrivilegedUser(ports), action: 'readGroupAccess' }, thrown),
};

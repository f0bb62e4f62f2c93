import { isFresh } from '../../broker/age';
import type { RefusedSubject } from '../../broker/audit/entries';
import { forbidden, subjectOf } from '../../broker/errors';
import { instant } from '../../broker/instant';
import type { Known, RunJob } from '../../broker/runs/job';
import type { Actor } from '../../broker/runs/kinds';
import type { StoredRun } from '../../broker/runs/stored-run';
import type { AccountId, GroupId } from '../../shared/ids';
import type { GroupRecord, RecordChange, SettingVersions } from '../facts';
import { readStoredForAdding, type StoredForSpace } from '../group-facts';
import type { GroupPorts } from '../ports';
import { readAdoptionFacts, type AdoptionFacts } from './adoption-facts';
import { isAdopting, type AdoptionLine } from './adoption-line';
import { judgeAdoption, judgeRelease, type AdoptionGrant } from './judge-adoption';

/** The records of the next groups; and the rest of what is stored, where a group is given to a space. */
interface StoredForAdoption {
  records: ReadonlyMap<GroupId, GroupRecord>;
  around?: StoredForSpace;
  /** The mark of added records, from before, and the versions of what else was read. */
  mark?: number;
  settings?: SettingVersions;
}

interface AdoptionKind {
  command: AdoptionLine;
  stored: StoredForAdoption;
  facts: AdoptionFacts;
  grant: AdoptionGrant;
  value: 'done';
  change: RecordChange;
}

/** Returns the job that carries out lines of a run, each of which gives a group to a space or takes it from there. */
export function adoptionJob(
  ports: GroupPorts,
  { by, runId }: Pick<StoredRun, 'by' | 'runId'>,
  actor: Actor<unknown>,
): RunJob<AdoptionKind> {
  const author = personIn(by);
  return {
    readStored: createStoredReads(ports),
    readFacts: (commands, { around }) =>
      readAdoptionFacts(ports, actor, { around, lines: commands.filter(isAdopting) }),
    demand: (_commands, _stored, facts) => {
      // The lists of all groups that give access weren't shown: that says nothing about any single group.
      if (facts.access === 'unknown') throw forbidden('PROTECTION_UNKNOWN');
    },
    judge: (line, { records, around }, facts) => {
      const record = records.get(line.groupId);
      return isAdopting(line) ? judgeAdoption(line, { record, around, facts }) : judgeRelease(line, record);
    },
    entry: ({ line, groupName }) => ({
      action: line.operation,
      caller: author,
      spaceId: line.spaceId,
      groupId: line.groupId,
      groupName,
      ...('adoptedBy' in line && { undoes: line.adoptedBy }),
    }),
    perform: async ({ isSo }) => ({ value: 'done', outcome: isSo ? 'unchanged' : 'succeeded' }),
    change: (grant, { outcome }, { id: attemptId, stored }) =>
      outcome === 'succeeded'
        ? changeOf(grant, { attemptId, runId, recordedBy: author, recordedAt: instant(ports.clock) }, stored)
        : undefined,
    look: async () => undefined,
    refusal: (line, known) => ({ action: line.operation, caller: author, ...shownOf(line, known) }),
  };
}

/** Names a group and a space that are known to exist: the line has them from its author's page, or from one that was carried out. */
function shownOf(line: AdoptionLine, known: Pick<Known<AdoptionKind>, 'stored' | 'facts'> | undefined): RefusedSubject {
  const { groupId, spaceId } = line;
  const record = known?.stored.records.get(groupId);
  const group = known?.facts.groups.get(groupId);
  const isSpaceShown = !isAdopting(line) || known?.facts.spaces.has(spaceId) === true;
  return {
    ...(group === undefined ? record && { groupId, groupName: record.groupName } : subjectOf(group)),
    ...(isSpaceShown && { spaceId }),
  };
}

function personIn(by: StoredRun['by']): AccountId {
  if (by === 'app') throw new Error('Groups are taken over in the right of a person');
  return by;
}

/**
 * Returns a function that reads what is stored about the groups of lines. It serves all batches among them for five seconds: a change is stored only while nobody has
 * changed what was read.
 */
function createStoredReads(ports: GroupPorts): (lines: readonly AdoptionLine[]) => Promise<StoredForAdoption> {
  let last: { lines: readonly AdoptionLine[]; readAt: number; stored: StoredForAdoption } | undefined;
  return async (lines) => {
    if (last?.lines === lines && isFresh(ports.clock, last.readAt)) return last.stored;
    const readAt = ports.clock.now();
    last = { lines, readAt, stored: await readStoredFor(ports, lines) };
    return last.stored;
  };
}

async function readStoredFor(ports: GroupPorts, lines: readonly AdoptionLine[]): Promise<StoredForAdoption> {
  const ids = lines.map(({ groupId }) => groupId);
  if (lines.some(isAdopting)) return readStoredForAdding(ports, ids);
  return { records: await ports.groupRecords.recorded(ids) };
}

type Stamp = Required<Pick<GroupRecord, 'attemptId' | 'runId' | 'recordedBy' | 'recordedAt'>>;

function changeOf(
  { line, record, groupName, grantsProductAccess }: AdoptionGrant,
  stamp: Stamp,
  { mark, settings }: StoredForAdoption,
): RecordChange | undefined {
  const { groupId, spaceId } = line;
  const { attemptId } = stamp;
  if (!isAdopting(line)) return record && { attemptId, groupId, removed: record };
  const added: GroupRecord = {
    groupId,
    spaceId,
    groupName,
    origin: 'adopted',
    deletable: false,
    grantsProductAccess,
    ...stamp,
  };
  return {
    attemptId,
    groupId,
    added,
    ...(mark !== undefined && { mark }),
    ...(settings !== undefined && { settings }),
  };
}

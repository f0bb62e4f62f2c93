import { failureOf, forbidden, invalidInput } from '../../broker/errors';
import type { GroupFacts } from '../../broker/facts';
import { orLog } from '../../broker/or-log';
import type { Found, Performed } from '../../broker/runs/endings';
import { runAlone } from '../../broker/runs/in-batches';
import type { Job } from '../../broker/runs/job';
import { formGroupName, freePartProblem } from '../../shared/groups/group-pattern';
import type { CreatedGroup } from '../../shared/groups/views';
import type { GroupId } from '../../shared/ids';
import { REFUSED_FIELDS } from '../../shared/words/refused-fields';
import { explained } from '../explain-refusal';
import { readStoredForGroup, readStoredForSpace, type StoredForSpace } from '../group-facts';
import { rowOf } from '../group-row';
import type { InSpace } from '../in-space';
import type { GroupGrant } from '../operations';
import { grantCreateGroup } from '../policy';
import type { GroupPorts } from '../ports';
import { findFreeName, type FreeName } from './free-name';
import { newRecord, storeNewRecord, type Creating } from './record-new-group';

/** One group to create, as plain data. `freePart`: the typed part of its name. */
interface Creation {
  operation: 'createGroup';
  freePart: string;
}

/** The stored data for a decision about a new group. */
interface StoredForCreation extends StoredForSpace {
  /** The space has as many groups as the rules allow. */
  isFull: boolean;
}

interface Kind {
  command: Creation;
  stored: StoredForCreation;
  facts: FreeName;
  grant: GroupGrant<'createGroup'>;
  value: CreatedGroup;
  change: never;
}

/**
 * Creates a group of this space, empty, with a name that the site's pattern forms. `inPlaceOf`: it's to take the place of that group, which both say until it has.
 *
 * If the answer is lost, a group of this name without members counts as the new one (`answerLost`): just before, the privileged user didn't see a group of that name.
 * Any other is left alone, and can be adopted.
 *
 * Fails with INVALID_INPUT (`name`; Confluence may not accept it either), CONFLICT (the name is in use: never an adoption), FORBIDDEN, or PRIVILEGED_USER_UNAVAILABLE.
 */
export async function createGroup(
  ports: GroupPorts,
  begun: InSpace,
  { name, inPlaceOf }: { name: string; inPlaceOf?: GroupId | undefined },
): Promise<CreatedGroup> {
  const freePart = name.trim();
  const wrong = freePartProblem(freePart);
  if (wrong !== undefined) throw invalidInput('name', wrong);
  return runAlone(ports, creationJob(ports, { ...begun, inPlaceOf }), { operation: 'createGroup', freePart });
}

function creationJob(ports: GroupPorts, begun: Creating): Job<Kind> {
  const { caller, space } = begun;
  return {
    readStored: () => readForCreation(ports, begun),
    readFacts: ([command], stored, anew) => findFreeName(ports, begun, { freePart: command.freePart, stored, anew }),
    demand: ([{ freePart }], { rules: { pattern }, privilegedUser }, { space: { key }, groupName, readAs }) => {
      if (readAs !== privilegedUser) throw forbidden('PRIVILEGED_USER_CHANGED');
      if (formGroupName(pattern, key, freePart) !== groupName) throw forbidden('CHANGED_MEANWHILE');
    },
    judge: (_command, stored, now) => grantCreateGroup(now.space, now.groupName, stored),
    entry: ({ operation: action, actAs, groupName }) => ({
      action,
      caller,
      actedAs: actAs,
      spaceId: space.spaceId,
      groupName,
    }),
    perform: (grant, attempt) => create(ports, begun, grant, attempt),
    look: (grant) => claim(ports, begun, grant),
  };
}

/** Fails with GROUP_OF_ANOTHER_SPACE if that is where the group belongs whose place the new one is to take. */
async function readForCreation(ports: GroupPorts, { space, inPlaceOf }: Creating): Promise<StoredForCreation> {
  const { known, rules, privilegedUser } =
    inPlaceOf === undefined ? await readStoredForSpace(ports) : await readStoredForGroup(ports, space, inPlaceOf);
  const isFull = await ports.groupRecords.hasAtLeast(space.spaceId, rules.mostGroups);
  return { known, rules, privilegedUser, isFull };
}

/** Creates the group and records it. If the record can't be stored, throws once the audit has the creation. */
async function create(
  ports: GroupPorts,
  begun: Creating,
  grant: GroupGrant<'createGroup'>,
  { id: attemptId, stored: { known } }: { id: string; stored: StoredForSpace },
): Promise<Performed<CreatedGroup>> {
  const made = await explained(ports, { known, action: 'createGroup' }, () => make(ports, grant));
  const record = { ...newRecord(ports, begun, made), attemptId };
  const created = { value: rowOf(record), outcome: 'succeeded', groupId: made.groupId } as const;
  try {
    await storeNewRecord(ports, record);
    return created;
  } catch (thrown) {
    return { ...created, thrown };
  }
}

/** Creates the group. Confluence's 400 for a name in use doesn't say its reason: fails with CONFLICT only if a group of that name is found. */
async function make(ports: GroupPorts, grant: GroupGrant<'createGroup'>): Promise<GroupFacts> {
  try {
    return await ports.groupWriter.createGroup(grant);
  } catch (thrown) {
    if (failureOf(thrown)?.code !== 'CONFLICT') throw thrown;
    function look() {
      return ports.privilegedReader.groupByName(grant.actAs, grant.groupName);
    }
    if ((await orLog(ports, 'rejection not explained', look)) !== undefined) throw thrown;
    throw invalidInput('name', REFUSED_FIELDS.nameNotAccepted);
  }
}

/** Records a found group without its attempt: nobody knows whether this attempt made it. */
async function claim(
  ports: GroupPorts,
  begun: Creating,
  { actAs, groupName }: GroupGrant<'createGroup'>,
): Promise<Found<CreatedGroup> | undefined> {
  const found = await ports.privilegedReader.groupByName(actAs, groupName);
  if (found === undefined || found.members > 0) return undefined;
  const record = newRecord(ports, begun, found.group);
  await storeNewRecord(ports, record);
  return { value: { ...rowOf(record), answerLost: true }, found: 'group', groupId: record.groupId };
}

import { AppError, failureOf } from '../domain/errors';
import type { Grant } from '../domain/grant';
import type { GroupFacts, GroupRecord } from '../domain/groups';
import { grantCreateGroup } from '../domain/policy';
import type { Ports } from '../domain/ports';
import { formGroupName, freePartProblem } from '../shared/group-pattern';
import type { GroupRow } from '../shared/views';
import { afterWrite } from './steps/after-write';
import { audited, instant } from './steps/audited';
import { rowOf } from './steps/group-row';
import type { InSpace } from './steps/in-space';
import { readPrivilegedUser, requirePrivilegedUser } from './steps/privileged-user';
import { explained } from './steps/privileged-write';

const problem = (message: string): AppError =>
  new AppError({ code: 'INVALID_INPUT', fields: [{ field: 'name', message }] });

const isInUse = async ({ directory }: Ports, groupName: string): Promise<boolean> => {
  const { groups } = await directory.searchGroups(groupName, 0);
  return groups.some((group) => group.name.toLowerCase() === groupName);
};

/** The group of a lost answer. Undefined also if reading fails: then the create is still of unknown result, and not "nothing changed". */
const findLost = async ({ privilegedReader, log }: Ports, { actAs, groupName }: Grant<'createGroup'>) => {
  try {
    return await privilegedReader.groupByName(actAs, groupName);
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === undefined) throw thrown;
    log.warn('lost create not settled', { code: failure.code });
    return undefined;
  }
};

/**
 * Creates the group. If the answer is lost, one of this name that has no members is ours: the name was free just before.
 *
 * Any other is left alone, and can be adopted.
 */
const create = async (ports: Ports, grant: Grant<'createGroup'>): Promise<GroupFacts> => {
  try {
    return await ports.groupWriter.createGroup(grant);
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure?.code !== 'UPSTREAM_UNAVAILABLE' || failure.changed !== 'unknown') throw thrown;
    const found = await findLost(ports, grant);
    if (found === undefined || found.members > 0) throw thrown;
    return found.group;
  }
};

/**
 * Creates a group of this space, empty, with a name that the site's pattern forms.
 *
 * Fails with INVALID_INPUT (`name`), CONFLICT (the name is in use: never an adoption), FORBIDDEN, or PRIVILEGED_USER_UNAVAILABLE.
 */
export const createGroup = async (
  ports: Ports,
  { caller, space }: InSpace,
  { name }: { name: string },
): Promise<GroupRow> => {
  const freePart = name.trim();
  const wrong = freePartProblem(freePart);
  if (wrong !== undefined) throw problem(wrong);
  const [known, { value: rules }] = await Promise.all([readPrivilegedUser(ports), ports.settings.rules()]);
  const actAs = requirePrivilegedUser(known).accountId;
  const groupName = formGroupName(rules.pattern, space.key, freePart);
  const decision = grantCreateGroup(space, groupName ?? '', rules, actAs);
  if (!decision.granted) throw new AppError({ code: 'FORBIDDEN', reason: decision.reason });
  if (groupName === undefined) throw problem("This space's key cannot be part of a group name.");
  if (await isInUse(ports, groupName)) throw new AppError({ code: 'CONFLICT', what: 'groupName' });

  const record = ({ groupId, name: created }: GroupFacts): GroupRecord => ({
    groupId,
    spaceId: space.spaceId,
    groupName: created,
    origin: 'created',
    deletable: true,
    grantsProductAccess: false,
    recordedBy: caller,
    recordedAt: instant(ports.clock),
  });
  const entry = { action: 'createGroup', caller, actedAs: actAs, spaceId: space.spaceId, groupName } as const;
  const made = await audited(
    ports,
    entry,
    async () => {
      const created = record(
        await explained(ports, known, 'createGroup', undefined, () => create(ports, decision.grant)),
      );
      await afterWrite(() => ports.groupRecords.add(created));
      return created;
    },
    ({ groupId }) => ({ groupId }),
  );
  return rowOf(made);
};

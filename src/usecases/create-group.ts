import { AppError, forbidden, invalidInput } from '../domain/errors';
import type { Grant } from '../domain/grant';
import type { GroupFacts, GroupRecord } from '../domain/groups';
import { instant } from '../domain/instant';
import { grantCreateGroup } from '../domain/policy';
import type { Ports } from '../domain/ports';
import { formGroupName, freePartProblem, MAX_GROUP_NAME } from '../shared/group-pattern';
import type { GroupRow } from '../shared/views';
import { afterWrite } from './steps/after-write';
import { audited } from './steps/audited';
import { rowOf } from './steps/group-row';
import type { InSpace } from './steps/in-space';
import { readAfterLoss } from './steps/lost-answer';
import { readPrivilegedUser, requirePrivilegedUser } from './steps/privileged-user';
import { explained } from './steps/privileged-write';

const isInUse = async ({ directory }: Ports, groupName: string): Promise<boolean> => {
  for (let start: number | undefined = 0; start !== undefined;) {
    const page: Awaited<ReturnType<typeof directory.searchGroups>> = await directory.searchGroups(groupName, start);
    if (page.groups.some((group) => group.name.toLowerCase() === groupName)) return true;
    start = page.nextStart;
  }
  return false;
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
    const read = () => ports.privilegedReader.groupByName(grant.actAs, grant.groupName);
    const found = await readAfterLoss(ports, thrown, read);
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
  if (wrong !== undefined) throw invalidInput('name', wrong);
  const [known, { value: rules }] = await Promise.all([readPrivilegedUser(ports), ports.settings.rules()]);
  const actAs = requirePrivilegedUser(known).accountId;
  const groupName = formGroupName(rules.pattern, space.key, freePart);
  const decision = grantCreateGroup(space, groupName ?? '', rules, actAs);
  if (!decision.granted) throw forbidden(decision.reason);
  if (groupName === undefined) throw invalidInput('name', "This space's key cannot be part of a group name.");
  if (groupName.length > MAX_GROUP_NAME) throw invalidInput('name', 'The whole name is too long. Enter a shorter one.');
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

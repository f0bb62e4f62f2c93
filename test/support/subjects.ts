// What valid payloads are about: on the demo site of integration tests, and on the small site of the fakes.
import type { CustomerPolicy } from '../../src/shared/customers/policy';
import type { AuditRecord, World } from './integration';
import type { OnCustomers, OnGroup, OnSite } from './payloads';
import { aGroup, aSpace, bob, boss } from './ports/builders';
import { aPolicy, aProject } from './ports/customers';

/** A group that the app manages, and one to adopt. */
export function onDemoSite(world: World, groupId: string): OnSite {
  return {
    candidate: world.id('site-admin'),
    version: 1,
    rulesVersion: 1,
    versionWithNominee: 2,
    groupId,
    adoptable: { groupId: world.groupId('devops-oncall'), spaceId: world.spaceId('DEVOPS') },
    plannedTakeover: takeoverIn(world, 'planned'),
    waitingTakeover: takeoverIn(world, 'waiting'),
    doneTakeover: takeoverIn(world, 'done'),
    spaceKey: 'DEMO',
    otherSpaceKey: 'DEVOPS',
    memberId: world.id('space-admin'),
  };
}

const NO_TAKEOVER = '00000000-0000-4000-8000-00000000dead';

/** A plan to take groups over that is in this state, if there is one. */
function takeoverIn(world: World, state: string): string {
  const found = Object.entries(world.entity('run')).find(
    ([, run]) => run['place'] === 'site' && run['state'] === state,
  );
  return found?.[0] ?? NO_TAKEOVER;
}

/** A group of DEMO. */
export function onDemoGroup(world: World, groupId: string): OnGroup {
  return {
    groupId,
    groupName: world.model.groups.get(groupId)?.name ?? '',
    memberId: world.id('person-30'),
    newcomerId: world.id('person-31'),
    attemptId: lastChangeIn(world, groupId),
    plannedId: lastListIn(world, 'planned'),
    waitingId: lastListIn(world, 'waiting'),
    doneId: lastListIn(world, 'done'),
  };
}

/** The last list of people in this state, if there is one. */
function lastListIn(world: World, state: string): string {
  const found = Object.entries(world.entity('run')).filter(([, run]) => run['state'] === state);
  return (
    found.toSorted(([, a], [, b]) => String(a['placeKey']).localeCompare(String(b['placeKey']))).at(-1)?.[0] ?? NO_LIST
  );
}

const NO_LIST = '00000000-0000-4000-8000-00000000dead';

/** The last change of its members, if there is one. */
function lastChangeIn(world: World, groupId: string): string {
  function isChange({ action, groupId: changed, kind }: AuditRecord) {
    return kind === 'attempt' && changed === groupId && ['addMember', 'removeMember'].includes(action);
  }
  return world.auditRows().findLast(isChange)?.id ?? 'no-such-change';
}

/** The service project SUP, alike on both sites. */
export const ON_SUP: OnCustomers = {
  projectId: aProject().projectId,
  projectKey: 'SUP',
  issueKey: 'SUP-1',
  newAddress: 'nadia.comer@acme.example',
  knownAddress: 'ada@acme.example',
  policy: aPolicy(),
};

export function onDemoProject(world: World, policy: CustomerPolicy): OnCustomers {
  return { ...ON_SUP, projectId: world.projectId('SUP'), policy };
}

const { groupId, name: groupName } = aGroup();

/** The group that `world.owns()` makes, in the space that ann administers. */
export const ON_FAKE_SITE: OnSite = {
  candidate: boss,
  version: 1,
  rulesVersion: 0,
  versionWithNominee: 1,
  groupId,
  adoptable: { groupId, spaceId: aSpace().spaceId },
  plannedTakeover: '00000000-0000-4000-8000-0000000000b1',
  waitingTakeover: '00000000-0000-4000-8000-0000000000b2',
  doneTakeover: '00000000-0000-4000-8000-0000000000b3',
  spaceKey: 'DEV',
  otherSpaceKey: 'HR',
  memberId: bob,
};
export const ON_FAKE_GROUP: OnGroup = {
  groupId,
  groupName,
  memberId: bob,
  newcomerId: bob,
  attemptId: 'a-change',
  plannedId: '00000000-0000-4000-8000-0000000000a1',
  waitingId: '00000000-0000-4000-8000-0000000000a2',
  doneId: '00000000-0000-4000-8000-0000000000a3',
};

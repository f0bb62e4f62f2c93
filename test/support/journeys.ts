// The journeys of both pages of groups, in an order in which each finds what it needs. The same on the demo site and on the large one.
import type { ExportPlace } from '../../src/shared/broker/site-export';
import type { ListedPerson } from '../../src/shared/groups/lists';
import type { PeopleResult } from '../../src/shared/groups/views';
import type { AccountId, GroupId } from '../../src/shared/ids';
import type { Result } from '../../src/shared/result';
import { valueOf, type World } from './integration';
import { onGlobalSettings, onSpaceSettings } from './payloads';
import { onDemoGroup, onDemoSite } from './subjects';

/** Of this name on the large site, where it has 20,000 members; made for the demo site. */
const GROUP = 'demo-everyone';
/** More than a page of members shows. */
const MANY = 60;

/** A configured site with a group to adopt, and one that DEMO has. */
export async function prepare(world: World) {
  await world.configure();
  const exists = [...world.model.groups.values()].some(({ name }) => name === GROUP);
  const many = exists ? world.groupId(GROUP) : (world.model.addGroup(GROUP) as GroupId);
  for (let number = 1; number <= MANY; number += 1) world.model.addMember(many, person(world, number));
  const { groupId } = await world.createGroup('space-admin', 'DEMO', 'alpha');
  return { world, many, groupId };
}

export type Prepared = Awaited<ReturnType<typeof prepare>>;
type Run = (prepared: Prepared) => Promise<{ ok: boolean }>;

/** Fields of a payload that differ from the valid one. */
type Changes = (prepared: Prepared) => object;

export interface Journey {
  name: string;
  /** Not counted. */
  before?: (prepared: Prepared) => Promise<unknown>;
  run: Run;
}

/** Of the setting of the privileged user, as it was read last. */
let version = 0;
/** A group of which a list may be read. */
let listed: GroupId;
/** The place from which the export that was begun last goes on. */
let exportFrom: ExportPlace | undefined;
/** Of the change that was made last, to be undone. */
let attemptIds: string[] = [];

export const JOURNEYS: readonly Journey[] = [
  { name: 'open the global page', run: onGlobal('confluence-admin', 'openGlobalSettings') },
  { name: 'find groups by the pattern', run: onGlobal('site-admin', 'findGroups') },
  { name: 'find groups of the site by name', run: onGlobal('confluence-admin', 'findGroupRecords') },
  { name: 'members of a group of the site', run: onGlobal('confluence-admin', 'listGroupMembers') },
  { name: 'confirm that one is a site admin', run: onGlobal('site-admin', 'confirmSiteAdmin') },
  { name: 'open the space page', before: managesMany, run: inDemo('openSpaceSettings') },
  { name: 'count the members of a group', run: inDemo('countMembers') },
  { name: 'what waits', run: onGlobal('confluence-admin', 'readWaiting') },
  { name: 'what is left to set up', run: onGlobal('confluence-admin', 'readFirstRun') },
  { name: 'find a space', run: onGlobal('confluence-admin', 'findSpaces') },
  { name: 'find groups by name', run: inDemo('listGroups', () => ({ search: 'alph' })) },
  { name: 'show access', run: inDemo('readSpaceAccess') },
  { name: 'open a group', run: inDemo('openGroup', ofMany) },
  { name: 'may a group be changed', run: inDemo('mayChangeGroup') },
  { name: 'next page of members', run: inDemo('listMembers', ({ many }) => ({ groupId: many, start: 25 })) },
  { name: 'members for a list', before: hasListed, run: inDemo('readMembers', () => ({ groupId: listed })) },
  {
    name: 'is this person a member',
    run: inDemo('isMember', ({ world, many }) => ({ groupId: many, accountId: world.id('space-admin') })),
  },
  { name: 'create a group', run: inDemo('createGroup') },
  { name: 'add a person', run: inDemo('addMembers', people(1, 1)) },
  { name: 'add 25 people', run: inDemo('addMembers', people(2, 25)) },
  {
    name: 'create a group in place of another',
    run: inDemo('createGroup', ({ groupId }) => ({ name: 'epsilon', inPlaceOf: groupId })),
  },
  { name: 'open a group whose place another takes', run: inDemo('openGroup') },
  { name: 'keep both groups', run: inDemo('keepBothGroups') },
  {
    name: 'the groups of one person',
    run: inDemo('readPersonGroups', ({ world }) => ({ accountId: person(world, 2) })),
  },
  { name: 'remove a person', run: inDemo('removeMembers', people(1, 1)) },
  { name: 'find 25 people by ID', run: inDemo('resolvePeople', lines('accountId')) },
  { name: 'find 25 people by email', before: letSearchInJira, run: inDemo('resolvePeople', lines('email')) },
  { name: 'find 25 people by name', before: keepFromJira, run: inDemo('resolvePeople', lines('name')) },
  { name: 'undo an addition', before: changing('addMembers', 30, 1), run: undoing },
  {
    name: 'undo a removal',
    before: async (prepared) => {
      await changing('addMembers', 30, 1)(prepared);
      await changing('removeMembers', 30, 1)(prepared);
    },
    run: undoing,
  },
  { name: 'undo a removal of 25', before: changing('removeMembers', 2, 25), run: undoing },
  { name: 'delete a group', run: inDemo('deleteGroup') },
  {
    name: 'save the privileged user',
    before: readVersion,
    run: onGlobal('site-admin', 'savePrivilegedUser'),
  },
  {
    name: 'accept',
    before: async (prepared) => {
      await readVersion(prepared);
      await onGlobal('confluence-admin', 'savePrivilegedUser')(prepared);
      await readVersion(prepared);
    },
    run: onGlobal('site-admin', 'acceptNomination'),
  },
  { name: 'audit of the site', run: onGlobal('confluence-admin', 'readAudit') },
  { name: 'begin an export', run: onGlobal('confluence-admin', 'exportSite') },
  {
    name: 'next page of an export',
    before: async ({ world }) => {
      exportFrom = valueOf(await world.asGlobal('confluence-admin', 'exportSite', {})).next;
    },
    run: async ({ world }) => world.asGlobal('confluence-admin', 'exportSite', { from: exportFrom }),
  },
  { name: 'audit of a space', run: inDemo('readSpaceAudit') },
];

/** DEMO gets the group of many members, as if it had been taken over. */
async function managesMany({ world, many }: Prepared): Promise<void> {
  await world.forceRecord(world.model.groups.get(many)?.name ?? '', 'DEMO');
}

function onGlobal(handle: string, key: keyof typeof onGlobalSettings): Run {
  return async ({ world, many, groupId }) => {
    const adoptable = { groupId: many, spaceId: world.spaceId('DEMO') };
    const about = { ...onDemoSite(world, groupId), adoptable, version, rulesVersion: 1, versionWithNominee: version };
    return world.call('global-settings', key, onGlobalSettings[key](about), handle);
  };
}

export function inDemo(key: keyof typeof onSpaceSettings, changes: Changes = () => ({})): Run {
  return async (prepared) => {
    const { world, groupId } = prepared;
    const payload = { ...onSpaceSettings[key](onDemoGroup(world, groupId)), ...changes(prepared) };
    return world.call('space-settings', key, payload, 'space-admin', world.inSpace('DEMO'));
  };
}

function ofMany({ many }: Prepared): object {
  return { groupId: many };
}

function people(from: number, count: number): Changes {
  return ({ world }) => ({ accountIds: Array.from({ length: count }, (_, index) => person(world, from + index)) });
}

/** A list of 25 people, each on a line of their own. */
function lines(kind: ListedPerson['kind']): Changes {
  return ({ world }) => ({
    people: Array.from({ length: 25 }, (_, index) => {
      const { accountId, email, name } = world.model.accountOf(handleOf(index + 1));
      return { line: index + 1, kind, text: { accountId, email, name }[kind] };
    }),
  });
}

async function letSearchInJira({ world }: Prepared): Promise<void> {
  world.model.addMember(world.groupId('jira-software-users'), world.id('space-admin'));
}

async function keepFromJira({ world }: Prepared): Promise<void> {
  world.model.removeMember(world.groupId('jira-software-users'), world.id('space-admin'));
}

/** Changes people's memberships, a minute after whatever came before. */
function changing(key: 'addMembers' | 'removeMembers', from: number, count: number) {
  return async (prepared: Prepared) => {
    prepared.world.advance(60_000);
    const answer = (await inDemo(key, people(from, count))(prepared)) as Result<PeopleResult>;
    attemptIds = valueOf(answer).people.flatMap(({ attemptId }) => attemptId ?? []);
  };
}

/** Gives DEMO a group of as many people as a page shows and more. */
async function hasListed({ world }: Prepared): Promise<void> {
  const added = world.model.addGroup('demo-listed');
  for (let number = 1; number <= MANY; number += 1) world.model.addMember(added, person(world, number));
  listed = await world.forceRecord('demo-listed', 'DEMO');
}

function undoing(prepared: Prepared) {
  return inDemo('undoChange', () => ({ attemptIds }))(prepared);
}

export function person(world: World, number: number): AccountId {
  return world.id(handleOf(number));
}

function handleOf(number: number): string {
  return `person-${String(number).padStart(2, '0')}`;
}

async function readVersion({ world }: Prepared): Promise<void> {
  const stored = valueOf(await world.asGlobal('site-admin', 'openGlobalSettings', {}));
  version = stored.privilegedUser?.version ?? 0;
}

// A small site on which a port's cases play: the fakes of the unit tests, or the platform on the sandbox. A case can't tell which.
import type { GroupFacts } from '../../../src/broker/facts';
import type { ProvedProject } from '../../../src/customers/facts';
import type { Ports } from '../../../src/entry/call/ports';
import type { GroupRecord, ProvedSpace } from '../../../src/groups/facts';
import { ProjectId, type AccountId, type GroupId, type OrganizationId } from '../../../src/shared/ids';
import type { Point, Way } from './failures';

/** Older versions have left their credentials. Ann administers `space` only, boss is a site admin and Jira administrator, agent is one of `project` and no Confluence user; bob and cy are people. */
export type Person = 'ann' | 'bob' | 'cy' | 'boss' | 'agent';

export interface Stage {
  id: (person: Person) => AccountId;
  /** Uses the ports of one invocation, with this person present. */
  run: <T>(as: Person | 'nobody', use: (ports: Ports) => Promise<T>) => Promise<T>;
  /** Each such call fails so from now on. */
  fail: (point: Point, way: Way) => void;
  /** Atlassian answers nothing that is read as boss. */
  outage: () => void;
  /** Atlassian says with each answer that few points are left. */
  spendsMost: () => void;
  /** Time goes by. */
  advance: (ms: number) => void;

  space: ProvedSpace;
  /** Ann isn't an admin of it. */
  otherSpace: ProvedSpace;
  /** Groups that give site-admin rights, and the use of Confluence. Boss is in both, ann, bob and cy in the second. */
  siteAdmins: GroupId;
  users: GroupId;
  /** So many more spaces of this name, which ann sees. */
  addSpaces: (count: number, name: string) => void;
  hasGroup: (name: string, ...members: AccountId[]) => GroupFacts;
  hasNoGroup: (groupId: GroupId) => void;
  /** Confluence answers that a group isn't there to whoever counts its members. */
  hidesGroup: (groupId: GroupId) => void;
  /** A record as versions stored it that knew of no last change. */
  hasOldRecord: (record: GroupRecord) => Promise<void>;
  /** Confluence shows nobody but admins the lists of groups by access from now on. */
  hidesAccessLists: () => void;
  /** So many people with Confluence. */
  people: (count: number) => AccountId[];
  /** The person goes by this name from now on; or so many of `people` do. */
  isCalled: (person: Person, name: string) => void;
  areCalled: (count: number, name: string) => void;
  /** The person has this email in Jira, and shows it to anyone or hides it. */
  hasEmail: (person: Person, email: string, shows: 'shown' | 'hidden') => void;
  /** The account is deactivated, or its owner has it closed. */
  changeStatus: (person: Person, status: 'inactive' | 'closed') => void;
  /** The site has space roles from now on: Admin, which lets people manage roles, and Viewer, by their ids. */
  hasRoles: () => { admin: string; viewer: string };
  /** A group may do this in `space`, as a site without roles lists it. */
  permits: (groupId: GroupId, permission: `${string} ${string}`) => void;
  /** So many more groups have a role in `space`. */
  addAssignments: (count: number) => void;
  project: ProvedProject;
  /** Of the project; and one that it doesn't have. */
  organization: OrganizationId;
  otherOrganization: OrganizationId;
  /** More organizations of the project. */
  addOrganizations: (count: number) => OrganizationId[];
  /** More service projects of the agent's, after `project`. */
  addProjects: (count: number) => ProvedProject[];
  /** A work item that the agent sees, and one that they don't. */
  issue: string;
  otherIssue: string;
  /** A customer of the project and member of `organization`, and what they are found by. */
  customer: { accountId: AccountId; address: string };
  /** A customer whom the project doesn't have. */
  otherCustomer: { accountId: AccountId; address: string };
  /** Jira hides the customer's email from now on, and their name is their address. */
  namesByAddress: () => void;
  /** The agent sees the project from now on, and isn't an agent of it. */
  leavesAgents: () => void;
  /** Only Jira administrators manage organizations from now on. */
  keepsOrganizationsFromAgents: () => void;
  /** A group of the agent's. */
  team: { groupId: GroupId; name: string };
  comments: (issue: string) => number;
}

/** One of more service projects than a page holds. */
export function projectNumber(n: number): ProvedProject {
  const number = String(100 + n);
  return {
    projectId: ProjectId.parse(`20${number}`),
    key: `P${number}`,
    name: `Project ${number}`,
    serviceDeskId: number,
  };
}

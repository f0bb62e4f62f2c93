import type { Instant } from '../broker/views';
import type { AccountId, GroupId } from '../ids';

/** Tells whether one person is in a group. */
export interface MembershipView {
  isMember: boolean;
  /** `notShown`: Confluence doesn't show the caller an account with this id, or it was closed. */
  account: 'active' | 'deactivated' | 'notShown';
}

/** A group of the space that a person is in. */
export interface PersonGroup {
  groupId: GroupId;
  groupName: string;
  /** Absent: they were added outside the app. */
  added?: Added;
}

/** The groups of one space that a person is in, by name. Never all of their access. */
export interface PersonGroups {
  groups: PersonGroup[];
  account: MembershipView['account'];
  /** They are in more groups of the site than were read: others of this space may be missing. */
  incomplete?: true;
}

export interface MemberPage {
  accountIds: AccountId[];
  /** Their public names, by account. Absent: Confluence doesn't show the caller any. */
  names?: Partial<Record<AccountId, string>>;
  start: number;
  /** All members as Confluence counts them: without deactivated people. */
  total: number;
  nextStart?: number;
}

/** A member as Confluence shows them to the caller, under their public name. Absent: it doesn't show one. */
export interface NamedMember {
  accountId: AccountId;
  name?: string;
}

/** A page of a group's members with their names. Those whom Confluence doesn't show to the caller are missing. */
export interface NamedMemberPage {
  members: NamedMember[];
  /** All members as Confluence counts them: without deactivated people. */
  total: number;
  nextStart?: number;
}

/** Since when somebody is a member through the app, and by whom. `by` may be a closed account. */
interface Added {
  since: Instant;
  by: AccountId;
}

/** A member who was added through the app. */
interface AddedMember extends Added {
  accountId: AccountId;
}

export interface MembersView extends MemberPage {
  /** Absent: nobody on this page was added through the app. */
  added?: AddedMember[];
}

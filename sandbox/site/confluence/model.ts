// Confluence at one moment: spaces, permissions, roles. State only; `rules.ts` judges.
// https://developer.atlassian.com/cloud/confluence/rest/v2/intro/
import type { Call as SiteCall, Row as SiteRow } from '../core/call';
import type { People } from '../people/model';

/**
 * What the lists of groups by access hold for people who are no admins. Only `complete` is documented; `shortened` keeps one
 * group of each, `refused` answers 403.
 */
export type AccessLists = 'complete' | 'shortened' | 'empty' | 'refused';

/** How far the site has moved from classic space permissions to space roles. */
export type SiteMode = 'PRE_ROLES' | 'ROLES_TRANSITION' | 'ROLES';

/** A classic space permission: one operation for one person or group. */
export interface Permission {
  id: number;
  principal: { type: 'user' | 'group'; id: string };
  key: string;
  target: string;
}

export interface RoleAssignment {
  principalType: 'USER' | 'GROUP' | 'ACCESS_CLASS';
  principalId: string;
  roleId: string;
}

export interface Role {
  id: string;
  type: 'SYSTEM' | 'CUSTOM';
  name: string;
  description: string;
  /** Ids such as `read/space`. */
  permissions: readonly string[];
}

export interface Space {
  id: string;
  key: string;
  /** The key that people see since it was changed; `key` stays what it was. */
  alias?: string;
  name: string;
  type: 'global' | 'personal';
  status: 'current' | 'archived';
  ownerId: string;
  homepageId: string;
  createdAt: string;
  permissions: Permission[];
  assignments: RoleAssignment[];
}

export interface ConfluenceState extends People {
  mode: SiteMode;
  /** Whether a roles-only site still tells a space's admins `administer`/`space`. Nobody has seen one that does. */
  rolesEmitAdminister: boolean;
  accessLists: AccessLists;
  spaces: Map<string, Space>;
  roles: Map<string, Role>;
  nextPermissionId: number;
}

/** What the operations act on. */
export interface ConfluenceModel extends ConfluenceState {
  /** Deletes a group everywhere, in the other products too. */
  deleteGroup(groupId: string): void;
}

export type Call = SiteCall<ConfluenceModel>;
export type Row = SiteRow<ConfluenceModel>;

/** The key that people see, in addresses too. */
export function shownKey({ key, alias }: Pick<Space, 'key' | 'alias'>): string {
  return alias ?? key;
}

/** Takes a group's permissions and roles out of every space. */
export function forgetGroup({ spaces }: ConfluenceState, groupId: string): void {
  for (const space of spaces.values()) {
    space.permissions = space.permissions.filter(
      ({ principal }) => principal.type !== 'group' || principal.id !== groupId,
    );
    space.assignments = space.assignments.filter(
      ({ principalType, principalId }) => principalType !== 'GROUP' || principalId !== groupId,
    );
  }
}

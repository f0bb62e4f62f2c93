// State of Confluence: spaces, permissions, roles. `rules.ts` decides on access.
// https://developer.atlassian.com/cloud/confluence/rest/v2/intro/
import type { Call as SiteCall, Row as SiteRow } from '../core/call';
import type { People } from '../people/model';

/**
 * Sets the lists of groups by access that people who aren't admins get. Only `complete` is documented; `shortened` keeps one
 * group of each, `refused` answers 403.
 */
export type AccessLists = 'complete' | 'shortened' | 'empty' | 'refused';

/** Names the site's stage on the way from classic space permissions to space roles. */
export type SiteMode = 'PRE_ROLES' | 'ROLES_TRANSITION' | 'ROLES';

/** Grants a classic space permission: one operation for one person or group. */
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
  /** Permission ids such as `read/space`. */
  permissions: readonly string[];
}

export interface Space {
  id: string;
  key: string;
  /** Visible key after a change; `key` stays the same. */
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
  /** True if a roles-only site still lists `administer`/`space` for a space's admins. No such site is known. */
  rolesEmitAdminister: boolean;
  accessLists: AccessLists;
  spaces: Map<string, Space>;
  roles: Map<string, Role>;
  nextPermissionId: number;
}

/** Gives the operations their model. */
export interface ConfluenceModel extends ConfluenceState {
  /** Deletes a group in all products. */
  deleteGroup(groupId: string): void;
}

export type Call = SiteCall<ConfluenceModel>;
export type Row = SiteRow<ConfluenceModel>;

/** Returns the visible key, which addresses use too. */
export function shownKey({ key, alias }: Pick<Space, 'key' | 'alias'>): string {
  return alias ?? key;
}

/** Removes a group's permissions and roles from every space. */
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

import type { GrantOf, Operation } from '../broker/operation';

/** Names the ways to look for the effect of a write to groups. */
export type GroupLook = 'createdGroup' | 'deletedGroup' | 'membership';

/** Operations that Confluence allows only site admins to perform. */
const inConfluence = { effect: 'write', area: 'groups', actsAs: 'privilegedUser' } as const;

/** Operations on records. Stored data shows the result, but not who caused it. */
const inRecords = { effect: 'write', area: 'groups', look: 'none' } as const;
const inSettings = { effect: 'write', area: 'site', look: 'none' } as const;

/** Lists the operations on groups: one row each, by the word that the audit stores. */
export const groupOperations = {
  saveRules: { needs: 'confluenceAdmin', ...inSettings },
  endFirstStep: { needs: 'confluenceAdmin', ...inSettings },
  runSiteChecks: { needs: 'confluenceAdmin', ...inSettings },
  releaseGroup: { needs: 'confluenceAdmin', ...inRecords },
  // A person who gives a space's admins a group, or more rights over one, must hold those rights themselves: proved within the hour. Groups are given by runs.
  adoptGroup: { needs: 'siteAdmin', ...inRecords },
  transferGroup: { needs: 'siteAdmin', ...inRecords },
  setGroupDeletable: { needs: 'siteAdmin', ...inRecords },
  readSpace: { needs: 'spaceAdmin', effect: 'read' },
  createGroup: {
    needs: 'spaceAdmin',
    ...inConfluence,
    grant: ['groupName'],
    look: 'createdGroup',
    reveals: 'groupId',
  },
  deleteGroup: { needs: 'spaceAdmin', ...inConfluence, grant: ['groupId', 'groupName'], look: 'deletedGroup' },
  addMember: { needs: 'spaceAdmin', ...inConfluence, grant: ['groupId', 'groupName', 'accountId'], look: 'membership' },
  removeMember: {
    needs: 'spaceAdmin',
    ...inConfluence,
    grant: ['groupId', 'groupName', 'accountId'],
    look: 'membership',
  },
  // A role in the space, given with the caller's own right: Confluence says whether they may.
  assignRole: { needs: 'spaceAdmin', effect: 'write', area: 'groups', actsAs: 'caller', look: 'none' },
  // A group that another one was to replace stays.
  keepBothGroups: { needs: 'spaceAdmin', ...inRecords },
  // Adds or removes: the attempts are theirs.
  undoChange: { needs: 'spaceAdmin', ...inRecords },
  // How far a run has come is told its author, whatever they may do by now.
  watchRun: { needs: 'signedIn', effect: 'read' },
  applyRun: { needs: 'spaceAdmin', ...inRecords },
  cancelRun: { needs: 'spaceAdmin', ...inRecords },
  resumeRun: { needs: 'spaceAdmin', ...inRecords },
  // Runs that take groups over, or that take them from their spaces again.
  applySiteRun: { needs: 'siteAdmin', ...inRecords },
  cancelSiteRun: { needs: 'confluenceAdmin', ...inRecords },
  resumeSiteRun: { needs: 'siteAdmin', ...inRecords },
} as const satisfies Record<string, Operation<GroupLook>>;

export type GroupGrant<Name extends 'createGroup' | 'deleteGroup' | 'addMember' | 'removeMember'> = GrantOf<
  typeof groupOperations,
  Name
>;

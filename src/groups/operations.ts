import type { GrantOf, Operation } from '../broker/operation';

/** How groups look at what became of a write. */
export type GroupLook = 'createdGroup' | 'deletedGroup' | 'membership';

/** Confluence allows these to site admins only. */
const inConfluence = { effect: 'write', area: 'groups', actsAs: 'privilegedUser' } as const;

/** What is stored shows the result; who brought it about can't be told any more. */
const inRecords = { effect: 'write', area: 'groups', look: 'none' } as const;
const inSettings = { effect: 'write', area: 'site', look: 'none' } as const;

/** What the app does about groups: one row per operation, by the word that the audit stores. */
export const groupOperations = {
  saveRules: { needs: 'confluenceAdmin', ...inSettings },
  runSiteChecks: { needs: 'confluenceAdmin', ...inSettings },
  releaseGroup: { needs: 'confluenceAdmin', ...inRecords },
  // Who gives a space's admins a group, or more rights over one, must hold those rights themselves: proved within the hour.
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
} as const satisfies Record<string, Operation<GroupLook>>;

export type GroupGrant<Name extends 'createGroup' | 'deleteGroup' | 'addMember' | 'removeMember'> = GrantOf<
  typeof groupOperations,
  Name
>;

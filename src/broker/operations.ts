import type { CallerGrantOf, GrantOf, Operation } from './operation';

/** Names the ways in which the broker looks for the effect of its own writes. */
export type BrokerLook = 'createdCheckGroup' | 'deletedCheckGroup';

/** The settings show the result, but not who caused it. */
const stored = { effect: 'write', area: 'site', look: 'none' } as const;

/** Check groups are created and deleted for a write test by the privileged user, and by a person to prove that they may manage groups. */
const create = { effect: 'write', area: 'site', look: 'createdCheckGroup', reveals: 'groupId' } as const;
const remove = { effect: 'write', area: 'site', look: 'deletedCheckGroup' } as const;

/** Lists the broker's own operations, independent of the products: one row each, by the word that the audit stores. */
export const brokerOperations = {
  openGlobalPage: { needs: 'globalPageVisitor', effect: 'read' },
  readConfiguration: { needs: 'confluenceAdmin', effect: 'read' },
  readSupport: { needs: 'supportReader', effect: 'read' },
  savePrivilegedUser: { needs: 'confluenceAdmin', ...stored },
  nominatePrivilegedUser: { needs: 'noDoor', ...stored },
  cancelNomination: { needs: 'confluenceAdmin', ...stored },
  acceptNomination: { needs: 'nominee', ...stored },
  declineNomination: { needs: 'nominee', ...stored },
  removePrivilegedUser: { needs: 'confluenceAdmin', ...stored },
  pauseChanges: { needs: 'confluenceAdmin', ...stored },
  resumeChanges: { needs: 'confluenceAdmin', ...stored },
  deleteStoredCredentials: { needs: 'confluenceAdmin', ...stored },
  confirmTokenRevoked: { needs: 'confluenceAdmin', ...stored },
  // It changes nothing; who took along what the app holds is on record.
  exportSite: { needs: 'confluenceAdmin', ...stored },
  confirmSiteAdmin: { needs: 'confluenceAdmin', ...stored },
  eraseClosedAccount: { needs: 'noDoor', ...stored },
  writeTestCreate: { needs: 'noDoor', ...create, actsAs: 'privilegedUser', grant: ['groupName'] },
  writeTestDelete: { needs: 'noDoor', ...remove, actsAs: 'privilegedUser', grant: ['groupId', 'groupName'] },
  proveSiteAdminCreate: { needs: 'noDoor', ...create, actsAs: 'caller', grant: ['groupName'] },
  proveSiteAdminDelete: { needs: 'noDoor', ...remove, actsAs: 'caller', grant: ['groupId', 'groupName'] },
} as const satisfies Record<string, Operation<BrokerLook>>;

export type BrokerGrant<Name extends 'writeTestCreate' | 'writeTestDelete'> = GrantOf<typeof brokerOperations, Name>;
export type ProofGrant<Name extends 'proveSiteAdminCreate' | 'proveSiteAdminDelete'> = CallerGrantOf<
  typeof brokerOperations,
  Name
>;

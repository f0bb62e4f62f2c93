import type { GroupFacts } from '../facts';
import type { ProofGrant } from '../operations';
import type { SiteAdminProofs } from './proofs';

/**
 * Creates and deletes a check group as the person who calls: the proof that they may manage groups.
 *
 * Fails as `GroupWriter` does; ATLASSIAN_REFUSED says that they may not.
 */
export interface SiteAdminProver {
  create(grant: ProofGrant<'proveSiteAdminCreate'>): Promise<GroupFacts>;
  /** Idempotent: `deleted` is false if the group was gone already. */
  delete(grant: ProofGrant<'proveSiteAdminDelete'>): Promise<{ deleted: boolean }>;
}

export interface StoredProofs {
  value: SiteAdminProofs;
  version: number;
}

/** Who proved it, and who tried. Fails with STORAGE_UNAVAILABLE; a save that came second fails with CONFLICT. */
export interface SiteAdminProofStore {
  /** Reads what is stored now, not what was stored when the invocation began. */
  read(): Promise<StoredProofs>;
  /** The new version. */
  save(next: SiteAdminProofs, before: number): Promise<number>;
}

/** What a use case needs to know or to prove that somebody is a site admin. */
export interface SiteAdminPorts {
  siteAdminProver: SiteAdminProver;
  siteAdminProofs: SiteAdminProofStore;
}

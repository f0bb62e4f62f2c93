import type { GroupFacts } from '../facts';
import type { ProofGrant } from '../operations';
import type { SiteAdminProofs } from './proofs';

/**
 * Creates and deletes a check group as the person who calls: the proof that they may manage groups.
 *
 * Fails with ATLASSIAN_REFUSED (they may not), RATE_LIMITED, or UPSTREAM_UNAVAILABLE with `changed: 'unknown'` if the answer was lost.
 */
export interface SiteAdminProver {
  /** Fails with CONFLICT, too, if the name is in use. */
  create(grant: ProofGrant<'proveSiteAdminCreate'>): Promise<GroupFacts>;
  /** Idempotent: `deleted` is false if the group was gone already. */
  delete(grant: ProofGrant<'proveSiteAdminDelete'>): Promise<{ deleted: boolean }>;
}

export interface StoredProofs {
  value: SiteAdminProofs;
  version: number;
}

/** Who proved it, and who tried. Fails with STORAGE_UNAVAILABLE. */
export interface SiteAdminProofStore {
  /** Reads what is stored now, not what was stored when the invocation began. */
  read(): Promise<StoredProofs>;
  /** The new version. Who comes second fails with CONFLICT. */
  save(next: SiteAdminProofs, before: number): Promise<number>;
}

/** What a use case needs to know or to prove that somebody is a site admin. */
export interface SiteAdminPorts {
  siteAdminProver: SiteAdminProver;
  siteAdminProofs: SiteAdminProofStore;
}

import type { GroupFacts } from '../facts';
import type { ProofGrant } from '../operations';
import type { SiteAdminProofs } from './proofs';

/**
 * Creates and deletes a check group as the caller: the proof that they may manage groups.
 *
 * Fails with ATLASSIAN_REFUSED (they may not), RATE_LIMITED, or UPSTREAM_UNAVAILABLE with `changed: 'unknown'` if the answer was lost.
 */
export interface SiteAdminProver {
  /** Also fails with CONFLICT if the name is in use. */
  create(grant: ProofGrant<'proveSiteAdminCreate'>): Promise<GroupFacts>;
  /** Idempotent: `deleted` is false if the group was already gone. */
  delete(grant: ProofGrant<'proveSiteAdminDelete'>): Promise<{ deleted: boolean }>;
}

export interface StoredProofs {
  value: SiteAdminProofs;
  version: number;
}

/** Stores proofs and tries. Fails with STORAGE_UNAVAILABLE. */
export interface SiteAdminProofStore {
  /** Reads the data stored now, not when the invocation began. */
  read(): Promise<StoredProofs>;
  /** Returns the new version. The later of two saves fails with CONFLICT. */
  save(next: SiteAdminProofs, before: number): Promise<number>;
}

/** Ports for reading or making a proof that somebody is a site admin. */
export interface SiteAdminPorts {
  siteAdminProver: SiteAdminProver;
  siteAdminProofs: SiteAdminProofStore;
}

// Proofs of people that they may manage groups, in one row: its version makes the limits of tries hold for calls at one moment.
// https://developer.atlassian.com/platform/forge/storage-reference/transactions/
import type { SiteAdminProofStore } from '../../broker/site-admin/ports';
import { NO_PROOFS } from '../../broker/site-admin/proofs';
import { SITE_ADMIN_PROOFS_KEY } from './keys';
import { readVersioned, saveVersioned } from './versioned';

/** Creates the store of proofs of this installation. The port describes how each method fails. */
export function createSiteAdminProofs(): SiteAdminProofStore {
  return {
    read: () => readVersioned(SITE_ADMIN_PROOFS_KEY, NO_PROOFS),
    save: (next, before) => saveVersioned(SITE_ADMIN_PROOFS_KEY, next, before),
  };
}

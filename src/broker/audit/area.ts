import type { AuditArea, RefusedAction } from './entries';

const AREAS_BY_ACTION: Record<RefusedAction, AuditArea> = {
  createGroup: 'groups',
  deleteGroup: 'groups',
  addMember: 'groups',
  removeMember: 'groups',
  adoptGroup: 'groups',
  releaseGroup: 'groups',
  transferGroup: 'groups',
  setGroupDeletable: 'groups',
  createCustomer: 'customers',
  findCustomer: 'customers',
  addToProject: 'customers',
  addToOrganization: 'customers',
  saveCustomerPolicy: 'customers',
  saveSiteQuota: 'customers',
  saveCustomerSettings: 'customers',
  writeTestCreate: 'site',
  writeTestDelete: 'site',
  proveSiteAdminCreate: 'site',
  proveSiteAdminDelete: 'site',
  confirmSiteAdmin: 'site',
  savePrivilegedUser: 'site',
  nominatePrivilegedUser: 'site',
  acceptNomination: 'site',
  declineNomination: 'site',
  cancelNomination: 'site',
  removePrivilegedUser: 'site',
  deleteStoredCredentials: 'site',
  confirmTokenRevoked: 'site',
  saveRules: 'site',
  runSiteChecks: 'site',
  eraseClosedAccount: 'site',
};

/** Names the area of the audit that an action belongs to. */
export function areaOf(action: RefusedAction): AuditArea {
  return AREAS_BY_ACTION[action];
}

export const AUDIT_AREAS: readonly AuditArea[] = ['groups', 'customers', 'site'];

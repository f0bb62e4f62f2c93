import type { GlobalAnswers } from '../shared/api';
import { globalPayloads as payloads } from '../shared/payloads';
import { acceptNomination } from '../usecases/accept-nomination';
import { adoptGroups } from '../usecases/adopt-groups';
import { cancelNomination } from '../usecases/cancel-nomination';
import { checkPrivilegedUser } from '../usecases/check-privileged-user';
import { confirmSiteAdmin } from '../usecases/confirm-site-admin';
import { confirmTokenRevoked } from '../usecases/confirm-token-revoked';
import { declineNomination } from '../usecases/decline-nomination';
import { deleteStoredCredentials } from '../usecases/delete-stored-credentials';
import { findCandidates } from '../usecases/find-candidates';
import { listGroupRecords } from '../usecases/list-group-records';
import { openGlobalSettings } from '../usecases/open-global-settings';
import { readAudit } from '../usecases/read-audit';
import { readRules } from '../usecases/read-rules';
import { readSupport } from '../usecases/read-support';
import { releaseGroup } from '../usecases/release-group';
import { removePrivilegedUser } from '../usecases/remove-privileged-user';
import { runSiteChecks } from '../usecases/run-site-checks';
import { savePrivilegedUser } from '../usecases/save-privileged-user';
import { saveRules } from '../usecases/save-rules';
import { setGroupDeletable } from '../usecases/set-group-deletable';
import { transferGroup } from '../usecases/transfer-group';
import type { GlobalContext } from './proofs';
import type { Table } from './row';

/** Every call of the global page. */
export const globalSettings: Table<typeof payloads, GlobalContext, GlobalAnswers> = {
  openGlobalSettings: { payload: payloads.openGlobalSettings, action: 'openGlobalPage', run: openGlobalSettings },
  savePrivilegedUser: { payload: payloads.savePrivilegedUser, action: 'savePrivilegedUser', run: savePrivilegedUser },
  acceptNomination: { payload: payloads.acceptNomination, action: 'acceptNomination', run: acceptNomination },
  declineNomination: { payload: payloads.declineNomination, action: 'declineNomination', run: declineNomination },
  cancelNomination: { payload: payloads.cancelNomination, action: 'cancelNomination', run: cancelNomination },
  removePrivilegedUser: {
    payload: payloads.removePrivilegedUser,
    action: 'removePrivilegedUser',
    run: removePrivilegedUser,
  },
  checkPrivilegedUser: { payload: payloads.checkPrivilegedUser, action: 'readConfiguration', run: checkPrivilegedUser },
  deleteStoredCredentials: {
    payload: payloads.deleteStoredCredentials,
    action: 'deleteStoredCredentials',
    run: deleteStoredCredentials,
  },
  confirmTokenRevoked: {
    payload: payloads.confirmTokenRevoked,
    action: 'confirmTokenRevoked',
    run: confirmTokenRevoked,
  },
  readRules: { payload: payloads.readRules, action: 'readConfiguration', run: readRules },
  saveRules: { payload: payloads.saveRules, action: 'saveRules', run: saveRules },
  listGroupRecords: { payload: payloads.listGroupRecords, action: 'readConfiguration', run: listGroupRecords },
  findCandidates: { payload: payloads.findCandidates, action: 'readConfiguration', run: findCandidates },
  adoptGroups: { payload: payloads.adoptGroups, action: 'adoptGroup', run: adoptGroups },
  confirmSiteAdmin: { payload: payloads.confirmSiteAdmin, action: 'confirmSiteAdmin', run: confirmSiteAdmin },
  releaseGroup: { payload: payloads.releaseGroup, action: 'releaseGroup', run: releaseGroup },
  transferGroup: { payload: payloads.transferGroup, action: 'transferGroup', run: transferGroup },
  setGroupDeletable: { payload: payloads.setGroupDeletable, action: 'setGroupDeletable', run: setGroupDeletable },
  readAudit: { payload: payloads.readAudit, action: 'readConfiguration', run: readAudit },
  readSupport: { payload: payloads.readSupport, action: 'readSupport', run: readSupport },
  runSiteChecks: { payload: payloads.runSiteChecks, action: 'runSiteChecks', run: runSiteChecks },
};

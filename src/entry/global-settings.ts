import { readAudit } from '../broker/audit/read-audit';
import { exportSite } from '../broker/export/export-site';
import { acceptNomination } from '../broker/privileged-user/accept-nomination';
import { cancelNomination } from '../broker/privileged-user/cancel-nomination';
import { checkPrivilegedUser } from '../broker/privileged-user/check-privileged-user';
import { confirmTokenRevoked } from '../broker/privileged-user/confirm-token-revoked';
import { declineNomination } from '../broker/privileged-user/decline-nomination';
import { deleteStoredCredentials } from '../broker/privileged-user/delete-stored-credentials';
import { openGlobalSettings } from '../broker/privileged-user/open-global-settings';
import { pauseChanges } from '../broker/privileged-user/pause-changes';
import { removePrivilegedUser } from '../broker/privileged-user/remove-privileged-user';
import { resumeChanges } from '../broker/privileged-user/resume-changes';
import { savePrivilegedUser } from '../broker/privileged-user/save-privileged-user';
import { confirmSiteAdmin } from '../broker/site-admin/confirm-site-admin';
import { readSupport } from '../broker/support/read-support';
import { findGroupRecords } from '../groups/adoption/find-group-records';
import { listGroupMembers } from '../groups/adoption/list-group-members';
import { listGroupRecords } from '../groups/adoption/list-group-records';
import { releaseGroup } from '../groups/adoption/release-group';
import { setGroupDeletable } from '../groups/adoption/set-group-deletable';
import { transferGroup } from '../groups/adoption/transfer-group';
import { findSpaces } from '../groups/find-spaces';
import { endFirstStep } from '../groups/first-run/end-first-step';
import { readFirstRun } from '../groups/first-run/read-first-run';
import { keepWhereItWorks } from '../groups/rules/keep-where-it-works';
import { readRules } from '../groups/rules/read-rules';
import { saveRules } from '../groups/rules/save-rules';
import { runSiteChecks } from '../groups/site-checks/run-site-checks';
import { countManaged } from '../groups/support/count-managed';
import { applyTakeover } from '../groups/takeovers/apply-takeover';
import { cancelTakeover } from '../groups/takeovers/cancel-takeover';
import { findGroups } from '../groups/takeovers/find-groups';
import { listTakeovers } from '../groups/takeovers/list-takeovers';
import { planTakeover } from '../groups/takeovers/plan-takeover';
import { planTakeoverUndo } from '../groups/takeovers/plan-takeover-undo';
import { readTakeoverLines } from '../groups/takeovers/read-takeover-lines';
import { resolveTakeover } from '../groups/takeovers/resolve-takeover';
import { resumeTakeover } from '../groups/takeovers/resume-takeover';
import { watchTakeover } from '../groups/takeovers/watch-takeover';
import { readWaiting } from '../groups/waiting/read-waiting';
import type { GlobalAnswers } from '../shared/groups/api';
import { globalPayloads as payloads } from '../shared/groups/payloads';
import type { GlobalContext } from './call/proofs';
import type { Table } from './call/row';

/** Lists every call of the global page. */
export const globalSettings: Table<typeof payloads, GlobalContext, GlobalAnswers> = {
  openGlobalSettings: { payload: payloads.openGlobalSettings, action: 'openGlobalPage', run: openGlobalSettings },
  savePrivilegedUser: {
    payload: payloads.savePrivilegedUser,
    action: 'savePrivilegedUser',
    run: async (ports, by, payload) => {
      await keepWhereItWorks(ports);
      return savePrivilegedUser(ports, by, payload);
    },
  },
  acceptNomination: { payload: payloads.acceptNomination, action: 'acceptNomination', run: acceptNomination },
  declineNomination: { payload: payloads.declineNomination, action: 'declineNomination', run: declineNomination },
  cancelNomination: { payload: payloads.cancelNomination, action: 'cancelNomination', run: cancelNomination },
  removePrivilegedUser: {
    payload: payloads.removePrivilegedUser,
    action: 'removePrivilegedUser',
    run: removePrivilegedUser,
  },
  pauseChanges: { payload: payloads.pauseChanges, action: 'pauseChanges', run: pauseChanges },
  resumeChanges: { payload: payloads.resumeChanges, action: 'resumeChanges', run: resumeChanges },
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
  readWaiting: { payload: payloads.readWaiting, action: 'readConfiguration', run: readWaiting },
  readFirstRun: { payload: payloads.readFirstRun, action: 'readConfiguration', run: readFirstRun },
  endFirstStep: { payload: payloads.endFirstStep, action: 'endFirstStep', run: endFirstStep },
  readRules: { payload: payloads.readRules, action: 'readConfiguration', run: readRules },
  findSpaces: { payload: payloads.findSpaces, action: 'readConfiguration', run: findSpaces },
  saveRules: { payload: payloads.saveRules, action: 'saveRules', run: saveRules },
  listGroupRecords: { payload: payloads.listGroupRecords, action: 'readConfiguration', run: listGroupRecords },
  findGroupRecords: { payload: payloads.findGroupRecords, action: 'readConfiguration', run: findGroupRecords },
  listGroupMembers: { payload: payloads.listGroupMembers, action: 'readConfiguration', run: listGroupMembers },
  findGroups: { payload: payloads.findGroups, action: 'readConfiguration', run: findGroups },
  resolveTakeover: { payload: payloads.resolveTakeover, action: 'readConfiguration', run: resolveTakeover },
  listTakeovers: { payload: payloads.listTakeovers, action: 'readConfiguration', run: listTakeovers },
  planTakeover: { payload: payloads.planTakeover, action: 'readConfiguration', run: planTakeover },
  applyTakeover: { payload: payloads.applyTakeover, action: 'applySiteRun', run: applyTakeover },
  watchTakeover: { payload: payloads.watchTakeover, action: 'watchRun', runForAuthor: watchTakeover },
  readTakeoverLines: { payload: payloads.readTakeoverLines, action: 'readConfiguration', run: readTakeoverLines },
  cancelTakeover: { payload: payloads.cancelTakeover, action: 'cancelSiteRun', run: cancelTakeover },
  resumeTakeover: { payload: payloads.resumeTakeover, action: 'resumeSiteRun', run: resumeTakeover },
  planTakeoverUndo: { payload: payloads.planTakeoverUndo, action: 'readConfiguration', run: planTakeoverUndo },
  confirmSiteAdmin: { payload: payloads.confirmSiteAdmin, action: 'confirmSiteAdmin', run: confirmSiteAdmin },
  releaseGroup: { payload: payloads.releaseGroup, action: 'releaseGroup', run: releaseGroup },
  transferGroup: { payload: payloads.transferGroup, action: 'transferGroup', run: transferGroup },
  setGroupDeletable: { payload: payloads.setGroupDeletable, action: 'setGroupDeletable', run: setGroupDeletable },
  exportSite: { payload: payloads.exportSite, action: 'exportSite', run: exportSite },
  readAudit: { payload: payloads.readAudit, action: 'readConfiguration', run: readAudit },
  readSupport: {
    payload: payloads.readSupport,
    action: 'readSupport',
    run: (ports, by) => readSupport(ports, by, () => countManaged(ports)),
  },
  runSiteChecks: { payload: payloads.runSiteChecks, action: 'runSiteChecks', run: runSiteChecks },
};

import { readSpaceSupport } from '../broker/support/read-space-support';
import { assignRole } from '../groups/access/assign-role';
import { readSpaceAccess } from '../groups/access/read-space-access';
import { readSpaceRoles } from '../groups/access/read-space-roles';
import { readSpaceAudit } from '../groups/audit/read-space-audit';
import { applyChange } from '../groups/changes/apply-change';
import { cancelChange } from '../groups/changes/cancel-change';
import { listChanges } from '../groups/changes/list-changes';
import { planPeople } from '../groups/changes/plan-people';
import { planPersonRemoval } from '../groups/changes/plan-person-removal';
import { planUndo } from '../groups/changes/plan-undo';
import { readChangeLines } from '../groups/changes/read-change-lines';
import { resumeChange } from '../groups/changes/resume-change';
import { watchChange } from '../groups/changes/watch-change';
import type { InSpace } from '../groups/in-space';
import { resolvePeople } from '../groups/lists/resolve-people';
import { createGroup } from '../groups/managed/create-group';
import { deleteGroup } from '../groups/managed/delete-group';
import { listGroups } from '../groups/managed/list-groups';
import { mayChangeGroup } from '../groups/managed/may-change-group';
import { openGroup } from '../groups/managed/open-group';
import { openSpaceSettings } from '../groups/managed/open-space-settings';
import { addMembers } from '../groups/members/add-members';
import { countMembers } from '../groups/members/count-members';
import { isMember } from '../groups/members/is-member';
import { listMembers } from '../groups/members/list-members';
import { readMembers } from '../groups/members/read-members';
import { removeMembers } from '../groups/members/remove-members';
import { undoChange } from '../groups/members/undo-change';
import { readPersonGroups } from '../groups/people/read-person-groups';
import { keepBothGroups } from '../groups/replacement/keep-both-groups';
import type { SpaceAnswers } from '../shared/groups/api';
import { spacePayloads as payloads } from '../shared/groups/payloads';
import type { Table } from './call/row';

/** Lists every call of the space page. */
export const spaceSettings: Table<typeof payloads, InSpace, SpaceAnswers> = {
  openSpaceSettings: { payload: payloads.openSpaceSettings, action: 'readSpace', run: openSpaceSettings },
  listGroups: { payload: payloads.listGroups, action: 'readSpace', run: listGroups },
  createGroup: { payload: payloads.createGroup, action: 'createGroup', run: createGroup },
  keepBothGroups: { payload: payloads.keepBothGroups, action: 'keepBothGroups', run: keepBothGroups },
  deleteGroup: { payload: payloads.deleteGroup, action: 'deleteGroup', run: deleteGroup },
  openGroup: { payload: payloads.openGroup, action: 'readSpace', run: openGroup },
  mayChangeGroup: { payload: payloads.mayChangeGroup, action: 'readSpace', run: mayChangeGroup },
  countMembers: { payload: payloads.countMembers, action: 'readSpace', run: countMembers },
  readSpaceAccess: { payload: payloads.readSpaceAccess, action: 'readSpace', run: readSpaceAccess },
  readSpaceRoles: { payload: payloads.readSpaceRoles, action: 'readSpace', run: readSpaceRoles },
  assignRole: { payload: payloads.assignRole, action: 'assignRole', run: assignRole },
  listMembers: { payload: payloads.listMembers, action: 'readSpace', run: listMembers },
  readMembers: { payload: payloads.readMembers, action: 'readSpace', run: readMembers },
  isMember: { payload: payloads.isMember, action: 'readSpace', run: isMember },
  readPersonGroups: { payload: payloads.readPersonGroups, action: 'readSpace', run: readPersonGroups },
  addMembers: { payload: payloads.addMembers, action: 'addMember', run: addMembers },
  removeMembers: { payload: payloads.removeMembers, action: 'removeMember', run: removeMembers },
  undoChange: { payload: payloads.undoChange, action: 'undoChange', run: undoChange },
  resolvePeople: { payload: payloads.resolvePeople, action: 'readSpace', run: resolvePeople },
  planPeople: { payload: payloads.planPeople, action: 'readSpace', run: planPeople },
  planPersonRemoval: { payload: payloads.planPersonRemoval, action: 'readSpace', run: planPersonRemoval },
  applyChange: { payload: payloads.applyChange, action: 'applyRun', run: applyChange },
  watchChange: { payload: payloads.watchChange, action: 'watchRun', runForAuthor: watchChange },
  readChangeLines: { payload: payloads.readChangeLines, action: 'readSpace', run: readChangeLines },
  listChanges: { payload: payloads.listChanges, action: 'readSpace', run: listChanges },
  cancelChange: { payload: payloads.cancelChange, action: 'cancelRun', run: cancelChange },
  resumeChange: { payload: payloads.resumeChange, action: 'resumeRun', run: resumeChange },
  planUndo: { payload: payloads.planUndo, action: 'readSpace', run: planUndo },
  readSpaceAudit: { payload: payloads.readSpaceAudit, action: 'readSpace', run: readSpaceAudit },
  readSpaceSupport: { payload: payloads.readSpaceSupport, action: 'readSpace', run: readSpaceSupport },
};

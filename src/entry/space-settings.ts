import type { SpaceAnswers } from '../shared/api';
import { spacePayloads as payloads } from '../shared/payloads';
import { addMembers } from '../usecases/add-members';
import { countMembers } from '../usecases/count-members';
import { createGroup } from '../usecases/create-group';
import { deleteGroup } from '../usecases/delete-group';
import { isMember } from '../usecases/is-member';
import { listGroups } from '../usecases/list-groups';
import { listMembers } from '../usecases/list-members';
import { openGroup } from '../usecases/open-group';
import { openSpaceSettings } from '../usecases/open-space-settings';
import { readSpaceAudit } from '../usecases/read-space-audit';
import { readSpaceSupport } from '../usecases/read-space-support';
import { removeMembers } from '../usecases/remove-members';
import type { InSpace } from '../usecases/steps/in-space';
import type { Table } from './row';

/** Every call of the space page. */
export const spaceSettings: Table<typeof payloads, InSpace, SpaceAnswers> = {
  openSpaceSettings: { payload: payloads.openSpaceSettings, action: 'readSpace', run: openSpaceSettings },
  listGroups: { payload: payloads.listGroups, action: 'readSpace', run: listGroups },
  createGroup: { payload: payloads.createGroup, action: 'createGroup', run: createGroup },
  deleteGroup: { payload: payloads.deleteGroup, action: 'deleteGroup', run: deleteGroup },
  openGroup: { payload: payloads.openGroup, action: 'readSpace', run: openGroup },
  countMembers: { payload: payloads.countMembers, action: 'readSpace', run: countMembers },
  listMembers: { payload: payloads.listMembers, action: 'readSpace', run: listMembers },
  isMember: { payload: payloads.isMember, action: 'readSpace', run: isMember },
  addMembers: { payload: payloads.addMembers, action: 'addMember', run: addMembers },
  removeMembers: { payload: payloads.removeMembers, action: 'removeMember', run: removeMembers },
  readSpaceAudit: { payload: payloads.readSpaceAudit, action: 'readSpace', run: readSpaceAudit },
  readSpaceSupport: { payload: payloads.readSpaceSupport, action: 'readSpace', run: readSpaceSupport },
};

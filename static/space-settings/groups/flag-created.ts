import { showFlag } from '@forge/bridge';

import { say } from '../../../src/shared/words/format';
import { RENAME } from '../../../src/shared/words/rename-group';
import { SPACE_ACCESS } from '../../../src/shared/words/space-access';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import type { Failure } from '../../api';
import { failureText } from '../../feedback/failure-text';
import { problemOf } from '../../fields/field-problem';
import type { Created } from './create-with-members';

/** Announces a group that was created, what of it isn't known, and what couldn't be done with it. */
export function flagCreated({ group: created, failure }: Created): void {
  if (failure !== undefined) flagUnplanned(failure);
  const { groupName: group, answerLost, notAssigned } = created;
  if (notAssigned !== undefined) {
    const title = say(SPACE_ACCESS.notAssigned, { group });
    return void showFlag({
      id: 'group-created',
      type: 'warning',
      title,
      description: say(SPACE_ACCESS.notAssignedText, notAssigned),
      isAutoDismiss: false,
    });
  }
  showFlag({
    id: 'group-created',
    type: 'success',
    title: say(answerLost ? SPACE_PAGE.createdUnsure : SPACE_PAGE.created, { group }),
    ...(answerLost && { description: SPACE_PAGE.createdUnsureText }),
    isAutoDismiss: answerLost !== true,
  });
}

function flagUnplanned(failure: Failure): void {
  showFlag({
    id: 'members-not-planned',
    type: 'warning',
    title: RENAME.notPlanned,
    description: problemOf(failure, 'fromGroupId') ?? failureText(failure).title,
    isAutoDismiss: false,
  });
}

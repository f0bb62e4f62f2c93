// A site's state, and changes that people make to it outside the app. For tests; no REST rule applies.
// https://support.atlassian.com/user-management/docs/manage-users/
import type { Ids } from '../contract/clock';
import { confluenceChanges, type ConfluenceChanges } from './confluence/changes';
import { forgetGroup as forgetInConfluence } from './confluence/model';
import { jiraChanges, type JiraChanges } from './jira/changes';
import { forgetGroup as forgetInJira } from './jira/model';
import { jsmChanges, type JsmChanges } from './jsm/changes';
import { peopleChanges, type PeopleChanges } from './people/changes';
import { known } from './people/known';
import type { State } from './state';

/** Holds the state and its changes. Each change throws if it names something unknown. */
export interface Model extends State, PeopleChanges, ConfluenceChanges, JiraChanges, JsmChanges {
  /** Deletes a group with its memberships, permissions and roles in every space and project. */
  deleteGroup(groupId: string): void;
}

export function createModel(state: State, ids: Ids): Model {
  return Object.assign(state, {
    ...peopleChanges(state, ids),
    ...confluenceChanges(state),
    ...jiraChanges(state),
    ...jsmChanges(state),
    deleteGroup: (groupId: string) => deleteGroup(state, groupId),
  });
}

function deleteGroup(state: State, groupId: string): void {
  const { id } = known(state.groups.get(groupId), groupId);
  state.groups.delete(id);
  forgetInJira(state, id);
  forgetInConfluence(state, id);
}

// Changes that people make in Jira's own pages. For tests; no REST rule applies.
// https://support.atlassian.com/jira-cloud-administration/docs/manage-project-roles/
import { known } from '../people/known';
import { projectBy, type JiraState, type Project, type ProjectRole } from './model';

/** Changes projects and issues. Each method throws if it names something unknown. */
export interface JiraChanges {
  addToProject(key: string, role: ProjectRole, accountOrGroupId: string): void;
  removeFromProject(key: string, role: ProjectRole, accountOrGroupId: string): void;
}

/** Builds the changes. They act on the state at the time of the call. */
export function jiraChanges(state: JiraState): JiraChanges {
  function project(key: string): Project {
    return known(projectBy(state.jira, key), key);
  }

  return {
    addToProject: (key, role, id) => void project(key).roles[role].add(id),
    removeFromProject: (key, role, id) => void project(key).roles[role].delete(id),
  };
}

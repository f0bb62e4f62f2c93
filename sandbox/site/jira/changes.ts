// What people do in Jira's own pages while the app looks away. Tests change the world with these; no REST rule applies.
// https://support.atlassian.com/jira-cloud-administration/docs/manage-project-roles/
import { known } from '../people/known';
import { projectBy, type JiraState, type Project, type ProjectRole } from './model';

/** Each throws if it names something unknown. */
export interface JiraChanges {
  addToProject(key: string, role: ProjectRole, accountOrGroupId: string): void;
  removeFromProject(key: string, role: ProjectRole, accountOrGroupId: string): void;
}

/** They act on whatever state is there when they are called. */
export function jiraChanges(state: JiraState): JiraChanges {
  function project(key: string): Project {
    return known(projectBy(state.jira, key), key);
  }

  return {
    addToProject: (key, role, id) => void project(key).roles[role].add(id),
    removeFromProject: (key, role, id) => void project(key).roles[role].delete(id),
  };
}

// What people do in Jira's own pages while the app looks away. Tests change the world with these; no REST rule applies.
// https://support.atlassian.com/jira-service-management-cloud/docs/change-project-customer-permissions/
import type { State } from '../confluence/model';
import { projectBy, type Organization, type Project, type ProjectRole, type ServiceDesk } from './model';

/** Each throws if it names something unknown. */
export interface JiraChanges {
  project(key: string): Project;
  organization(name: string): Organization;
  addToProject(key: string, role: ProjectRole, accountOrGroupId: string): void;
  removeFromProject(key: string, role: ProjectRole, accountOrGroupId: string): void;
  setServiceDeskAccess(key: string, access: ServiceDesk['access']): void;
  /** The setting "Organization management". */
  setOrganizationsByAdminsOnly(only: boolean): void;
}

/** They act on whatever state is there when they are called. */
export function jiraChanges(state: State, known: <T>(thing: T | undefined, name: string) => T): JiraChanges {
  const project = (key: string): Project => known(projectBy(state.jira, key), key);
  return {
    project,
    organization: (name) =>
      known(
        [...state.jira.organizations.values()].find((one) => one.name === name),
        name,
      ),
    addToProject: (key, role, id) => void project(key).roles[role].add(id),
    removeFromProject: (key, role, id) => void project(key).roles[role].delete(id),
    setServiceDeskAccess: (key, access) =>
      void (known(project(key).serviceDesk, `service desk of ${key}`).access = access),
    setOrganizationsByAdminsOnly: (only) => void (state.jira.organizationsByAdminsOnly = only),
  };
}

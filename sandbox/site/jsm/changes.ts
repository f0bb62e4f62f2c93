// What people do in Jira Service Management's own pages while the app looks away. Tests change the world with these.
// https://support.atlassian.com/jira-service-management-cloud/docs/change-project-customer-permissions/
import { projectBy } from '../jira/model';
import { known } from '../people/known';
import type { JsmProject, JsmState, Organization, ServiceDesk } from './model';

/** Each throws if it names something unknown. */
export interface JsmChanges {
  project(key: string): JsmProject;
  organization(name: string): Organization;
  setServiceDeskAccess(key: string, access: ServiceDesk['access']): void;
  /** The setting "Organization management". */
  setOrganizationsByAdminsOnly(only: boolean): void;
}

/** They act on whatever state is there when they are called. */
export function jsmChanges(state: JsmState): JsmChanges {
  function project(key: string): JsmProject {
    return known(projectBy(state.jira, key), key);
  }

  return {
    project,
    organization: (name) =>
      known(
        [...state.jira.organizations.values()].find((one) => one.name === name),
        name,
      ),
    setServiceDeskAccess: (key, access) =>
      void (known(project(key).serviceDesk, `service desk of ${key}`).access = access),
    setOrganizationsByAdminsOnly: (only) => void (state.jira.organizationsByAdminsOnly = only),
  };
}

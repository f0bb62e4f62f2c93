// Changes that people make in Jira Service Management's own pages. For tests.
// https://support.atlassian.com/jira-service-management-cloud/docs/change-project-customer-permissions/
import { projectBy } from '../jira/model';
import { known } from '../people/known';
import type { JsmProject, JsmState, Organization, ServiceDesk } from './model';

/** Changes service desks and organizations. Each method throws if it names something unknown. */
export interface JsmChanges {
  project(key: string): JsmProject;
  organization(name: string): Organization;
  setServiceDeskAccess(key: string, access: ServiceDesk['access']): void;
  /** Sets "Organization management". */
  setOrganizationsByAdminsOnly(only: boolean): void;
}

/** Builds the changes. They act on the state at the time of the call. */
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

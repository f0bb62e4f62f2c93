// Initial state of Jira with service desks and organizations, from a seed.
// https://support.atlassian.com/jira-service-management-cloud/docs/add-customers/
import { jiraFromSeed } from '../jira/load-seed';
import type { Project } from '../jira/model';
import type { Jsm, JsmProject, ServiceDesk } from './model';
import type { JsmSeed } from './seed';

type ServiceDeskSeed = NonNullable<JsmSeed['projects'][number]['serviceDesk']>;

/** Builds the state; `idOf` turns a handle or a group's name into an id. */
export function jsmFromSeed(seed: JsmSeed, appAccountId: string, idOf: (name: string) => string): Jsm {
  const jira = jiraFromSeed(seed, appAccountId, idOf);

  function ids(names: readonly string[]) {
    return new Set(names.map(idOf));
  }

  const organizationIds = new Map(seed.organizations.map(({ name, id }) => [name, id]));
  const serviceDesks = new Map(seed.projects.map(({ id, serviceDesk }) => [id, serviceDesk]));

  function serviceDeskFromSeed(serviceDesk: ServiceDeskSeed): ServiceDesk {
    return {
      ...serviceDesk,
      customers: ids(serviceDesk.customers),
      organizations: new Set(serviceDesk.organizations.map((one) => organizationIds.get(one) ?? one)),
    };
  }

  function withServiceDesk(project: Omit<Project, 'serviceDesk'>): JsmProject {
    const serviceDesk = serviceDesks.get(project.id);
    return serviceDesk === undefined ? project : { ...project, serviceDesk: serviceDeskFromSeed(serviceDesk) };
  }

  return {
    ...jira,
    projects: new Map([...jira.projects].map(([id, project]) => [id, withServiceDesk(project)])),
    organizations: new Map(
      seed.organizations.map((one) => [
        one.id,
        { ...one, createdAt: Date.parse(one.createdAt), members: ids(one.members) },
      ]),
    ),
    customerDirectoryId: seed.customerDirectoryId,
    organizationsByAdminsOnly: seed.organizationsByAdminsOnly,
  };
}

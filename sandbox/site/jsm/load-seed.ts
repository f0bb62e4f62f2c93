// Initial state of Jira with service desks and organizations, from a seed.
// https://support.atlassian.com/jira-service-management-cloud/docs/add-customers/
import { jiraFromSeed } from '../jira/load-seed';
import type { Project } from '../jira/model';
import type { Jsm, JsmProject, ServiceDesk } from './model';
import type { JsmSeed } from './seed';

type DeskSeed = NonNullable<JsmSeed['projects'][number]['serviceDesk']>;

/** Builds the state; `idOf` turns a handle or a group's name into an id. */
export function jsmFromSeed(seed: JsmSeed, appAccountId: string, idOf: (name: string) => string): Jsm {
  const jira = jiraFromSeed(seed, appAccountId, idOf);

  function ids(names: readonly string[]) {
    return new Set(names.map(idOf));
  }

  const organizationIds = new Map(seed.organizations.map(({ name, id }) => [name, id]));
  const desks = new Map(seed.projects.map(({ id, serviceDesk }) => [id, serviceDesk]));

  function deskFromSeed(desk: DeskSeed): ServiceDesk {
    return {
      ...desk,
      customers: ids(desk.customers),
      organizations: new Set(desk.organizations.map((one) => organizationIds.get(one) ?? one)),
    };
  }

  function withDesk(project: Omit<Project, 'serviceDesk'>): JsmProject {
    const desk = desks.get(project.id);
    return desk === undefined ? project : { ...project, serviceDesk: deskFromSeed(desk) };
  }

  return {
    ...jira,
    projects: new Map([...jira.projects].map(([id, project]) => [id, withDesk(project)])),
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

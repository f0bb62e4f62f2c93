// State of Jira Service Management: service desks in Jira's projects, and organizations. `rules.ts` decides on access.
// https://support.atlassian.com/jira-service-management-cloud/docs/what-are-organizations/
import type { Call as SiteCall, Row as SiteRow } from '../core/call';
import type { Jira, JiraState, Project } from '../jira/model';

export interface ServiceDesk {
  id: string;
  /** Sign-up: `open` lets everybody become a customer. */
  access: 'open' | 'closed';
  /** Account ids of customers added individually. */
  customers: Set<string>;
  /** Organization ids. */
  organizations: Set<string>;
}

export interface JsmProject extends Project {
  serviceDesk?: ServiceDesk;
}

/** Describes a project with a service desk. */
export type ServiceProject = Project & { serviceDesk: ServiceDesk };

export interface Organization {
  id: string;
  uuid: string;
  name: string;
  /** Milliseconds since the epoch. */
  createdAt: number;
  /** Account ids of the members. */
  members: Set<string>;
}

export interface Jsm extends Jira {
  projects: Map<string, JsmProject>;
  organizations: Map<string, Organization>;
  /** Middle part of every portal-only customer's account id. */
  customerDirectoryId: string;
  /** Site setting "Organization management": true if restricted to Jira administrators. */
  organizationsByAdminsOnly: boolean;
}

export interface JsmState extends JiraState {
  jira: Jsm;
}

export type Call = SiteCall<JsmState>;
export type Row = SiteRow<JsmState>;

export function serviceDesksOf({ projects }: Pick<Jsm, 'projects'>): ServiceProject[] {
  return [...projects.values()].flatMap((project) => {
    const { serviceDesk } = project;
    return serviceDesk === undefined ? [] : { ...project, serviceDesk };
  });
}

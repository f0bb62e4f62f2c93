// Jira Service Management at one moment: service desks in Jira's projects, and organizations. State only; `rules.ts` judges.
// https://support.atlassian.com/jira-service-management-cloud/docs/what-are-organizations/
import type { Call as SiteCall, Row as SiteRow } from '../core/call';
import type { Jira, JiraState, Project } from '../jira/model';

export interface ServiceDesk {
  id: string;
  /** Open: everybody may sign up as a customer. */
  access: 'open' | 'closed';
  /** Account ids of those who were added one by one. */
  customers: Set<string>;
  /** Ids. */
  organizations: Set<string>;
}

export interface JsmProject extends Project {
  serviceDesk?: ServiceDesk;
}

/** A project that has a service desk. */
export type ServiceProject = Project & { serviceDesk: ServiceDesk };

export interface Organization {
  id: string;
  uuid: string;
  name: string;
  /** Milliseconds since the epoch. */
  createdAt: number;
  /** Account ids. */
  members: Set<string>;
}

export interface Jsm extends Jira {
  projects: Map<string, JsmProject>;
  organizations: Map<string, Organization>;
  /** The middle part of every portal-only customer's account id. */
  customerDirectoryId: string;
  /** The site setting "Organization management": whether it is restricted to Jira administrators. */
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

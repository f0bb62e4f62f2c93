// Jira and Jira Service Management at one moment: projects, service desks, organizations, issues. State only; `rules.ts` judges.
// https://support.atlassian.com/jira-service-management-cloud/docs/what-are-organizations/

/** Atlassian Document Format. https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/ */
export interface AdfDocument {
  type: 'doc';
  version: 1;
  content: unknown[];
}

/** Who takes part in a project. `apps` is the role `atlassian-addons-project-access`, which Jira gives every installed app. */
export type ProjectRole = 'administrators' | 'agents' | 'users' | 'apps';

export interface ServiceDesk {
  id: string;
  /** Open: everybody may sign up as a customer. */
  access: 'open' | 'closed';
  /** Account ids of those who were added one by one. */
  customers: Set<string>;
  /** Ids. */
  organizations: Set<string>;
}

export interface Project {
  id: string;
  key: string;
  name: string;
  leadId: string;
  /** Ids of accounts and groups. */
  roles: Record<ProjectRole, Set<string>>;
  lastIssue: number;
  serviceDesk?: ServiceDesk;
}

export interface Organization {
  id: string;
  uuid: string;
  name: string;
  /** Milliseconds since the epoch. */
  createdAt: number;
  /** Account ids. */
  members: Set<string>;
}

export interface IssueComment {
  id: string;
  authorId: string;
  body: AdfDocument;
  createdAt: number;
  /** Seen by the service team only. */
  internal: boolean;
}

export interface Issue {
  id: string;
  key: string;
  projectId: string;
  typeId: string;
  summary: string;
  description: AdfDocument | null;
  reporterId: string;
  createdAt: number;
  comments: IssueComment[];
}

export interface JiraState {
  projects: Map<string, Project>;
  organizations: Map<string, Organization>;
  issues: Map<string, Issue>;
  /** The middle part of every portal-only customer's account id. */
  customerDirectoryId: string;
  /** The site setting "Organization management": whether it is restricted to Jira administrators. */
  organizationsByAdminsOnly: boolean;
  /** The last id that an organization, an issue or a comment got. */
  lastId: number;
}

export const nextId = (jira: JiraState): string => `${++jira.lastId}`;

/** A key in any case, or an id. */
export function issueBy({ issues }: JiraState, idOrKey: string): Issue | undefined {
  return issues.get(idOrKey) ?? [...issues.values()].find(({ key }) => key === idOrKey.toUpperCase());
}

/** A key as it is written, or an id. */
export function projectBy({ projects }: JiraState, idOrKey: string): Project | undefined {
  return projects.get(idOrKey) ?? [...projects.values()].find(({ key }) => key === idOrKey);
}

export const serviceDesksOf = ({ projects }: JiraState): (Project & { serviceDesk: ServiceDesk })[] =>
  [...projects.values()].flatMap((project) => {
    const { serviceDesk } = project;
    return serviceDesk === undefined ? [] : { ...project, serviceDesk };
  });

/** The issue types of every project. */
export const ISSUE_TYPES = [
  { id: '10001', name: 'Task', description: 'A piece of work.' },
  { id: '10002', name: '[System] Service request', description: 'A request that came through the portal.' },
] as const;

// State of Jira: projects and issues. `rules.ts` decides on access.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/
import type { Call as SiteCall, Row as SiteRow } from '../core/call';
import type { People } from '../people/model';

/** Holds a document in Atlassian Document Format. https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/ */
export interface AdfDocument {
  type: 'doc';
  version: 1;
  content: unknown[];
}

/** Names a project role. `apps` is `atlassian-addons-project-access`, which Jira gives every installed app. */
export type ProjectRole = 'administrators' | 'agents' | 'users' | 'apps';

export interface Project {
  id: string;
  key: string;
  name: string;
  leadId: string;
  /** Account and group ids by role. */
  roles: Record<ProjectRole, Set<string>>;
  lastIssue: number;
  /** Present in service projects; its other fields belong to Jira Service Management. */
  serviceDesk?: { id: string };
}

export interface IssueComment {
  id: string;
  authorId: string;
  body: AdfDocument;
  createdAt: number;
  /** Visible to the service team only. */
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

export interface Jira {
  projects: Map<string, Project>;
  issues: Map<string, Issue>;
  /** Last id assigned since the site was set up. */
  lastId: number;
}

export interface JiraState extends People {
  jira: Jira;
}

export type Call = SiteCall<JiraState>;
export type Row = SiteRow<JiraState>;

export function nextId(jira: Jira): string {
  return `${++jira.lastId}`;
}

/** Finds an issue by its key, in any case, or its id. */
export function issueBy({ issues }: Jira, idOrKey: string): Issue | undefined {
  return issues.get(idOrKey) ?? [...issues.values()].find(({ key }) => key === idOrKey.toUpperCase());
}

/** Finds a project by its key, case-sensitively, or its id. */
export function projectBy<P extends Project>(
  { projects }: { projects: Map<string, P> },
  idOrKey: string,
): P | undefined {
  return projects.get(idOrKey) ?? [...projects.values()].find(({ key }) => key === idOrKey);
}

/** Issue types of every project. */
export const ISSUE_TYPES = [
  { id: '10001', name: 'Task', description: 'A piece of work.' },
  { id: '10002', name: '[System] Service request', description: 'A request that came through the portal.' },
] as const;

/** Removes a group from every project's roles. */
export function forgetGroup({ jira }: JiraState, groupId: string): void {
  for (const { roles } of jira.projects.values()) {
    Object.values(roles).forEach((role) => role.delete(groupId));
  }
}

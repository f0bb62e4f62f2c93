// Jira at one moment: projects and issues. State only; `rules.ts` judges.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/
import type { Call as SiteCall, Row as SiteRow } from '../core/call';
import type { People } from '../people/model';

/** Atlassian Document Format. https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/ */
export interface AdfDocument {
  type: 'doc';
  version: 1;
  content: unknown[];
}

/** Who takes part in a project. `apps` is the role `atlassian-addons-project-access`, which Jira gives every installed app. */
export type ProjectRole = 'administrators' | 'agents' | 'users' | 'apps';

export interface Project {
  id: string;
  key: string;
  name: string;
  leadId: string;
  /** Ids of accounts and groups. */
  roles: Record<ProjectRole, Set<string>>;
  lastIssue: number;
  /** Present if it is a service project; the rest of it is Jira Service Management's. */
  serviceDesk?: { id: string };
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

export interface Jira {
  projects: Map<string, Project>;
  issues: Map<string, Issue>;
  /** The last id that something got which was created since the site was set up. */
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

/** A key in any case, or an id. */
export function issueBy({ issues }: Jira, idOrKey: string): Issue | undefined {
  return issues.get(idOrKey) ?? [...issues.values()].find(({ key }) => key === idOrKey.toUpperCase());
}

/** A key as it is written, or an id. */
export function projectBy<P extends Project>(
  { projects }: { projects: Map<string, P> },
  idOrKey: string,
): P | undefined {
  return projects.get(idOrKey) ?? [...projects.values()].find(({ key }) => key === idOrKey);
}

/** The issue types of every project. */
export const ISSUE_TYPES = [
  { id: '10001', name: 'Task', description: 'A piece of work.' },
  { id: '10002', name: '[System] Service request', description: 'A request that came through the portal.' },
] as const;

/** Takes a group out of every project's roles. */
export function forgetGroup({ jira }: JiraState, groupId: string): void {
  for (const { roles } of jira.projects.values()) {
    Object.values(roles).forEach((role) => role.delete(groupId));
  }
}

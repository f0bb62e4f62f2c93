// One project, by id or key.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/#api-rest-api-3-project-projectidorkey-get
import type { Answer } from '../../core/call';
import { Refusal } from '../../core/refusal';
import { type Call, type Row, ISSUE_TYPES, projectBy, type Project } from '../model';
import { canBrowse } from '../rules';
import { avatarUrls, jiraUserJson } from './json';

export const projectRows: readonly Row[] = [
  {
    operationId: 'getProject',
    method: 'GET',
    path: '/rest/api/3/project/{projectIdOrKey}',
    scopes: [
      ['read:jira-work'],
      [
        'read:issue-type:jira',
        'read:project:jira',
        'read:project.property:jira',
        'read:user:jira',
        'read:application-role:jira',
        'read:avatar:jira',
        'read:group:jira',
        'read:issue-type-hierarchy:jira',
        'read:project-category:jira',
        'read:project-version:jira',
        'read:project.component:jira',
      ],
    ],
    notModelled: ['expand', 'properties'],
    handler: getProject,
  },
];

/** Returns a project that the actor may browse; any other is refused as unknown. */
export function visibleProject({ model, actor }: Call, idOrKey: string): Project {
  const project = projectBy(model.jira, idOrKey);
  if (project === undefined || !canBrowse(model, actor.account, project)) {
    throw new Refusal(404, `No project could be found with key or id '${idOrKey}'.`);
  }
  return project;
}

export function projectTypeOf({ serviceDesk }: Project): string {
  return serviceDesk === undefined ? 'software' : 'service_desk';
}

/** Writes a project, also within an issue. */
export function projectJson({ url }: Pick<Call, 'url'>, project: Project) {
  const { id, key, name } = project;
  const self = `${url.origin}/rest/api/3/project/${id}`;
  return { self, id, key, name, projectTypeKey: projectTypeOf(project), simplified: false };
}

export function issueTypeJson({ url }: Pick<Call, 'url'>, { id, name, description }: (typeof ISSUE_TYPES)[number]) {
  return {
    self: `${url.origin}/rest/api/3/issuetype/${id}`,
    id,
    name,
    description,
    subtask: false,
  };
}

function getProject(call: Call): Answer {
  const project = visibleProject(call, call.params['projectIdOrKey'] ?? '');
  const lead = call.model.accounts.get(project.leadId);
  const json = {
    ...projectJson(call, project),
    description: '',
    ...(lead !== undefined && { lead: jiraUserJson(call, lead) }),
    issueTypes: ISSUE_TYPES.map((type) => issueTypeJson(call, type)),
    assigneeType: 'UNASSIGNED',
    avatarUrls: avatarUrls(call),
    components: [],
    versions: [],
    roles: {},
    style: 'classic',
    isPrivate: false,
    properties: {},
  };
  return { status: 200, json, objects: 1 };
}

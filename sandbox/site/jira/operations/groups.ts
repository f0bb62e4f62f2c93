// A search for groups, as Jira's pickers make it.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-groups/#api-rest-api-3-groups-picker-get
import { numberParam, booleanParam, type Answer } from '../../core/call';
import type { Group } from '../../people/model';
import { JIRA_PICKER_GROUPS } from '../limits';
import type { Call, Row } from '../model';
import { canBrowseUsers, holds } from '../rules';

export const jiraGroupRows: readonly Row[] = [
  {
    operationId: 'findGroups',
    method: 'GET',
    path: '/rest/api/3/groups/picker',
    scopes: [['read:jira-user'], ['read:group:jira']],
    notModelled: ['accountId', 'userName'],
    handler: findGroups,
  },
];

function findGroups(call: Call): Answer {
  const { searchParams } = call.url;
  const [excluded, excludedIds] = [searchParams.getAll('exclude'), searchParams.getAll('excludeId')];
  const maxResults = numberParam(call, 'maxResults', JIRA_PICKER_GROUPS);
  const matches = matcher(call);
  const found = [...call.model.groups.values()]
    .filter((group) => matches(group) && !excluded.includes(group.name) && !excludedIds.includes(group.id))
    .toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  const groups = found.slice(0, Math.min(maxResults, JIRA_PICKER_GROUPS)).map(foundJson);
  const header = `Showing ${groups.length} of ${found.length} matching groups`;
  return { status: 200, json: { header, total: found.length, groups }, people: groups.length };
}

/** Builds the search, case-sensitive by default. People who may not browse groups find only a group whose exact name they know. */
function matcher(call: Call): (group: Group) => boolean {
  const { model, actor, url } = call;
  const query = url.searchParams.get('query') ?? '';
  const fold = booleanParam(call, 'caseInsensitive')
    ? (text: string) => text.toLowerCase()
    : (text: string): string => text;
  if (!holds(model, actor.account, 'BROWSE_PROJECTS')) {
    return () => false;
  }
  return canBrowseUsers(model, actor.account)
    ? ({ name }) => fold(name).includes(fold(query))
    : ({ name }) => name === query;
}

function foundJson({ id, name, usageType, managedBy }: Group) {
  return {
    name,
    html: name,
    groupId: id,
    labels: [],
    usageType,
    managedBy,
  };
}

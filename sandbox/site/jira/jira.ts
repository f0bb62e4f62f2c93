// Jira as the site serves it.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/
import type { Product } from '../core/product';
import { Refusal } from '../core/refusal';
import type { JiraState } from './model';
import { commentRows } from './operations/comments';
import { jiraGroupRows } from './operations/groups';
import { issueRows } from './operations/issues';
import { jiraPermissionRows } from './operations/permissions';
import { projectRows } from './operations/projects';
import { jiraUserRows } from './operations/users';
import { refusalBody } from './refusal-body';
import { canUseJira } from './rules';

export const jira: Product<JiraState> = {
  name: 'jira',
  serves: (path) => path.startsWith('/rest/') && !path.startsWith('/rest/servicedeskapi/'),
  rows: [...jiraUserRows, ...jiraPermissionRows, ...jiraGroupRows, ...projectRows, ...issueRows, ...commentRows],
  requireUse: (state, account) => {
    if (!canUseJira(state, account)) {
      throw new Refusal(403, 'Current user not permitted to use Jira');
    }
  },
  refusalBody,
  quota: 'jira',
};

// What the example calls are about, by the names that the demo site gives: its people, groups, spaces, projects. Another site has its own.
import type { Identity } from '../../../../sandbox/contract/identity';
import type { SiteMode } from '../../../../sandbox/site/confluence/model';
import { issueBy } from '../../../../sandbox/site/jira/model';
import type { aWorld } from '../../../unit/sandbox/site/world';

export interface Subject {
  mode: SiteMode;
  /** The app on someone's behalf. */
  user: (handle: string) => Identity;
  /** Someone's own client. */
  basic: (handle: string) => Identity;
  app: () => Identity;
  accountId: (handle: string) => string;
  email: (handle: string) => string;
  groupId: (name: string) => string;
  spaceId: (key: string) => string;
  /** The key of a space, a project or a work item. */
  key: (key: string) => string;
  projectId: (key: string) => string;
  serviceDeskId: (projectKey: string) => string;
  organizationId: (name: string) => string;
  issueId: (key: string) => string;
  /** The group that the writes are about; the last of them deletes it. */
  checkGroup: { id: string; name: string };
  /** A classic permission of a space, held by a group. */
  permissionId: (spaceKey: string, groupName: string) => string;
}

type World = ReturnType<typeof aWorld>;

/** Makes the demo site itself the subject. */
export function demoSubject(world: World): Subject {
  const { model, groupId, serviceDesk } = world;
  return {
    ...world,
    mode: model.mode,
    email: (handle) => model.accountOf(handle).email,
    key: (key) => key,
    projectId: (key) => model.project(key).id,
    serviceDeskId: (key) => serviceDesk(key).id,
    organizationId: (name) => [...model.jira.organizations.values()].find((one) => one.name === name)?.id ?? '',
    issueId: (key) => issueBy(model.jira, key)?.id ?? '',
    checkGroup: { id: groupId('devops-oncall'), name: 'devops-oncall' },
    permissionId: (key, group) =>
      String(model.space(key).permissions.find((one) => one.principal.id === groupId(group))?.id ?? ''),
  };
}

/** Left as it is where it is no number: what a site doesn't have is named in its place. */
export function asNumber(id: string): number | string {
  return /^\d+$/.test(id) ? Number(id) : id;
}

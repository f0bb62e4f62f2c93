// Cost of a call to the app. Atlassian meters apps, not people's own clients.
// https://developer.atlassian.com/cloud/confluence/rate-limiting/ and https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
import type { Identity } from '../../contract/identity';
import type { Answer } from './call';

const BASE = 1;
/** Per user, group or permission object. */
const PER_PERSON = 2;
/** Per space, project, issue, comment, service desk or organization. */
const PER_OBJECT = 1;

/** Returns the points of one answered call. A write, like a refusal, counts no objects and costs the base. */
export function pointsFor(identity: Identity, { people = 0, objects = 0 }: Pick<Answer, 'people' | 'objects'>): number {
  const isMetered = identity.kind === 'app' || identity.kind === 'user';
  return isMetered ? BASE + PER_PERSON * people + PER_OBJECT * objects : 0;
}

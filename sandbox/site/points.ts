// What a call costs the app. Atlassian meters apps, not people's own clients.
// https://developer.atlassian.com/cloud/confluence/rate-limiting/
import type { Identity } from '../contract';
import type { Answer, Row } from './call';

const BASE = 1;
/** Per user, group or permission object. */
const PER_PERSON = 2;
const PER_SPACE = 1;

/** Points of one answered call; a refusal costs the base. */
export function pointsFor(identity: Identity, row: Row, answer: Pick<Answer, 'people' | 'spaces'>): number {
  if (identity.kind === 'basic' || identity.kind === 'anonymous') {
    return 0;
  }
  const isRead = row.method === 'GET' || row.reads === true;
  return isRead ? BASE + PER_PERSON * (answer.people ?? 0) + PER_SPACE * (answer.spaces ?? 0) : BASE;
}

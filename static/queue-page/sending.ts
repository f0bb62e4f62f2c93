import type { CustomerPreview, CustomerResult } from '../../src/shared/customers/results';
import type { DayQuota } from '../../src/shared/customers/views';
import type { OrganizationId } from '../../src/shared/ids';
import type { Result } from '../../src/shared/result';
import { callQueuePage } from '../api';
import type { MergedPerson } from '../people-list/merge';
import { confirmedOf } from './confirmations';
import { sentPerson, type Entry } from './order';

type OnQuota = (quota: DayQuota) => void;

/** Returns a function that checks one batch of people. `onRefused`: this agent can't add anybody to an organization. */
export function checker(organizationIds: OrganizationId[], onQuota: OnQuota, onRefused: () => void) {
  return async (people: MergedPerson[]): Promise<Result<CustomerPreview[]>> => {
    const answer = await callQueuePage('previewCustomers', { people: people.map(sentPerson), organizationIds });
    if (answer.ok && answer.value.organizationsRefused === true) onRefused();
    return answerOf(answer, onQuota);
  };
}

/** Returns a function that creates and adds one batch of people. */
export function creator(organizationIds: OrganizationId[], onQuota: OnQuota) {
  return async (entries: Entry[]): Promise<Result<CustomerResult[]>> =>
    answerOf(
      await callQueuePage('createCustomers', {
        people: entries.map((entry) => ({ ...sentPerson(entry.item), ...confirmedOf(entry) })),
        organizationIds,
      }),
      onQuota,
    );
}

function answerOf<Outcome>(
  answer: Result<{ people: Outcome[]; quota?: DayQuota }>,
  onQuota: OnQuota,
): Result<Outcome[]> {
  if (!answer.ok) return answer;
  if (answer.value.quota !== undefined) onQuota(answer.value.quota);
  return { ok: true, value: answer.value.people };
}

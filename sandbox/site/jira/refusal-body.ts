// Refusals as Jira words and wraps them.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/#status-codes
import { Refusal } from '../core/refusal';

export function refusalBody({ message, fields }: Refusal): unknown {
  return fields === undefined ? { errorMessages: [message], errors: {} } : { errorMessages: [], errors: fields };
}

/** Builds a refusal that names the invalid fields. */
export function fieldRefusal(status: number, fields: Readonly<Record<string, string>>): Refusal {
  return new Refusal(status, Object.values(fields).join(' '), 'product', fields);
}

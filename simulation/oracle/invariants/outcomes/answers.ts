// What people were told of groups and their members.
import type { Claim } from '../../claims';
import type { Call, History, Invocation } from '../../history';
import { ledgerOf } from '../../ledger';
import { subjectOf } from '../../privileged-write';
import { claimsOfCustomers } from './customers';

/** Calls of the space's page that change groups. */
const CHANGES = new Set(['createGroup', 'deleteGroup', 'addMembers', 'removeMembers', 'undoChange', 'assignRole']);

/** Returns what an answer says of the calls that its function sent. */
export function claimsOfAnswer(history: History, invocation: Invocation): Claim[] {
  const { id, functionKey, end } = invocation;
  if (end?.how !== 'answered') return [];
  const calls = ledgerOf(history).sentBy.get(id) ?? [];
  const said = `${functionKey} (${id}) said`;
  const answer = (end.value ?? {}) as Answer;
  if (!CHANGES.has(functionKey)) return claimsOfCustomers(invocation, calls);
  if (answer.ok !== true) {
    const { code = 'nothing' } = answer.error ?? {};
    const own = calls.filter((call) => isOfGroups(call) && !isOfCheck(history, call));
    return saysNothingChanged(answer.error) ? [{ said: `${said} ${code}`, calls: own, means: 'nothing' }] : [];
  }
  return claimsOfValue(said, functionKey, answer.value, calls);
}

interface Answer {
  ok?: boolean;
  error?: { code?: string; changed?: string };
  value?: {
    groupId?: string;
    deleted?: boolean;
    answerLost?: boolean;
    people?: { accountId: string; outcome: string; attemptId?: string }[];
  };
}

/** Failures that come before anything is changed, or that say whether something was. */
const BEFORE = new Set([
  'INVALID_INPUT',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'PRIVILEGED_USER_UNAVAILABLE',
  'CONSENT_MISSING',
  'AUDIT_UNAVAILABLE',
]);

function saysNothingChanged(error: Answer['error']): boolean {
  return error?.changed === undefined ? BEFORE.has(error?.code ?? '') : error.changed === 'nothing';
}

/** Tells whether a call was sent by a write test, which may follow a refusal: what was asked for isn't what it changes. */
function isOfCheck(history: History, { id }: Call): boolean {
  return ledgerOf(history).attemptOf.get(id)?.row.action.startsWith('writeTest') === true;
}

const OF_GROUPS = /Group|Role/;

function isOfGroups({ operationId, body }: Call): boolean {
  const { name = '' } = (body ?? {}) as { name?: string };
  return OF_GROUPS.test(operationId) && !name.startsWith('space-steward-check-');
}

function claimsOfValue(
  said: string,
  functionKey: string,
  value: Answer['value'] = {},
  calls: readonly Call[],
): Claim[] {
  const { answerLost, people } = value;
  if (people !== undefined) return people.flatMap((one) => claimsOfPerson(said, one, calls));
  if (answerLost === true) return [];
  if (functionKey === 'createGroup')
    return [{ said: `${said} created`, calls: calls.filter(isOfGroups), means: 'effect' }];
  if (functionKey !== 'deleteGroup') return [];
  const means = value.deleted === true ? 'effect' : 'nothing';
  return [{ said: `${said} deleted: ${String(value.deleted)}`, calls: calls.filter(isOfGroups), means }];
}

/** Gives the meaning of a word for a person; others say that nobody knows. */
const MEANS: Readonly<Record<string, Claim['means']>> = {
  added: 'effect',
  removed: 'success',
  alreadyMember: 'nothing',
  refused: 'nothing',
  failed: 'nothing',
  notAttempted: 'nothing',
};

function claimsOfPerson(
  said: string,
  { accountId, outcome }: { accountId: string; outcome: string },
  calls: readonly Call[],
): Claim[] {
  const own = calls.filter((call) => subjectOf(call).accountId === accountId && isOfGroups(call));
  const means = MEANS[outcome];
  return means === undefined ? [] : [{ said: `${said} ${outcome} of ${accountId}`, calls: own, means }];
}

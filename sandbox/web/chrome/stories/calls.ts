// The two ways of adding somebody to a group: a person's own REST call, and the app's function behind its page.
import type { Person } from '../../../contract/site';
import type { ComparedCall } from '../../../stories/stories';
import type { Space } from '../../boot';
import { findAccounts, invoke } from '../requests';

/** Holds who compares, and where. */
export interface Comparison {
  call: ComparedCall;
  caller: Person;
  space: Space;
  /** Key of the app's page whose function does the same. */
  moduleKey: string;
}

/** Holds who is added to which group. */
export interface Subjects {
  groupId: string;
  person: Person;
}

/** Tells how a call was answered. */
export interface Told {
  /** Such as "403 Forbidden". */
  status: string;
  granted: boolean;
  /** Text as it came, JSON indented. */
  body: string;
}

/** Finds the group as the caller, who may look for it, and the person. */
export async function findSubjects({ call: { group, person }, caller }: Comparison): Promise<Subjects> {
  const path = `/wiki/rest/api/group/picker?${new URLSearchParams({ query: group }).toString()}`;
  const [answer, accounts] = await Promise.all([fetch(path, { headers: headersOf(caller) }), findAccounts(person)]);
  const { results = [] } = (await answer.json()) as { results?: { id: string; name: string }[] };
  const groupId = results.find(({ name }) => name === group)?.id;
  const found = accounts.find(({ handle }) => handle === person);
  if (groupId === undefined || found === undefined) throw new Error('The group or the person is gone.');
  return { groupId, person: found };
}

/** Returns the path of the caller's own call. */
export function pathOf({ groupId }: Subjects): string {
  return `/wiki/rest/api/group/userByGroupId?groupId=${groupId}`;
}

/** Sends the call as the caller's own client does, with their API token. */
export async function sendOwnCall({ caller }: Comparison, subjects: Subjects): Promise<Told> {
  const answer = await fetch(pathOf(subjects), {
    method: 'POST',
    headers: headersOf(caller),
    body: JSON.stringify({ accountId: subjects.person.accountId }),
  });
  const status = `${String(answer.status)} ${answer.statusText}`.trim();
  return { status, granted: answer.ok, body: readable(await answer.text()) };
}

/** Calls the app's function as its page does. */
export async function addThroughApp(comparison: Comparison, { groupId, person }: Subjects): Promise<Told> {
  const { call, moduleKey, space } = comparison;
  const result = (await invoke({
    functionKey: call.functionKey,
    payload: { groupId, accountIds: [person.accountId] },
    moduleKey,
    context: { extension: { space: { id: space.id, key: space.key } } },
  })) as { ok?: boolean };
  return { status: result.ok === true ? 'Done' : 'Refused', granted: result.ok === true, body: indented(result) };
}

/** Everybody's API token on the sandbox's sites. */
const API_TOKEN = 'sandbox';

function headersOf({ email }: Person): Record<string, string> {
  return {
    authorization: `Basic ${btoa(`${email}:${API_TOKEN}`)}`,
    'content-type': 'application/json',
    // Without it Atlassian takes a browser's call for a forged one.
    'x-atlassian-token': 'no-check',
  };
}

function readable(text: string): string {
  try {
    return indented(JSON.parse(text));
  } catch {
    return text;
  }
}

function indented(json: unknown): string {
  return JSON.stringify(json, null, 2);
}

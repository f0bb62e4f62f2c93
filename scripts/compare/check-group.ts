// The only group that the comparison writes to.
import { z } from 'zod';

import type { Answer, Call, Client } from './client';

export const CREATOR = 'site-admin';

/** Makes a unique name. */
export function checkGroupName(): string {
  return `space-steward-check-${crypto.randomUUID()}`;
}

const GROUPS = '/wiki/rest/api/group';

export function creationOf(name: string): Call {
  return { method: 'POST', path: GROUPS, body: { name } };
}

const groupSchema = z.object({ id: z.string() });

/** Reads the id of a created group; undefined if it wasn't created or the outcome is unknown. */
export function idIn(answer: Answer | undefined): string | undefined {
  return answer !== undefined && answer.status < 300 ? groupSchema.safeParse(answer.body).data?.id : undefined;
}

/** Deletes the group if it exists. Returns a sentence about anything left behind; undefined if nothing. */
export async function cleanUp(client: Client, name: string): Promise<string | undefined> {
  const found = await groupsNamed(client, name);
  for (const { id } of found ?? []) {
    await client.send(CREATOR, { method: 'DELETE', path: `${GROUPS}/by-id?id=${encodeURIComponent(id)}` });
  }
  const left = found?.length === 0 ? found : await groupsNamed(client, name);
  if (left === undefined) return `The group "${name}" may be left on the site: it couldn't be looked for.`;
  return left.length === 0 ? undefined : `The group "${name}" is left on the site: delete it there.`;
}

interface CheckGroup {
  id: string;
  name: string;
}

const groupsSchema = z.object({ results: z.array(z.object({ id: z.string(), name: z.string() })) });

/** Finds groups by name; undefined if the outcome is unknown. */
async function groupsNamed({ send }: Client, name: string): Promise<CheckGroup[] | undefined> {
  const answer = await send(CREATOR, { method: 'GET', path: `${GROUPS}/picker?query=${name}` });
  const groups = answer?.status === 200 ? groupsSchema.safeParse(answer.body).data : undefined;
  return groups?.results.filter((one) => one.name === name);
}

// Finds a site's counterparts of the demo site's people and objects.
import { z } from 'zod';

import type { Subject } from '../../test/contract/sandbox/site/subject';
import { OPT_IN } from '../../test/unit/sandbox/site/world';
import type { Client } from './client';
import { missing } from './missing';
import type { Options } from './options';
import { variablesOf } from './people';

export type Given = Pick<Options, 'space' | 'project' | 'group'>;

const modeSchema = z.object({ mode: z.enum(['PRE_ROLES', 'ROLES_TRANSITION', 'ROLES']) });

/** Finds everything that the calls name. Throws a sentence if a given object doesn't exist, or a person can't sign in. */
export async function findSubject(client: Client, given: Given): Promise<Subject> {
  const accounts = await findAccounts(client);
  const { space, project, group } = given;
  const mode = (await readAsAnybody(client, '/wiki/api/v2/space-role-mode', modeSchema))?.mode;
  const spaceId = space === undefined ? undefined : await findSpace(client, space);
  const groupId = group === undefined ? undefined : await findGroup(client, group);
  const objects = project === undefined ? undefined : await findProject(client, project);
  return {
    ...identities(client, accounts),
    mode: mode ?? 'PRE_ROLES',
    groupId: (name) => (name === 'demo-editors' && groupId) || missing(name === 'demo-editors' ? '--group' : name),
    spaceId: (key) => (key === 'DEMO' && spaceId) || missing(key === 'DEMO' ? '--space' : key),
    key: (key) => ({ DEMO: space, SUP: project })[key] ?? missing({ DEMO: '--space', SUP: '--project' }[key] ?? key),
    projectId: (key) => (key === 'SUP' && objects?.projectId) || missing(key === 'SUP' ? '--project' : key),
    serviceDeskId: (key) => (key === 'SUP' && objects?.serviceDeskId) || missing(key === 'SUP' ? '--project' : key),
    organizationId: (name) =>
      (name === 'Acme' && objects?.organizationId) || missing(name === 'Acme' ? 'an organization of --project' : name),
    issueId: missing,
    permissionId: () => missing('permission'),
    checkGroup: { id: missing('check-group'), name: missing('check-group') },
  };
}

const accountSchema = z.object({ accountId: z.string() });

async function findAccounts(client: Client): Promise<Map<string, string>> {
  const accounts = new Map<string, string>();
  for (const kind of client.people.keys()) {
    const paths = ['/wiki/rest/api/user/current', '/rest/api/3/myself'];
    const answers = await Promise.all(paths.map(async (path) => client.send(kind, { method: 'GET', path })));
    const found = answers.map((answer) => accountSchema.safeParse(answer?.body)).find(({ success }) => success);
    if (found?.data !== undefined) accounts.set(kind, found.data.accountId);
    else if (answers.every((answer) => answer === undefined)) throw new Error('The site does not answer.');
    else if (answers.every((answer) => answer?.status !== 403)) {
      throw new Error(`The site doesn't know the ${kind}: check ${variablesOf(kind)}.`);
    }
  }
  return accounts;
}

/** Tries one person after another until one gets a non-empty answer. */
async function readAsAnybody<T extends object>(
  client: Client,
  path: string,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  let last: T | undefined;
  for (const kind of client.people.keys()) {
    last = (await read(client, kind, path, schema)) ?? last;
    if (last !== undefined && !Object.values(last).every((value) => Array.isArray(value) && value.length === 0))
      return last;
  }
  return last;
}

async function read<T>({ send }: Client, kind: string, path: string, schema: z.ZodType<T>): Promise<T | undefined> {
  const answer = await send(kind, { method: 'GET', path, headers: OPT_IN });
  return answer?.status === 200 ? schema.safeParse(answer.body).data : undefined;
}

const spacesSchema = z.object({ results: z.array(z.object({ id: z.coerce.string(), key: z.string() })) });

async function findSpace(client: Client, key: string): Promise<string> {
  const spaces = await readAsAnybody(client, `/wiki/api/v2/spaces?keys=${encodeURIComponent(key)}`, spacesSchema);
  return orThrow(spaces?.results.find((one) => one.key === key)?.id, `space ${key}`);
}

function orThrow(found: string | undefined, what: string): string {
  if (found === undefined) throw new Error(`None of the people who are given sees a ${what} on the site.`);
  return found;
}

const groupsSchema = z.object({ results: z.array(z.object({ id: z.string(), name: z.string() })) });

async function findGroup(client: Client, name: string): Promise<string> {
  const path = `/wiki/rest/api/group/picker?limit=200&query=${encodeURIComponent(name)}`;
  const groups = await readAsAnybody(client, path, groupsSchema);
  return orThrow(groups?.results.find((one) => one.name === name)?.id, `group of this name`);
}

const projectSchema = z.object({ id: z.coerce.string() });

const organizationsSchema = z.object({ values: z.array(z.object({ id: z.coerce.string() })) });

async function findProject(client: Client, key: string) {
  const project = await readAsAnybody(client, `/rest/api/3/project/${encodeURIComponent(key)}`, projectSchema);
  const projectId = orThrow(project?.id, `project ${key}`);
  const serviceDeskId = orThrow(await findServiceDesk(client, key), `service desk of ${key}`);
  const path = `/rest/servicedeskapi/servicedesk/${serviceDeskId}/organization?limit=1`;
  const organizations = await readAsAnybody(client, path, organizationsSchema);
  return { projectId, serviceDeskId, organizationId: organizations?.values[0]?.id };
}

const MAX_SERVICE_DESKS = 1000;

const SERVICE_DESKS_PAGE = 50;

const serviceDesksSchema = z.object({ values: z.array(z.object({ id: z.coerce.string(), projectKey: z.string() })) });

async function findServiceDesk(client: Client, key: string): Promise<string | undefined> {
  for (const kind of client.people.keys()) {
    for (let start = 0; start < MAX_SERVICE_DESKS; start += SERVICE_DESKS_PAGE) {
      const path = `/rest/servicedeskapi/servicedesk?start=${String(start)}&limit=${String(SERVICE_DESKS_PAGE)}`;
      const page = await read(client, kind, path, serviceDesksSchema);
      const found = page?.values.find((one) => one.projectKey === key);
      if (found !== undefined) return found.id;
      if (page === undefined || page.values.length === 0) break;
    }
  }
  return undefined;
}

/** Builds identities with the kind of person instead of an account: the client signs in by kind. */
function identities({ people }: Client, accounts: ReadonlyMap<string, string>) {
  function basic(handle: string) {
    return { kind: 'basic' as const, accountId: handle };
  }
  return {
    user: basic,
    basic,
    app: () => ({ kind: 'app' as const, scopes: [] }),
    accountId: (handle: string) => accounts.get(handle) ?? missing(handle),
    email: (handle: string) => people.get(handle)?.email ?? missing(handle),
  };
}

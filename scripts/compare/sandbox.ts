// The sandbox's side: a demo site of its own, in this process, with the same kinds of people.
import { createSandbox } from '../../sandbox/sandbox';
import type { SiteMode } from '../../sandbox/site/confluence/model';
import { demoSeed } from '../../sandbox/site/seeds/demo';
import { clientOf, type Client } from './client';
import type { People } from './people';
import type { Given } from './subject';

/** Lists the kinds of people on the demo site. */
export const KINDS: readonly string[] = demoSeed.people
  .map(({ handle }) => handle)
  .filter((handle) => !/\d/.test(handle));

/** Starts a sandbox in the mode of the site, without the app: only the REST API is called. */
export async function sandboxSide(people: People, mode: SiteMode): Promise<Client> {
  const sandbox = await createSandbox({ seed: demoSeed, app: {} });
  sandbox.site.model.setMode(mode);
  const emails = new Map(demoSeed.people.map(({ handle, email }) => [handle, email]));
  const cast = [...people.keys()].map(
    (kind) => [kind, { email: emails.get(kind) ?? '', token: demoSeed.apiToken }] as const,
  );
  return clientOf('http://localhost', new Map(cast), sandbox.fetch);
}

/** Returns the demo site's counterparts of the given objects. */
export function givenOnSandbox({ space, project, group }: Given): Given {
  return {
    ...(space !== undefined && { space: 'DEMO' }),
    ...(project !== undefined && { project: 'SUP' }),
    ...(group !== undefined && { group: 'demo-editors' }),
  };
}

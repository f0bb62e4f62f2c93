import { decide, type CallerFacts } from '../../broker/access';
import { AppError, forbidden } from '../../broker/errors';
import type { OnSite } from '../../broker/on-site';
import type { Clock } from '../../broker/ports';
import type { Proved } from '../../broker/proved';
import { shared } from '../../broker/shared-request';
import { provedUntil } from '../../broker/site-admin/proofs';
import type { InSpace } from '../../groups/in-space';
import { readSpaceProof } from '../../groups/prove-space';
import type { AccountId, ProjectId, SpaceId } from '../../shared/ids';
import type { Call } from './caller';
import { operations, type Action } from './operations';
import type { Ports } from './ports';

/** Facts proved about a call before it is decided. The use case gets `context`; if it's absent, the decision is no. */
export interface Proof<Context> {
  facts: CallerFacts;
  context: Context | undefined;
  /** The space, if Confluence shows it to the caller, whatever their role there. */
  spaceId?: SpaceId;
  /** The project, if Jira shows it to the caller, whatever their role there. */
  projectId?: ProjectId;
}

/** Proves that the caller has the role that an action needs, by asking Confluence as them. */
export type Prove<Context> = (ports: Ports, call: Call, caller: AccountId, action: Action) => Promise<Proof<Context>>;

/** Tells a use case of the global page about its caller. */
export interface GlobalContext extends OnSite {
  facts: CallerFacts;
}

export const NOBODY: CallerFacts = {
  confluenceAdmin: false,
  siteAdmin: false,
  supportReader: false,
  nominee: false,
  spaceAdmin: false,
  jiraAdmin: false,
  agent: false,
};

/** Proves the space that the page names. Its key and name are Confluence's, not the page's. */
export const proveSpace: Prove<InSpace> = async (ports, { spaceClaim }, caller) => {
  if (spaceClaim === undefined) return { facts: NOBODY, context: undefined };
  const rules = ports.settings.rules().then(({ value }) => value);
  const found = await readSpaceProof(ports, spaceClaim, rules);
  if (found === undefined) return { facts: NOBODY, context: undefined };
  const { isAdmin, ...proof } = found;
  const { spaceId } = proof.space;
  if (!isAdmin) return { facts: NOBODY, context: undefined, spaceId };
  return { facts: { ...NOBODY, spaceAdmin: true }, context: { caller, ...proof }, spaceId };
};

/** Proves a person's roles on the site, as far as the action needs them. A proof of a site admin is read once for the whole call. */
export const proveSiteRoles: Prove<GlobalContext> = async (ports, _call, caller, action) => {
  const provedAt = ports.clock.now();
  const [roles, siteAdmin] = await Promise.all([
    readRoles(ports, caller, action),
    operations[action].needs === 'siteAdmin' && isProvedSiteAdmin(ports, caller),
  ]);
  if (roles === undefined) return { facts: NOBODY, context: undefined };
  const proveAgain = provingAgain(ports.clock, action, async () => {
    const now = await readRoles(ports, caller, action);
    return now === undefined ? NOBODY : { ...now, siteAdmin };
  });
  const facts = { ...roles, siteAdmin };
  return { facts, context: { caller, provedAt, proveAgain, facts } };
};

/** Returns a function that proves a caller again: reads their roles now, and decides as at the door. Concurrent calls share an answer. */
export function provingAgain(
  clock: Clock,
  action: Action,
  readFacts: () => Promise<CallerFacts>,
): Proved['proveAgain'] {
  return shared(async () => {
    const readAt = clock.now();
    const verdict = decide(await readFacts(), operations[action].needs);
    if (!verdict.allowed) throw forbidden(verdict.reason);
    return readAt;
  });
}

/** Returns a person's roles by Confluence and the settings, as far as the action needs them. Undefined: they may not use Confluence. */
async function readRoles(ports: Ports, caller: AccountId, action: Action): Promise<CallerFacts | undefined> {
  const { needs } = operations[action];
  const needsSettings = needs === 'globalPageVisitor' || needs === 'nominee' || needs === 'supportReader';
  const [person, named] = await Promise.all([
    ports.directory.caller(),
    needsSettings ? namedInSettings(ports, caller) : {},
  ]);
  if (person === undefined) return undefined;
  // The platform and Confluence must name the same person, or nothing that follows can be trusted.
  if (person.accountId !== caller) throw new AppError({ code: 'UPSTREAM_CONTRACT', changed: 'nothing' });
  return { ...NOBODY, ...named, confluenceAdmin: person.confluenceAdmin };
}

async function namedInSettings({ settings }: Ports, caller: AccountId) {
  const [rules, privilegedUser] = await Promise.all([settings.rules(), settings.privilegedUser()]);
  return {
    supportReader: rules.value.supportReaders.includes(caller),
    nominee: privilegedUser.value.nominee?.accountId === caller,
  };
}

/** Reads the stored proof: a list of groups can't tell who is a site admin, in either direction. */
async function isProvedSiteAdmin({ siteAdminProofs, clock }: Ports, caller: AccountId): Promise<boolean> {
  const { value } = await siteAdminProofs.read();
  return provedUntil(value, caller, clock.now()) !== undefined;
}

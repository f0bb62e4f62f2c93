import { ACTIONS, type Action, type CallerFacts } from '../domain/access';
import { AppError } from '../domain/errors';
import type { Ports } from '../domain/ports';
import { provedUntil } from '../domain/site-admin-proof';
import type { AccountId, ProjectId, SpaceId } from '../shared/ids';
import type { InSpace } from '../usecases/steps/in-space';
import type { OnSite } from '../usecases/steps/on-site';
import { askForSpace } from '../usecases/steps/prove-space';
import type { Call } from './caller';

/** What is proved of a call before it is decided. `context` is what the use case gets; absent, the decision is no. */
export interface Proof<Context> {
  facts: CallerFacts;
  context: Context | undefined;
  /** The space, if Confluence shows it to the caller, whatever he is there. */
  spaceId?: SpaceId;
  /** The project, if Jira shows it to the caller, whatever he is there. */
  projectId?: ProjectId;
}

/** Proves what an action needs, by asking Confluence as the caller. */
export type Prove<Context> = (ports: Ports, call: Call, caller: AccountId, action: Action) => Promise<Proof<Context>>;

/** What a use case of the global page knows of its caller. */
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
  const asked = await askForSpace(ports, spaceClaim, rules);
  if (asked === undefined) return { facts: NOBODY, context: undefined };
  const { isAdmin, ...proof } = asked;
  const { spaceId } = proof.space;
  if (!isAdmin) return { facts: NOBODY, context: undefined, spaceId };
  return { facts: { ...NOBODY, spaceAdmin: true }, context: { caller, ...proof }, spaceId };
};

const namedInSettings = async ({ settings }: Ports, caller: AccountId) => {
  const [rules, privilegedUser] = await Promise.all([settings.rules(), settings.privilegedUser()]);
  return {
    supportReader: rules.value.supportReaders.includes(caller),
    nominee: privilegedUser.value.nominee?.accountId === caller,
  };
};

/** Reads the proof that is kept: no list of groups says who is a site admin, in either direction. */
async function isProvedSiteAdmin({ siteAdminProofs, clock }: Ports, caller: AccountId): Promise<boolean> {
  const { value } = await siteAdminProofs.read();
  return provedUntil(value, caller, clock.now()) !== undefined;
}

/** Proves what a person is on the site, as far as the action asks. */
export const proveSiteRoles: Prove<GlobalContext> = async (ports, _call, caller, action) => {
  const provedAt = ports.clock.now();
  const { needs } = ACTIONS[action];
  const asksSettings = needs === 'globalPageVisitor' || needs === 'nominee' || needs === 'supportReader';
  const [person, named, siteAdmin] = await Promise.all([
    ports.directory.caller(),
    asksSettings ? namedInSettings(ports, caller) : {},
    needs === 'siteAdmin' && isProvedSiteAdmin(ports, caller),
  ]);
  if (person === undefined) return { facts: NOBODY, context: undefined };
  // The platform and Confluence name the same person, or nothing that follows can be believed.
  if (person.accountId !== caller) throw new AppError({ code: 'UPSTREAM_CONTRACT', changed: 'nothing' });
  const facts = { ...NOBODY, ...named, confluenceAdmin: person.confluenceAdmin, siteAdmin };
  return { facts, context: { caller, provedAt, facts } };
};

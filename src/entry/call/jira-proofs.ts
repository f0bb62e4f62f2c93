import type { Via } from '../../broker/audit/entries';
import type { InJira } from '../../customers/in-jira';
import type { InProject } from '../../customers/in-project';
import type { AccountId } from '../../shared/ids';
import type { ProjectClaim } from './caller';
import type { Ports } from './ports';
import { NOBODY, provingAgain, type Proof, type Prove } from './proofs';

/** Proves a project and that the caller is an agent of it, by asking Jira as them. Its id, key and name are Jira's. */
export async function proveAgent(
  { jira, clock }: Ports,
  claim: ProjectClaim | undefined,
  caller: AccountId,
  via: Via,
): Promise<Proof<InProject>> {
  if (claim === undefined) return { facts: NOBODY, context: undefined };
  const provedAt = clock.now();
  const answer = await jira.project(claim.key);
  const isOther = claim.projectId !== undefined && claim.projectId !== answer?.project.projectId;
  if (answer === undefined || isOther) return { facts: NOBODY, context: undefined };
  const { project, agent } = answer;
  const { projectId } = project;
  if (!agent) return { facts: NOBODY, context: undefined, projectId };
  return { facts: { ...NOBODY, agent }, context: { caller, project, via, provedAt }, projectId };
}

/** Proves the project that the queue page names. */
export const proveQueue: Prove<InProject> = (ports, { projectClaim }, caller) =>
  proveAgent(ports, projectClaim, caller, 'page');

/** Proves that the caller is a Jira administrator. */
export const proveJiraAdmin: Prove<InJira> = async ({ jira, clock }, _call, caller, action) => {
  const provedAt = clock.now();
  async function prove() {
    return { ...NOBODY, jiraAdmin: await jira.isJiraAdmin() };
  }
  const facts = await prove();
  if (!facts.jiraAdmin) return { facts, context: undefined };
  return { facts, context: { caller, provedAt, proveAgain: provingAgain(clock, action, prove) } };
};
